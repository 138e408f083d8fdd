import { writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { z } from 'zod';
import { nameForms } from '../../../read/index.ts';
import { concordanceSvg } from '../../concordance-svg.ts';
import { type ConcordanceLine, type ConcordanceView, concordanceView } from '../../concordance-view.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { counted } from '../../sentences.ts';
import { errorCode } from '../../system-errors.ts';
import { openBundledPacks } from '../../theme-packs.ts';
import { cellsOf, fitCells, oneLine, padCells, wrapCells } from '../cell-text.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags, wholeNumber } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { queryOf } from '../query-words.ts';
import { recordReveal } from '../revealing.ts';
import { filterFlags, filterOf } from '../search-flags.ts';
import { shortId, unreadNote } from '../source-words.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({
  ...filterFlags,
  ...{ exact: given, reveal: given, json: given },
  limit: wholeNumber(1, 10_000).default(50),
  svg: z.string().min(1).optional(),
});
type Flags = z.infer<typeof schema>;

/** Lists each place of a term in its context, over time. */
export async function concordance(
  context: CommandContext,
  words: readonly string[],
  typed: unknown,
): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const query = await queryOf(context, words, 'concordance -');
  if (!query.ok) return query.error;
  return withVault(context, flags.value, (session) => answer(context, session, query.value, flags.value));
}

async function answer(context: CommandContext, session: Session, text: string, flags: Flags): Promise<ExitCode | Stop> {
  const { terminal, installation } = context;
  const { vault, folder } = session;
  const { exact, reveal, limit, svg } = flags;
  const names = nameForms(openBundledPacks(installation));
  const narrowed = await filterOf(vault, names, flags);
  if (!narrowed.ok) return narrowed.error;
  const { filter } = narrowed.value;
  const view = await concordanceView(vault, { text, exact }, { names, filter, limit, reveal });
  const sources = view.lines.map(({ source }) => source);
  const refused = await recordReveal(context, session, { reveal, sources });
  if (refused !== undefined) return refused;
  if (flags.json) terminal.out(jsonLine(view));
  else for (const line of viewLines(view, terminal.cells)) terminal.out(line);
  const unread = flags.json || view.total > 0 ? undefined : await unreadNote(vault, filter.collection);
  if (unread !== undefined) terminal.out(unread);
  return svg === undefined ? EXIT.done : writePicture(context, { folder, svg, view });
}

function writePicture(
  { terminal, folder: from }: CommandContext,
  { folder, svg, view }: { readonly folder: string; readonly svg: string; readonly view: ConcordanceView },
): ExitCode | Stop {
  const path = resolve(from, svg);
  const within = relative(resolve(from, folder), path);
  if (within === '' || !/^\.\.(?:$|[\\/])/.test(within))
    return stop(EXIT.inputRefused, 'A picture can be read by anybody, so it does not go into the folder of the vault.');
  try {
    writeFileSync(path, concordanceSvg(view), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (errorCode(error) === 'EEXIST')
      return stop(
        EXIT.inputRefused,
        'There is a file at the path that --svg names already, and nothing is written over.',
      );
    if (errorCode(error) === 'ENOENT')
      return stop(EXIT.inputRefused, 'There is no folder for the file that --svg names.');
    throw error;
  }
  terminal.err(
    `The picture was written to ${oneLine(svg)}. It holds the words that were searched for, and anybody can read it.`,
  );
  return EXIT.done;
}

const BAR = '█';
const LEAST_SIDE = 12;

function* viewLines({ lines, periods, total, sources, more }: ConcordanceView, cells: number): Generator<string> {
  if (total === 0) {
    yield 'Nothing was found.';
    return;
  }
  yield* wrapCells(
    `${counted(total, 'place')} in ${counted(sources, 'source')}${more ? ', and more: those of the newest documents were counted' : ''}.`,
    cells,
  );
  yield '';
  const most = Math.max(...periods.map(({ places }) => places));
  const room = Math.max(10, Math.min(50, cells - 20));
  for (const { period, places } of periods) {
    const bar = BAR.repeat(places === 0 ? 0 : Math.max(1, Math.round((places / most) * room)));
    yield `${(period ?? 'no date').padEnd(8)}${bar}${bar === '' ? '' : ' '}${places}`;
  }
  yield '';
  const word = Math.min(24, Math.max(...lines.map((line) => cellsOf(oneLine(line.word)))));
  const side = Math.max(LEAST_SIDE, Math.floor((cells - 21 - word) / 2));
  for (const line of lines) yield contextLine(line, { word, side });
  if (total > lines.length) {
    yield '';
    yield `${counted(total - lines.length, 'more place')}. See more with --limit.`;
  }
}

function contextLine(
  { source, date, before, word, after }: ConcordanceLine,
  widths: { readonly word: number; readonly side: number },
): string {
  const left = padCells(endOf(oneLine(before), widths.side), widths.side, 'left');
  const middle = padCells(fitCells(oneLine(word), widths.word), widths.word);
  return `${(date ?? 'no date').padEnd(11)}${shortId(source)} ${left} ${middle} ${fitCells(oneLine(after), widths.side)}`.trimEnd();
}

/** The end of a text, as many cells of it as there is room for. */
function endOf(text: string, cells: number): string {
  const reversed = [...text].reverse().join('');
  return [...fitCells(reversed, cells)].reverse().join('');
}
