import type { Layer } from '../read/index.ts';
import type { BriefSource } from './brief.ts';
import { edtfWords } from './date-words.ts';
import { type PublishableText, release, type SourceGuard } from './disclosure.ts';
import type { PassageContext } from './passage-context.ts';

/** What a footnote says of a source; each undefined when the source does not say, or when it may not be shown. */
export interface SourceFacts {
  readonly title: PublishableText | undefined;
  readonly publisher: PublishableText | undefined;
  readonly date: PublishableText | undefined;
}

/** Longest title that is shown: a longer one is a passage, not a title. */
const LONGEST_TITLE = 300;

/** Reads a source once for what its footnotes may say of it. */
export function factsReader(
  { layer }: BriefSource,
  guard: SourceGuard,
): { readonly facts: SourceFacts; documentTitle(context: PassageContext): PublishableText | undefined } {
  const text = compact(layer.text);
  const { publisher, date } = layer.metadata;
  const facts: SourceFacts = {
    title: firstShowable(titlesOf(layer), text, guard),
    publisher: publisher && releasedOrNone(publisher.value, guard),
    date: date && releasedOrNone(edtfWords(date.value), guard),
  };
  return {
    facts,
    /** Title of the document inside the source, when it is another than the source's and may be shown. */
    documentTitle({ document }) {
      const shown = document?.title && firstShowable([document.title.value], text, guard);
      return shown === facts.title ? undefined : shown;
    },
  };
}

/** The title, its parts when a site's name is joined to it, the first heading. */
function titlesOf(layer: Layer): readonly string[] {
  const title = layer.metadata.title?.value;
  const parts = title?.split(/\s[|–—·-]\s|\s*[_｜|]\s*/).sort((a, b) => b.length - a.length) ?? [];
  const heading = layer.blocks.find(({ kind, label }) => kind === 'heading' && label === 'content');
  return [title ?? [], parts, heading ? layer.text.slice(heading.start, heading.end) : []].flat();
}

/**
 * The first that stands in the layer's text and may be shown. A title that stands only in the page's head was never
 * read for persons, so nobody knows whether it may be shown.
 */
function firstShowable(titles: readonly string[], text: string, guard: SourceGuard): PublishableText | undefined {
  for (const title of titles) {
    if (title.trim() === '' || title.length > LONGEST_TITLE || !text.includes(compact(title))) continue;
    const shown = releasedOrNone(title, guard);
    if (shown !== undefined) return shown;
  }
  return undefined;
}

function releasedOrNone(text: string, guard: SourceGuard): PublishableText | undefined {
  const released = release(text, guard);
  return released.ok ? released.text : undefined;
}

function compact(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
