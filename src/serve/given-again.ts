import { ok, type Result, refuse, type SourceId } from '../base/index.ts';
import { allowsNoMore, CONSENT_USES, type Consent, type ConsentChange, type StandingUse } from '../preserve/index.ts';
import type { SourceRow, Vault, WriteRefusal } from '../vault/index.ts';
import type { Clock } from './clock.ts';
import { changeConsent, consentOf } from './consent.ts';
import { eachSource } from './stored-readings.ts';

/** What is said of a document as it is captured. */
export interface SaidOfIt {
  readonly consent: Consent | null;
  readonly reason: string | null;
  /** Null where it came from within another file, which says that by itself. */
  readonly origin: string | null;
}

/** What became of that when the document was here already. */
export interface GivenAgain {
  /** Answers that stand from now on. */
  readonly recorded: readonly Pick<StandingUse, 'use' | 'answer'>[];
  /** Answers that allow more than what stands, and were not recorded. */
  readonly looser: readonly Pick<StandingUse, 'use' | 'answer'>[];
  /** Facts of capture that are others than those that were recorded then, and are not kept. */
  readonly notKept: readonly ('reason' | 'origin')[];
}

/** Nothing was said that is not known. */
const NOTHING_NEW: GivenAgain = { recorded: [], looser: [], notKept: [] };

/**
 * Records the answers of a consent that is given with a document that is here already, and with the files inside it
 * (docs/testimony.md T12): each that is as strict as the one that stands or stricter, so that no refusal is lost. What
 * would allow more is left to `consent --set`: a folder that is added again must not open what somebody closed since.
 */
export async function sayAgain(
  vault: Vault,
  source: SourceId,
  { consent, reason, origin }: SaidOfIt,
  now: Clock,
): Promise<Result<GivenAgain, WriteRefusal>> {
  if (consent === null && reason === null && origin === null) return ok(NOTHING_NEW);
  const row = await vault.query('source', { source });
  if (row === undefined) return ok(NOTHING_NEW);
  const { record } = row;
  const notKept = [
    ...(reason !== null && reason !== record.reason ? (['reason'] as const) : []),
    ...(origin !== null && origin !== record.origin ? (['origin'] as const) : []),
  ];
  if (consent === null) return ok({ ...NOTHING_NEW, notKept });
  const [recorded, looser] = [new Map<string, ConsentChange>(), new Map<string, ConsentChange>()];
  const changes: ConsentChange[] = [];
  for (const each of await withFilesInside(vault, row)) {
    const standing = await consentOf(vault, each.source);
    for (const change of answersOf(each, consent, standing)) {
      const stands = standing?.find(({ use }) => use === change.use);
      if (stands !== undefined && isSame(stands, change)) continue;
      const records = stands === undefined || allowsNoMore(change, stands);
      (records ? recorded : looser).set(`${change.use}=${change.answer}`, change);
      if (records) changes.push(change);
    }
  }
  if (changes.length > 0) {
    const kept = await changeConsent(vault, changes, now);
    if (!kept.ok) return refuse(kept.error);
  }
  return ok({ recorded: [...recorded.values()], looser: [...looser.values()], notKept });
}

/** A source and the files that stand in it, however deep, as far as they are here. */
async function withFilesInside(vault: Vault, row: SourceRow): Promise<readonly SourceRow[]> {
  if ((row.record.file?.members ?? 0) === 0) return [row];
  const inside = new Map<SourceId, SourceRow[]>();
  for await (const each of eachSource(vault)) {
    const container = each.record.within?.source;
    if (container !== undefined) inside.set(container, [...(inside.get(container) ?? []), each]);
  }
  const found = new Map([[row.source, row]]);
  for (const each of found.values())
    for (const member of inside.get(each.source) ?? []) found.set(member.source, member);
  return [...found.values()];
}

/**
 * The answers as later ones. What was no testimony becomes it with an answer for every use, and keeps the legal basis as a
 * note on storing, since a later answer has no other place for it.
 */
function answersOf(
  { source, record }: SourceRow,
  { uses, legalBasis }: Consent,
  standing: readonly StandingUse[] | undefined,
): readonly ConsentChange[] {
  return CONSENT_USES.flatMap((use): ConsentChange[] => {
    const said = uses.find((each) => each.use === use);
    if (said === undefined && standing !== undefined) return [];
    const answer = said ?? { use, answer: 'not-asked', note: '' };
    const basis = record.consent === null && use === 'store' ? legalBasis : '';
    const note = [answer.note, basis].filter((words) => words !== '').join(' · ');
    return [{ type: 'consent-change', source, ...answer, note: note.slice(0, 1000) }];
  });
}

function isSame(stands: StandingUse, { type: _type, source: _source, ...said }: ConsentChange): boolean {
  const facts = ({ use, answer, note, date, language, explainedBy, sharedWith = [] }: StandingUse): string =>
    JSON.stringify([use, answer, note, date, language, explainedBy, sharedWith]);
  return facts(stands) === facts(said);
}
