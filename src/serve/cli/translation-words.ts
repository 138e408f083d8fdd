import { alignSentences, parseReading, type Span, type ThemePack, veil } from '../../read/index.ts';
import type { SourceRow, Vault } from '../../vault/index.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../exit-code.ts';
import { counted } from '../sentences.ts';
import { type Translation, translationOf, withoutTranslator } from '../translating.ts';
import { oneLine } from './cell-text.ts';
import type { CommandContext } from './context.ts';
import { jsonLine } from './json-line.ts';
import { NOT_READ } from './source-words.ts';
import { tableLines } from './table.ts';

/** Prints a source and its translation side by side, sentence by sentence; protected words are written over in both. */
export async function showTranslation(
  { terminal }: CommandContext,
  vault: Vault,
  row: SourceRow,
  options: {
    readonly language: string | undefined;
    readonly reveal: boolean;
    readonly json: boolean;
    readonly packs: readonly ThemePack[];
  },
): Promise<ExitCode | Stop> {
  const made = await translationOf(vault, row, options.language);
  if (made === undefined)
    return stop(
      EXIT.inputRefused,
      'There is no translation of this source here. Enter one: translate ID --language en --translator NAME --file FILE',
    );
  const { layer, original, record } = made;
  const groups = alignSentences(original, withoutTranslator(layer), options.packs);
  if ('type' in groups)
    return stop(
      EXIT.inputRefused,
      'Text and translation cannot be aligned: one has no sentences, or more than 20,000.',
    );
  const words = await wordsOf(vault, made, options.reveal);
  if (words === undefined) return stop(EXIT.inputRefused, NOT_READ);
  const shown = groups.map((group) => ({
    original: group.original.map((span) => words.original(span)),
    translation: group.translation.map((span) => words.translation(span)),
    evidence: group.evidence,
  }));
  const { person, language } = record.made ?? {};
  if (options.json) {
    terminal.out(
      jsonLine({
        source: row.source,
        layer: record.layer,
        parent: record.made?.parent,
        language,
        translator: person,
        outdated: made.outdated,
      }),
    );
    for (const each of shown) terminal.out(jsonLine(each));
    return EXIT.done;
  }
  terminal.out(`TRANSLATION  into ${language} by ${oneLine(person ?? '')}`);
  if (made.outdated) terminal.out('The source has another text since: this renders an earlier one.');
  const cells = (parts: readonly string[], none: string): string =>
    parts.length === 0 ? none : oneLine(parts.join(' '));
  const rows = shown.map((each) => [
    cells(each.original, '(nothing it renders)'),
    cells(each.translation, '(not rendered)'),
  ]);
  const columns = [
    { heading: 'original', least: 24, most: 76 },
    { heading: 'translation', least: 24, most: 76 },
  ];
  for (const line of tableLines(columns, rows, { cells: terminal.cells, rowLines: 40 })) terminal.out(line);
  const alone = shown.filter((each) => each.original.length === 0 || each.translation.length === 0).length;
  terminal.out(
    `${counted(shown.length - alone, 'group')} aligned by order, length, numbers, dates and names, ${alone} without a counterpart. Nobody checked what they mean.`,
  );
  return EXIT.done;
}

async function wordsOf(
  vault: Vault,
  { layer, original, record, originalLayer }: Translation,
  reveal: boolean,
): Promise<Record<'original' | 'translation', (span: Span) => string> | undefined> {
  if (reveal) {
    return {
      original: ({ start, end }) => original.text.slice(start, end),
      translation: ({ start, end }) => layer.text.slice(start, end),
    };
  }
  const [first, second] = await Promise.all([
    vault.query('reading', { layer: originalLayer }),
    vault.query('reading', { layer: record.layer }),
  ]);
  const [of, by] = [first, second].map((json) => (json === undefined ? undefined : parseReading(json)));
  if (of === undefined || by === undefined) return undefined;
  return {
    original: ({ start, end }) => veil(original.text, of.mentions, start, end),
    translation: ({ start, end }) => veil(layer.text, by.mentions, start, end),
  };
}
