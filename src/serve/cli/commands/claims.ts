import { z } from 'zod';
import { CLAIM_KINDS, type NameForms, nameForms } from '../../../read/index.ts';
import type { SourceRow, Vault } from '../../../vault/index.ts';
import { addCounts, CLAIM_STATES, countStates, isThere, type ReviewedClaim } from '../../../weigh/index.ts';
import { type ClaimFilter, claimFilter } from '../../claim-filter.ts';
import { claimFacts, showClaim } from '../../claim-view.ts';
import { NO_CLAIMS } from '../../counting.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { chainWords, claimWords } from '../../figure-view.ts';
import type { FoundClaim } from '../../finding-claims.ts';
import { counted } from '../../sentences.ts';
import { claimsOf, protectedIn, type SourceClaims, textOf } from '../../source-claims.ts';
import { openBundledPacks } from '../../theme-packs.ts';
import { veilWords } from '../../veil-words.ts';
import { oneLine, wrapCells } from '../cell-text.ts';
import {
  claimNamed,
  countWords,
  historyLines,
  namesIn,
  proposalWords,
  reopenedWords,
  shortClaimId,
  stateWords,
  verdictWords,
} from '../claim-words.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags, wholeNumber } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { recordReveal } from '../revealing.ts';
import { filterFlags, periodStop } from '../search-flags.ts';
import { chooseSources } from '../source-words.ts';
import { tableLines } from '../table.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({
  source: z.string().min(1).optional(),
  collection: z.string().min(1).optional(),
  kind: z.enum(CLAIM_KINDS, `it takes ${CLAIM_KINDS.join(', ')}`).optional(),
  place: filterFlags.place,
  from: filterFlags.from,
  to: filterFlags.to,
  state: z.enum([...CLAIM_STATES, 'changed'], `it takes ${CLAIM_STATES.join(', ')} or changed`).optional(),
  reveal: given,
  json: given,
  limit: wholeNumber(1, 100_000).default(50),
});
type Flags = z.infer<typeof schema>;

/** Lists the claims of sources with their states, or shows one with everything that was said of it. */
export async function claims(
  context: CommandContext,
  id: string | undefined,
  typed: unknown,
): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const period = periodStop(flags.value);
  if (period !== undefined) return period;
  return withVault(context, flags.value, async (session) => {
    if (id === undefined) return listClaims(context, session, flags.value);
    const found = await claimNamed(session.vault, id);
    if (!found.ok) return found.error;
    const { reveal } = flags.value;
    const refused = await recordReveal(context, session, { reveal, sources: [found.value.source.row.source] });
    return refused ?? showOne(context, session, found.value, flags.value);
  });
}

async function listClaims(context: CommandContext, session: Session, flags: Flags): Promise<ExitCode | Stop> {
  const { terminal } = context;
  const { vault } = session;
  const chosen = await chooseSources(vault, flags.source, flags.collection);
  if (!chosen.ok) return chosen.error;
  const filter = claimFilter(namesFor(context, flags), flags);
  if (!filter.ok) return stop(EXIT.inputRefused, 'No theme pack has a place or office of the name that --place gives.');
  const rows: string[][] = [];
  let [counts, listed, sources] = [NO_CLAIMS, 0, 0];
  for await (const source of eachOf(vault, chosen.value)) {
    const wanted = wantedOf(source, filter.value);
    counts = addCounts(counts, countStates(wanted));
    if (wanted.length > 0) sources++;
    if (wanted.length > 0 && listed < flags.limit) {
      const refused = await recordReveal(context, session, { reveal: flags.reveal, sources: [source.row.source] });
      if (refused !== undefined) return refused;
    }
    for (const claim of wanted) {
      if (listed++ >= flags.limit) continue;
      if (flags.json) terminal.out(jsonLine(asJson(source, claim, flags)));
      else rows.push(rowOf(source, claim, flags));
    }
  }
  if (flags.json) return EXIT.done;
  for (const line of tableLines(COLUMNS, rows, { cells: terminal.cells, rowLines: 2 })) terminal.out(line);
  const all = Math.max(0, listed);
  terminal.out(
    all === 0
      ? 'No claims.'
      : `${counted(all, 'claim')} of ${counted(sources, 'source')}: ${countWords(counts)}.${all > rows.length ? ` The first ${rows.length} are shown; see more with --limit.` : ''}`,
  );
  const reopened = reopenedWords(counts);
  if (reopened !== undefined) terminal.out(reopened);
  return EXIT.done;
}

const COLUMNS = [
  { heading: 'id' },
  { heading: 'state', least: 10, most: 19 },
  { heading: 'kind' },
  { heading: 'who said so', least: 10, most: 24 },
  { heading: 'when', least: 10, most: 12 },
  { heading: 'where', least: 8, most: 16 },
  { heading: 'words', least: 20 },
] as const;

/** Names of theme packs are read only where a place is asked for. */
function namesFor({ installation }: CommandContext, { place }: Pick<Flags, 'place'>): NameForms {
  return nameForms(place === undefined ? [] : openBundledPacks(installation));
}

async function* eachOf(
  vault: Vault,
  rows: AsyncIterable<SourceRow> | Iterable<SourceRow>,
): AsyncGenerator<SourceClaims> {
  for await (const row of rows) yield await claimsOf(vault, row);
}

function wantedOf({ claims: all }: SourceClaims, filter: ClaimFilter): readonly ReviewedClaim[] {
  return all.filter((each) => isThere(each) && filter(each));
}

function rowOf(source: SourceClaims, each: ReviewedClaim, { reveal }: Flags): string[] {
  const { view } = showClaim(textOf(source, each.claim), each.claim, { reveal });
  const words = claimWords(view);
  return [
    shortClaimId(source, each),
    stateWords(each),
    view.kind,
    chainWords(words),
    words.when,
    words.where,
    view.quote,
  ].map(oneLine);
}

function asJson(source: SourceClaims, each: ReviewedClaim, { reveal }: Pick<Flags, 'reveal'>): object {
  const { id, state, typed, proposal, proposedBy, proposalChanged, history, claim } = each;
  return {
    id,
    source: source.row.source,
    state,
    typed,
    ...(proposedBy === undefined ? {} : { proposedBy }),
    proposed: proposal === undefined ? null : proposal !== null,
    changed: proposalChanged === undefined ? null : proposalChanged.type === 'gone' ? 'gone' : proposalChanged.fields,
    reviews: history.length,
    ...showClaim(textOf(source, claim), claim, { reveal }).json,
  };
}

async function showOne(
  { terminal }: CommandContext,
  { vault }: Session,
  { source, claim: each }: FoundClaim,
  flags: Flags,
): Promise<ExitCode> {
  const { reveal, json } = flags;
  const nameOf = await namesIn(vault);
  const { claim, proposal, history } = each;
  const shown = showClaim(textOf(source, claim), claim, { reveal });
  if (json) {
    const mentions = reveal ? [] : protectedIn(textOf(source, claim));
    terminal.out(
      jsonLine({
        ...asJson(source, each, flags),
        proposal: proposal ? showClaim(textOf(source, proposal), proposal, { reveal }).json : null,
        history: history.map((review) => ({
          person: review.person,
          name: nameOf(review.person),
          at: review.at,
          order: review.order,
          verdict: review.record.type === 'review' ? review.record.verdict : 'undo',
          says: verdictWords(review, history),
          reason: veilWords(review.record.reason, mentions),
        })),
        // Whole and in clear, to be changed and given back: review ID edit --json -
        ...(reveal && { claim }),
      }),
    );
    return EXIT.done;
  }
  terminal.out(`CLAIM  ${each.id}`);
  const changed = proposalWords(source, each, { reveal });
  const lines = [
    `${shown.view.kind}, ${stateWords(each)}, of source ${source.row.source.slice(0, 8)}`,
    `“${oneLine(shown.view.quote)}”`,
    ...claimFacts(shown).map(([name, words]) => `${name}: ${oneLine(words)}`),
    ...(each.proposedBy === undefined ? [] : [`proposed by ${oneLine(each.proposedBy)}, not by the reader`]),
    ...(changed === undefined ? [] : [oneLine(changed)]),
  ];
  for (const line of lines)
    for (const [i, part] of wrapCells(line, terminal.cells - 4).entries())
      terminal.out(`${i === 0 ? '  ' : '    '}${part}`);
  terminal.out(history.length === 0 ? 'Nobody has reviewed it.' : 'REVIEWS, by their place in the record');
  for (const line of historyLines(source, each, { reveal, nameOf, cells: terminal.cells })) terminal.out(line);
  return EXIT.done;
}
