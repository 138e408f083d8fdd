import type { SourceRow, Vault } from '../../vault/index.ts';
import { mentionsOf } from '../stored-readings.ts';
import { veilWords } from '../veil-words.ts';

/** What a source says of itself, as far as it may be shown; and how other words that stand outside its text are. */
export interface ShownFacts {
  readonly facts: SourceFacts;
  readonly said: (text: string) => string;
  /** The same of what may be missing. */
  readonly veiled: (text: string | undefined) => string | null;
}

interface SourceFacts {
  readonly file: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly language: string | null;
}

/** What a page says of itself, with its protected words written over unless they were asked for. */
export async function factsOf(vault: Vault, row: SourceRow, reveal: boolean): Promise<ShownFacts> {
  const mentions = reveal ? [] : await mentionsOf(vault, row);
  const said = (text: string): string => veilWords(text, mentions);
  const veiled = (text: string | undefined): string | null => (text === undefined ? null : said(text));
  const metadata = row.layer?.metadata;
  const facts = {
    file: said(row.record.fileName),
    title: veiled(metadata?.title?.value),
    author: veiled(metadata?.author?.value),
    publisher: veiled(metadata?.publisher?.value),
    date: metadata?.date?.value ?? null,
    language: metadata?.language?.value ?? null,
  };
  return { facts, said, veiled };
}
