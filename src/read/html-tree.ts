import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse, parseFragment, type TreeAdapter } from 'parse5';
import { ok, type Result, refuse } from '../base/index.ts';
import type { HtmlDocument } from './draft.ts';

/**
 * Elements and comments: many times more than any page a person reads has, and few enough to fit in a gigabyte.
 * Formatting elements that are never closed can multiply elements without bound, so size alone is no limit.
 */
const NODE_LIMIT = 400_000;

export interface TooComplex {
  readonly type: 'too-complex';
  /** How many elements and comments are read at most. */
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
  const stop = new Error('more elements than the limit');
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
        createCommentNode(...args) {
          count();
          return defaultTreeAdapter.createCommentNode(...args);
        },
      }),
    );
  } catch (error) {
    if (error === stop) return refuse({ type: 'too-complex', limit });
    throw error;
  }
}
