import { z } from 'zod';
import { ok, type Result, refuse } from '../../../base/index.ts';
import { CONSENT_USES, type ConsentChange, type ConsentUse, type StandingUse } from '../../../preserve/index.ts';
import { isRealDate } from '../../../read/index.ts';
import type { SourceRow } from '../../../vault/index.ts';
import { REASON_LIMIT, readReason } from '../../../weigh/index.ts';
import { changeConsent, consentOf, type RestingOn, restingOn, withdrawalOf } from '../../consent.ts';
import { consentStated } from '../../drafts.ts';
import { type ErasureEnd, erase, planErasure } from '../../erasing.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { counted, vaultSentence } from '../../sentences.ts';
import { newSubjectId } from '../../subjects.ts';
import { DAYBOOK } from '../../typed.ts';
import { agreeByWord } from '../agreement.ts';
import { askApproval } from '../approval-words.ts';
import { oneLine } from '../cell-text.ts';
import { standingLine } from '../consent-words.ts';
import type { CommandContext, Session } from '../context.ts';
import { endWords, unreachedLines } from '../erasure-words.ts';
import { given, parseFlags, someText } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { findSource, shortId } from '../source-words.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const uses = CONSENT_USES.join('|');
const schema = vaultFlags.extend({
  set: z
    .array(
      z
        .string()
        .regex(
          new RegExp(`^(?:${uses})=(?:given|refused|not-asked)$`),
          `it takes USE=ANSWER, as share=refused; uses: ${CONSENT_USES.join(', ')}`,
        ),
    )
    .max(CONSENT_USES.length)
    .optional(),
  withdraw: z.enum([...CONSENT_USES, 'all']).optional(),
  reason: z.string().min(1).optional(),
  date: z.string().refine(isRealDate, 'it takes a date as 2026-05-03, 2026-05 or 2026').optional(),
  language: someText(100).optional(),
  explainedBy: someText(400).optional(),
  with: z.array(someText(200)).max(50).optional(),
  note: someText(1000).optional(),
  secondPassphraseFile: z.string().min(1).optional(),
  yes: given,
  json: given,
});
type Flags = z.infer<typeof schema>;

/** Lists testimony, shows what was consented to for one source, or records an answer or a withdrawal. */
export async function consent(
  context: CommandContext,
  id: string | undefined,
  typed: unknown,
): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const { set, withdraw } = flags.value;
  if (id === undefined && (set !== undefined || withdraw !== undefined))
    return stop(EXIT.usage, 'Say whose consent it is: consent ID --set USE=ANSWER, or consent ID --withdraw USE');
  if (set !== undefined && withdraw !== undefined)
    return stop(EXIT.usage, 'Either record answers with --set or take some back with --withdraw, one after the other.');
  return withVault(context, flags.value, async (session) => {
    if (id === undefined) return listTestimony(context, session, flags.value);
    const found = await findSource(session.vault, id);
    if (!found.ok) return found.error;
    const row = found.value;
    const standing = await consentOf(session.vault, row.source);
    if (set !== undefined) return answer(context, session, row, set, flags.value);
    if (standing === undefined)
      return stop(EXIT.inputRefused, 'This source is no testimony: no consent was recorded for it.');
    if (withdraw !== undefined) return takeBack(context, session, { row, standing, withdraw }, flags.value);
    return showConsent(context, session, row, standing, flags.value);
  });
}

async function listTestimony({ terminal }: CommandContext, { vault }: Session, { json }: Flags): Promise<ExitCode> {
  const sources = await vault.query('testimonies', undefined);
  for (const source of sources) {
    const standing = (await consentOf(vault, source)) ?? [];
    if (json) terminal.out(jsonLine({ source, consent: standing }));
    else {
      const given = standing.filter((each) => each.answer === 'given').map(({ use }) => use);
      terminal.out(`${shortId(source)}  ${given.length === 0 ? 'no use is given' : given.join(', ')}`);
    }
  }
  if (!json && sources.length === 0) terminal.out('No testimony yet. Add some: add --testimony --note');
  return EXIT.done;
}

async function showConsent(
  { terminal }: CommandContext,
  { vault }: Session,
  row: SourceRow,
  standing: readonly StandingUse[],
  { json }: Flags,
): Promise<ExitCode> {
  const [changes, resting] = await Promise.all([
    vault.query('consentChanges', { source: row.source }),
    restingOn(vault, row),
  ]);
  const legalBasis = row.record.consent?.legalBasis ?? '';
  if (json) {
    const history = changes.map(({ record: { type: _, source: _source, ...said }, at }) => ({ ...said, at }));
    terminal.out(jsonLine({ source: row.source, legalBasis, consent: standing, history, rests: restingJson(resting) }));
    return EXIT.done;
  }
  terminal.out(`CONSENT  ${row.source}`);
  if (legalBasis !== '') terminal.out(`  kept on the basis of: ${oneLine(legalBasis)}`);
  for (const each of standing) terminal.out(`  ${standingLine(each)}`);
  if (changes.length > 0) terminal.out(`  changed ${counted(changes.length, 'time')}, last at ${changes.at(-1)?.at}`);
  terminal.out(`On it rest ${restingWords(resting)}.`);
  return EXIT.done;
}

async function answer(
  { terminal, now }: CommandContext,
  { vault, folder }: Session,
  { source }: SourceRow,
  set: readonly string[],
  flags: Flags,
): Promise<ExitCode | Stop> {
  const { date, language, explainedBy, note = '' } = flags;
  const changes = set.flatMap((typed): ConsentChange[] => {
    const [named, said] = typed.split('=');
    const use = CONSENT_USES.find((each) => each === named);
    const answered = (['given', 'refused', 'not-asked'] as const).find((each) => each === said);
    if (use === undefined || answered === undefined) return [];
    return [
      {
        type: 'consent-change',
        source,
        use,
        answer: answered,
        note,
        ...(date !== undefined && { date }),
        ...(language !== undefined && { language }),
        ...(explainedBy !== undefined && { explainedBy }),
        ...(use === 'share' && flags.with !== undefined && { sharedWith: flags.with }),
      },
    ];
  });
  if (changes.some(({ use, answer: said }) => use === 'store' && said !== 'given'))
    return stop(
      EXIT.inputRefused,
      'Without consent to store, the source must go: consent ID --withdraw store. Nothing was recorded.',
    );
  const kept = await changeConsent(vault, changes, now);
  if (!kept.ok) return vaultSentence(kept.error, folder);
  const standing = (await consentOf(vault, source)) ?? [];
  if (flags.json) terminal.out(jsonLine({ source, consent: standing }));
  else for (const each of standing) terminal.out(`  ${standingLine(each)}`);
  return EXIT.done;
}

interface Withdrawal {
  readonly row: SourceRow;
  readonly standing: readonly StandingUse[];
  readonly withdraw: ConsentUse | 'all';
}

/**
 * Takes a use back. Without storing there is nothing to be used, so that erases the source; any other use stays recorded
 * beside the source, and every brief that rests on it is named.
 */
async function takeBack(
  context: CommandContext,
  session: Session,
  { row, standing, withdraw }: Withdrawal,
  flags: Flags,
): Promise<ExitCode | Stop> {
  const { terminal, now } = context;
  const { vault, folder } = session;
  const reason = await reasonOf(context, flags.reason);
  if (!reason.ok) return reason.error;
  const changes = withdrawalOf(row.source, withdraw, standing, '');
  if (changes.length === 0) return stop(EXIT.inputRefused, 'This was taken back before. Nothing was recorded.');
  const resting = await restingOn(vault, row);
  if (withdraw === 'store' || withdraw === 'all')
    return eraseFor(context, session, { row, resting, changes, reason: reason.value }, flags);
  const noted = changes.map((change) => ({ ...change, note: (reason.value ?? '').slice(0, 1000) }));
  const kept = await changeConsent(vault, noted, now);
  if (!kept.ok) return vaultSentence(kept.error, folder);
  if (flags.json) {
    terminal.out(
      jsonLine({
        source: row.source,
        withdrawn: changes.map(({ use }) => use),
        erased: false,
        rests: restingJson(resting),
      }),
    );
    return EXIT.done;
  }
  terminal.out(
    `Taken back for ${shortId(row.source)}: ${changes.map(({ use }) => use).join(', ')}. The source stays stored.`,
  );
  for (const line of briefLines(resting)) terminal.out(line);
  return EXIT.done;
}

async function eraseFor(
  context: CommandContext,
  session: Session,
  {
    row,
    resting,
    changes,
    reason,
  }: {
    readonly row: SourceRow;
    readonly resting: RestingOn;
    readonly changes: readonly ConsentChange[];
    readonly reason: string | null;
  },
  flags: Flags,
): Promise<ExitCode | Stop> {
  const { terminal, now, random } = context;
  const { vault, folder } = session;
  if (!flags.json) {
    terminal.out(
      `Without consent to store it, source ${shortId(row.source)} is erased, with ${restingWords(resting)}.`,
    );
    terminal.out('This cannot be undone.');
  }
  const agreed = await agreeByWord(terminal, flags.yes, {
    word: 'erase',
    question: 'Type erase to go on: ',
    done: 'erased',
  });
  if (agreed !== undefined) return agreed;
  const erasure = newSubjectId(random);
  const approval = await askApproval(context, session, erasure, flags.secondPassphraseFile);
  if (!approval.ok) return approval.error;
  const plan = await planErasure(vault, { sources: [row.source] });
  // The withdrawal is an entry of its own, in the same transaction: the log keeps that there was one, and no word of whose.
  const drafts = [consentStated(changes, now()), ...approval.value];
  const done = await erase(vault, plan, { erasure, reason: reason ?? 'consent was withdrawn', approval: drafts, now });
  if (!done.ok) return vaultSentence(done.error, oneLine(folder));
  if (flags.json) terminal.out(jsonLine(receiptJson(done.value, row, resting)));
  else for (const line of receiptLines(done.value, resting)) terminal.out(line);
  return done.value.end.type === 'finished' ? EXIT.done : EXIT.partFailed;
}

function receiptLines(end: ErasureEnd, resting: RestingOn): readonly string[] {
  const { plan, left } = end;
  return [
    `Erased: ${counted(plan.held.parts - left.parts, 'part')} and ${counted(plan.held.blobs - left.blobs, 'file')} of this source, with its text, readings and names.`,
    `${counted(resting.accepted, 'accepted claim')} gone, ${counted(resting.reviews, 'review')} gone, ${counted(resting.notes, 'note')} gone.`,
    ...briefLines(resting),
    endWords(end),
    ...unreachedLines(end),
  ];
}

function receiptJson({ erasure, at, plan, left, end }: ErasureEnd, { source }: SourceRow, resting: RestingOn): object {
  return {
    source,
    erased: true,
    erasure,
    at,
    parts: plan.held.parts - left.parts,
    files: plan.held.blobs - left.blobs,
    left: left.parts + left.blobs + left.readings,
    finished: end.type === 'finished',
    rests: restingJson(resting),
  };
}

function briefLines({ briefs }: RestingOn): readonly string[] {
  return [
    ...briefs.map(
      ({ brief, at }) => `brief ${shortId(brief)} of ${at.slice(0, 10)} rests on it, and is flagged: ${DAYBOOK} briefs`,
    ),
    ...(briefs.length > 0
      ? ['Files that were made of these briefs still say what they said. Take them back where you can.']
      : []),
  ];
}

function restingWords({ accepted, reviews, notes, briefs }: RestingOn): string {
  return `${counted(accepted, 'accepted claim')}, ${counted(reviews, 'review')}, ${counted(notes, 'note')} and sentences of ${counted(briefs.length, 'brief')}`;
}

function restingJson({ accepted, reviews, notes, briefs }: RestingOn): object {
  return { accepted, reviews, notes, briefs: briefs.map(({ brief }) => brief) };
}

async function reasonOf({ terminal }: CommandContext, typed: string | undefined): Promise<Result<string | null, Stop>> {
  if (typed === undefined) return ok(null);
  const words =
    typed !== '-'
      ? typed
      : terminal.confirms
        ? ((await terminal.ask('Why (say nothing in it that is to be gone): ')) ?? '')
        : new TextDecoder().decode(await terminal.readInput(REASON_LIMIT * 4));
  const reason = readReason(words);
  return reason === undefined
    ? refuse(
        stop(EXIT.inputRefused, `A reason takes 1 to ${REASON_LIMIT} characters of plain text; nothing was recorded.`),
      )
    : ok(reason);
}
