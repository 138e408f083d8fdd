import type { SearchView, ShownSource } from '../searching.ts';
import { counted } from '../sentences.ts';
import type { Snippet } from '../snippet.ts';
import { oneLine, wrapCells } from './cell-text.ts';
import { shortId } from './source-words.ts';

/** An answer as people read it: how the query was read, what was added, how many were found, and where. */
export function searchLines(
  view: SearchView,
  { cells, everything }: { readonly cells: number; readonly everything: boolean },
): readonly string[] {
  const lines: string[] = [];
  const say = (text: string, indent = ''): void => {
    for (const line of wrapCells(text, cells - indent.length)) lines.push(indent + line);
  };
  for (const note of view.notes) say(NOTES[note]);
  if (view.terms.length > 0) say(`Read as: ${readAs(view)}`);
  for (const { text, names, additions } of view.terms) {
    if (names.length > 1) say(`${oneLine(text)} may be ${names.map(oneLine).join(' or ')}.`, '  ');
    if (additions.length === 0) continue;
    const added = additions.map(({ number, text: words, why }) =>
      why === 'stem' ? `[${number}] other forms of the word` : `[${number}] ${oneLine(words)} (${WHY[why]})`,
    );
    say(`${oneLine(text)}: also ${added.join(', ')}`, '  ');
  }
  const numbers = view.terms.flatMap(({ additions }) => additions.map(({ number }) => number));
  if (numbers.length > 0) say(`Take some away with --without ${numbers.slice(0, 2).join()}, all with --exact.`, '  ');
  if (view.terms.length > 0) say(foundLine(view, everything));
  for (const hit of view.hits) {
    lines.push('');
    for (const line of hitLines(hit, cells)) lines.push(line);
  }
  const left = view.sources - view.hits.length;
  if (left > 0 && view.hits.length > 0) {
    lines.push('');
    say(
      view.matched === 'any'
        ? `${counted(left, 'more source')}. Where any word will do, the best hundred passages are shown at most.`
        : `${counted(left, 'more source')}. See more with --limit.`,
    );
  }
  return lines;
}

/** An answer as one object. */
export function viewAsJson({ hits, ...view }: SearchView): object {
  return {
    ...view,
    hits: hits.map(({ passages, ...hit }) => ({ ...hit, snippet: passages[0]?.text ?? '', passages })),
  };
}

const WHY = {
  particle: 'without its ending',
  ending: 'another form of the verb',
  spelling: 'spelling of the other Korean state',
  name: 'another name',
  number: 'the same number',
  date: 'the same date',
} as const;

const NOTES = {
  'open-quotation': 'A quotation mark is left open and was not counted.',
  'too-many-words': 'The query has more than 200 words; the rest was left out.',
  'nothing-to-find': 'There is no word, number or character in the query to look for.',
  'only-exclusions': 'The query only says what to leave out. Say what to find as well.',
} as const;

function readAs({ terms, excluded, matched }: SearchView): string {
  const joined = matched === 'any' ? ' or ' : ' and ';
  const words = terms.map(({ text }) => oneLine(text)).join(joined);
  return excluded.length === 0 ? words : `${words}, but not ${excluded.map(oneLine).join(', ')}`;
}

const HOW = {
  all: '',
  parts: 'No passage has the characters side by side. With every word of them: ',
  any: 'No passage has all of the words. With any of them: ',
} as const;

function foundLine({ any, matched, passages, sources, more, terms }: SearchView, everything: boolean): string {
  if (matched === 'none') {
    return more === false
      ? 'Nothing was found.'
      : 'Nothing was found in the newest of the passages that the index proposes. --everything looks through them all.';
  }
  const how =
    any && terms.length > 1
      ? 'With any of the words: '
      : HOW[matched === 'any' && terms.length === 1 ? 'all' : matched];
  const counts = `${counted(passages, 'passage')} in ${counted(sources, 'source')}`;
  if (more === false || everything) return `${how}${counts}.`;
  const which =
    more === 'newest'
      ? 'Those of the newest documents were ranked'
      : 'Common words only added to the order of what rarer ones found';
  return `${how}${counts}, and more. ${which}; --everything looks at them all.`;
}

/** A source that was found, with its best passages. */
export function* hitLines({ source, title, date, found, passages }: ShownSource, cells: number): Generator<string> {
  const head = [shortId(source), oneLine(title), date, found > passages.length ? counted(found, 'passage') : null];
  yield* wrapCells(head.filter((word) => word).join(' · '), cells);
  for (const passage of passages) {
    for (const line of wrapCells(marked(passage), cells - 4)) yield `    ${line}`;
  }
}

/** A snippet with what was found between « and ». */
export function marked({ text, marks }: Snippet): string {
  let shown = '';
  let at = 0;
  for (const { start, end } of marks) {
    shown += `${text.slice(at, start)}«${text.slice(start, end)}»`;
    at = end;
  }
  return oneLine(shown + text.slice(at));
}
