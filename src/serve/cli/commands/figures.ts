import { z } from 'zod';
import { addCounts, type ClaimCounts, countStates } from '../../../weigh/index.ts';
import { showClaim } from '../../claim-view.ts';
import { type Counting, countedSources, countingOf, NO_CLAIMS } from '../../counting.ts';
import { EXIT, type ExitCode, type Stop } from '../../exit-code.ts';
import { type ClaimView, chainWords, DATE_MARK, figureRows } from '../../figure-view.ts';
import { counted } from '../../sentences.ts';
import { oneLine, wrapCells } from '../cell-text.ts';
import { lostWords, notCountedWords, reopenedWords } from '../claim-words.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { recordReveal } from '../revealing.ts';
import { scopeOf, shortId } from '../source-words.ts';
import { tableLines } from '../table.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({
  source: z.string().min(1).optional(),
  collection: z.string().min(1).optional(),
  reveal: given,
  json: given,
});
type Flags = z.infer<typeof schema>;

/** Lists figures: accepted ones alone once there is one; before that suggestions, which count for nothing. */
export async function figures(context: CommandContext, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  return withVault(context, flags.value, (session) => listFigures(context, session, flags.value));
}

async function listFigures(
  context: CommandContext,
  session: Session,
  { source, collection, reveal, json }: Flags,
): Promise<ExitCode | Stop> {
  const { terminal } = context;
  const { vault } = session;
  const scope = await scopeOf(vault, source, collection);
  if (!scope.ok) return scope.error;
  const counting = await countingOf(vault, scope.value);
  const rows: string[][] = [];
  let [sources, counts, lost] = [0, NO_CLAIMS, 0];
  for await (const each of countedSources(vault, scope.value, counting)) {
    if (each.texts.length > 0) sources++;
    counts = addCounts(counts, countStates(each.claims.filter(({ claim }) => claim.quantity.length > 0)));
    lost += each.lost.filter(({ claim }) => claim.quantity.length > 0).length;
    const refused = await recordReveal(context, session, {
      reveal,
      sources: each.texts.length > 0 ? [each.row.source] : [],
    });
    if (refused !== undefined) return refused;
    for (const text of each.texts) {
      for (const { id, claim, state } of text.counted) {
        if (claim.quantity.length === 0) continue;
        const shown = showClaim(text, claim, { reveal });
        if (json) terminal.out(jsonLine({ source: each.row.source, id, state, ...shown.json }));
        else rows.push(...rowsOf(shown.view, each.row.source));
      }
    }
  }
  if (json) {
    // Whoever adds up what came before must know what did not come.
    if (counting === 'accepted') terminal.out(jsonLine({ counting, claims: counts, lost }));
    return EXIT.done;
  }
  const words = endWords({ counting, rows: rows.length, sources, counts, lost });
  for (const line of tableLines(COLUMNS, rows, { cells: terminal.cells, rowLines: 3 })) terminal.out(line);
  if (rows.length > 0) {
    terminal.out('');
    for (const line of wrapCells(DATE_MARK, terminal.cells)) terminal.out(line);
  }
  for (const line of words) terminal.out(line);
  return EXIT.done;
}

function rowsOf(view: ClaimView, source: string): string[][] {
  return figureRows(view).map((figure) =>
    [figure.value, figure.counts, chainWords(figure), figure.when, figure.where, shortId(source)].map(oneLine),
  );
}

/** What is counted, what is not, and what nobody should do with it. */
function endWords(given: {
  readonly counting: Counting;
  readonly rows: number;
  readonly sources: number;
  readonly counts: ClaimCounts;
  readonly lost: number;
}): readonly string[] {
  const { counting, rows, sources, counts, lost } = given;
  const from = counted(sources, 'source');
  const left = notCountedWords(counting === 'accepted' ? counts : { ...counts, unreviewed: 0 });
  if (counting === 'suggestions') {
    if (rows === 0) return [`No figures were read in ${from}.`];
    const beside = left === undefined ? '' : ` ${left}.`;
    return [
      `${counted(rows, 'unreviewed suggestion')} from ${from}. Nobody has accepted them.${beside} Figures of different questions are not compared or added up.`,
    ];
  }
  const accepted = (counts.accepted - lost).toLocaleString('en-US');
  const reopened = reopenedWords(counts);
  return [
    `${counted(rows, 'figure')} of ${from}. Of the claims with figures: ${accepted} accepted${left === undefined ? '' : `, ${left}`}. Figures of different questions are not compared or added up.`,
    ...(lost === 0 ? [] : [lostWords(lost)]),
    ...(reopened === undefined ? [] : [reopened]),
  ];
}

const COLUMNS = [
  { heading: 'figure', least: 14, most: 24 },
  { heading: 'what is counted', least: 14, most: 34 },
  { heading: 'who said so', least: 14, most: 40 },
  { heading: 'when', least: 11, most: 14 },
  { heading: 'where', least: 11, most: 20 },
  { heading: 'source' },
] as const;
