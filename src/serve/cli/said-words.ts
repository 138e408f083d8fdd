import { isProtectedField, VEIL } from '../../read/index.ts';
import type { SourceRow, Vault } from '../../vault/index.ts';
import { THROUGH_WHOM } from '../notes.ts';
import { mentionsOf } from '../stored-readings.ts';
import { veilWords } from '../veil-words.ts';
import { oneLine, wrapCells } from './cell-text.ts';

/** What people said of a source, and wrote beside its passages. */
export interface SaidElsewhere {
  readonly described: readonly {
    readonly from: string;
    readonly fields: readonly { readonly name: string; readonly values: readonly string[] }[];
  }[];
  readonly notes: readonly {
    readonly quote: string;
    readonly words: string;
    readonly tags: readonly string[];
    readonly creator: string | null;
    readonly created: string | null;
  }[];
}

/**
 * Gathers descriptions and notes, with the source's protected words written over unless they are asked for, and with where
 * somebody was, which device they hold, and through whom something was learnt, written over whole.
 */
export async function saidElsewhere(vault: Vault, row: SourceRow, reveal: boolean): Promise<SaidElsewhere> {
  const { source } = row;
  const [descriptions, notes, mentions] = await Promise.all([
    vault.query('descriptions', { source }),
    vault.query('passageNotes', { source }),
    reveal ? [] : mentionsOf(vault, row),
  ]);
  const plain = (text: string): string => veilWords(text, mentions);
  return {
    described: descriptions.map(({ from, fields }) => ({
      from,
      fields: fields.map(({ name, values }) => ({
        name,
        values: values.map((value) =>
          !reveal && (isProtectedField(name) || name === THROUGH_WHOM) ? VEIL : plain(value),
        ),
      })),
    })),
    notes: notes.map(({ passage, words, tags, creator, created }) => ({
      quote: plain(passage.quote),
      words: plain(words),
      tags: tags.map(plain),
      creator: creator === null || reveal ? creator : VEIL,
      created,
    })),
  };
}

/** The same as lines; none when nobody said anything. */
export function saidLines({ described, notes }: SaidElsewhere, cells: number): readonly string[] {
  const lines = described.flatMap(({ from, fields }) => [
    `SAID OF IT  ${FROM.get(from) ?? from}`,
    ...fields.flatMap(({ name, values }) => indented(`${name}: ${values.join(' | ')}`, cells)),
  ]);
  if (notes.length > 0) lines.push('NOTES  on its passages; none of them is a claim');
  for (const { quote, words, tags, creator, created } of notes) {
    const who = [creator, created?.slice(0, 10), ...tags.map((tag) => `#${tag}`)].filter((each) => each).join(' · ');
    lines.push(
      ...indented(`“${quote}”`, cells),
      ...indented([words, who].filter((each) => each !== '').join(' — '), cells),
    );
  }
  return lines;
}

const FROM: ReadonlyMap<string, string> = new Map([
  ['uwazi', 'in Uwazi'],
  ['zotero', 'in Zotero'],
  ['sheet', 'in a sheet'],
  ['tella', 'by Tella'],
  ['person', 'by whoever wrote it down'],
]);

function indented(text: string, cells: number): readonly string[] {
  return wrapCells(oneLine(text), cells - 4).map((line, i) => `${i === 0 ? '  ' : '    '}${line}`);
}
