import type { Mention } from '../claim.ts';
import { sentencesIn } from '../claims/sentence-parts.ts';
import { SAMPLE_PACK, sentenceLayer } from '../figures/gold-set.ts';
import type { BlockKind, Layer } from '../layer.ts';
import { foldText } from '../terms/folded-text.ts';
import first from './gold/protection.json' with { type: 'json' };
import second from './gold/protection-second.json' with { type: 'json' };
import gold from './gold/sentences.json' with { type: 'json' };
import { mentionReader } from './read-mentions.ts';
import { isProtected } from './veil.ts';

/** The same sentence in another shape or other letters. */
interface Transform {
  readonly name: string;
  /** The sentence anew; undefined when the transform does not touch it. `names` are the persons held in it. */
  readonly write: (text: string, names: readonly string[]) => string | undefined;
  readonly kind?: BlockKind;
}

/** How the gold sentences of mentions are written anew, for tests and the benchmark. */
export const TRANSFORMS: readonly Transform[] = [
  { name: 'letters apart (NFD)', write: (text) => changed(text, text.normalize('NFD')) },
  { name: 'digits of full width', write: (text) => changed(text, text.replace(/\d/g, wide)) },
  {
    name: 'letters of full width in names',
    write: (text, names) => inNames(text, names, (name) => name.replace(/[A-Za-z]/g, wide)),
  },
  {
    name: 'soft hyphens within words',
    write: (text) => changed(text, text.replace(/(\p{Script=Latin}{3})(\p{Script=Latin}{3})/gu, '$1\u00ad$2')),
  },
  {
    name: 'zero-width spaces in names',
    write: (text, names) => inNames(text, names, (name) => `${name.slice(0, 1)}\u200b${name.slice(1)}`),
  },
  { name: 'as a heading', write: unstopped, kind: 'heading' },
  { name: 'as an item of a list', write: unstopped, kind: 'list-item' },
  { name: 'as a caption', write: unstopped, kind: 'caption' },
  { name: 'as a cell of a table', write: (text) => `12\t${unstopped(text)}\tx`, kind: 'table-row' },
  {
    name: 'names in capitals',
    write: (text, names) => inNames(text, names, (name) => name.toUpperCase()),
  },
  {
    name: 'names with their mail address',
    write: (text, names) => {
      const name = names.find((one) => /^[A-Za-z]+ [A-Za-z]+$/.test(one));
      return name === undefined ? undefined : `${text} Mail: ${name.toLowerCase().replace(' ', '.')}@example.org.`;
    },
  },
];

/** Of the words held in the gold sentences as they stand, how many are held in them transformed, as the same type; and which are not. */
export function heldThrough({ write, kind = 'paragraph' }: Transform): {
  readonly held: number;
  readonly wanted: number;
  readonly lost: readonly string[];
} {
  let [held, wanted] = [0, 0];
  const lost: string[] = [];
  for (const { text, language } of [...gold.sentences, ...first.sentences, ...second.sentences]) {
    const before = heldIn(text, language, 'paragraph');
    // An address is no name of a person, though it may be taken for one too.
    const isAddress = (one: Mention): boolean => before.some(({ type, end }) => type === 'contact' && end === one.end);
    const names = before.filter((one) => one.type === 'person' && !isAddress(one)).map(({ surface }) => surface);
    const anew = write(text, names);
    if (anew === undefined || before.length === 0) continue;
    const after = heldIn(anew, language, kind).map(({ type, surface }) => `${type} ${folded(surface)}`);
    for (const { type, surface } of before) {
      wanted++;
      if (after.some((one) => one.startsWith(`${type} `) && one.includes(folded(surface)))) held++;
      else lost.push(`${type} “${surface}” in “${anew}”`);
    }
  }
  return { held, wanted, lost };
}

function heldIn(text: string, language: string, kind: BlockKind): readonly Mention[] {
  const made = sentenceLayer('Words.', { language });
  // The text itself: which encoding a file of one sentence has is another question.
  const blocks = made.blocks.map((block) => ({ ...block, kind, start: 0, end: text.length }));
  const layer: Layer = { ...made, text, blocks };
  const reader = mentionReader(layer, SAMPLE_PACK);
  for (const block of blocks) reader.read(block, sentencesIn(layer, block));
  return reader.finish().filter(isProtected);
}

function folded(text: string): string {
  return foldText(text).text.replace(/\s+/g, ' ');
}

function changed(text: string, anew: string): string | undefined {
  return anew === text ? undefined : anew;
}

function wide(one: string): string {
  return String.fromCharCode(one.charCodeAt(0) + 0xfee0);
}

function unstopped(text: string): string {
  return text.replace(/[.。]$/u, '');
}

function inNames(text: string, names: readonly string[], write: (name: string) => string): string | undefined {
  return changed(
    text,
    names.reduce((all, name) => all.replaceAll(name, write(name)), text),
  );
}
