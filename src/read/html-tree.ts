import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse, parseFragment, type TreeAdapter } from 'parse5';
import { ok, type Result, refuse } from '../base/index.ts';
import type { HtmlDocument } from './draft.ts';

/**
 * More nodes than any page a person reads (the largest of 522 real pages has some 30,000) and few enough to fit in
 * memory. Formatting elements that are never closed can multiply nodes without bound, so size alone is no limit.
 */
const NODE_LIMIT = 1_500_000;

export interface TooComplex {
  readonly type: 'too-complex';
  /** How many nodes are read at most. */
  readonly limit: number;
}

/** Parses a page as a browser without scripts does; every node knows its place in the source. */
export function parsePage(source: string, nodeLimit: number = NODE_LIMIT): Result<HtmlDocument, TooComplex> {
  return limited(nodeLimit, (treeAdapter) =>
    parse<DefaultTreeAdapterMap>(source, { treeAdapter, sourceCodeLocationInfo: true, scriptingEnabled: false }),
  );
}

/** Parses markup that stands inside another text. Offsets count from the start of `source`. */
export function parsePart(source: string, nodeLimit: number = NODE_LIMIT): Result<HtmlDocument, TooComplex> {
  return limited(nodeLimit, (treeAdapter) =>
    parseFragment<DefaultTreeAdapterMap>(source, {
      treeAdapter,
      sourceCodeLocationInfo: true,
      scriptingEnabled: false,
    }),
  );
}

function limited(
  limit: number,
  parseWith: (adapter: TreeAdapter<DefaultTreeAdapterMap>) => HtmlDocument,
): Result<HtmlDocument, TooComplex> {
  let nodes = 0;
  const stop = new Error('more nodes than the limit');
  const count = () => {
    nodes++;
    if (nodes > limit) throw stop;
  };
  try {
    return ok(
      parseWith({
        ...defaultTreeAdapter,
        createElement(...args) {
          count();
          return defaultTreeAdapter.createElement(...args);
        },
        insertText(...args) {
          count();
          defaultTreeAdapter.insertText(...args);
        },
      }),
    );
  } catch (error) {
    if (error === stop) return refuse({ type: 'too-complex', limit });
    throw error;
  }
}
