import { resolve } from 'node:path';
import { z } from 'zod';
import { ok, type Result } from '../../../base/index.ts';
import type { KeptStanding } from '../../../vault/index.ts';
import { EXIT, type ExitCode, type Stop } from '../../exit-code.ts';
import { compareKept, readKeptCheckpoints } from '../../kept-checkpoints.ts';
import { counted, sizeWords, vaultSentence } from '../../sentences.ts';
import {
  damageIn,
  isDamaged,
  takeAwayStrays,
  type Verdict,
  type VerifyProgress,
  verifyVault,
} from '../../verification.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext, Session } from '../context.ts';
import { faultWords } from '../fault-words.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { standingWords, strayLines } from '../kept-words.ts';
import { shortId } from '../source-words.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({ against: z.string().min(1).optional(), json: given });

/** Checks everything the vault holds, counts it, and names each fault. */
export async function verify(context: CommandContext, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const { against, json } = flags.value;
  const notes =
    against === undefined ? ok([]) : await readKeptCheckpoints(resolve(context.folder, against), oneLine(against));
  if (!notes.ok) return notes.error;
  return withVault(context, flags.value, async (session) => {
    // Before anything else: whether the file says anything is known at once.
    const kept: Result<readonly KeptStanding[], Stop> =
      against === undefined ? ok([]) : await compareKept(session.vault, notes.value, oneLine(against));
    return kept.ok ? verifyAndTell(context, session, { kept: kept.value, json }) : kept.error;
  });
}

async function verifyAndTell(
  { terminal, now }: CommandContext,
  { vault, folder }: Session,
  { kept, json }: { readonly kept: readonly KeptStanding[]; readonly json: boolean },
): Promise<ExitCode> {
  const verdict = await verifyVault(vault, (progress) => terminal.progress(progressWords(progress)));
  terminal.progress('');
  const taken = await takeAwayStrays(vault, verdict, now());
  const unlike = kept.filter(({ type }) => type !== 'kept');
  const damaged = isDamaged(verdict) || unlike.length > 0;
  const { strays } = verdict.blobs;
  if (json) {
    const { record, blobs, condition, names } = verdict;
    terminal.out(
      jsonLine({
        sound: !damaged,
        ...record.counts,
        blobs: blobs.blobs,
        bytes: blobs.bytes,
        complete: blobs.complete,
        head: condition.type,
        ...(condition.type === 'sound' && condition.headHalved === true && { headHalved: true }),
        faults: [...record.faults, ...blobs.faults].map((fault) => ({ ...fault, words: faultWords(fault, names) })),
        forks: record.forks,
        strays: {
          parts: strays.parts.length - taken.parts,
          unknown: strays.unknown.length,
          foreign: strays.foreign,
          removed: taken.parts + taken.erased,
        },
        against: kept,
      }),
    );
    return damaged ? EXIT.damaged : EXIT.done;
  }
  for (const line of countLines(verdict)) terminal.out(line);
  for (const standing of kept) if (standing.type === 'kept') terminal.out(standingWords(standing));
  for (const fault of [...verdict.record.faults, ...verdict.blobs.faults]) {
    terminal.out(`FAULT  ${faultWords(fault, verdict.names)}`);
  }
  if (!verdict.blobs.complete) {
    terminal.out('FAULT  not every document was come by: their list in the database cannot be read through');
  }
  const stopped = damageIn(verdict.condition);
  if (stopped !== undefined) terminal.out(`FAULT  ${vaultSentence(stopped, folder).sentence}`);
  for (const standing of unlike) terminal.out(standingWords(standing));
  for (const line of strayLines(strays, taken)) terminal.out(line);
  for (const { device, seq } of verdict.record.forks) {
    terminal.out(
      `Fork: two entries at place ${seq} of device ${shortId(device)}…. Both are kept; this is a finding, not damage.`,
    );
  }
  if (verdict.condition.type === 'sound' && verdict.condition.headHalved === true) {
    terminal.out(
      'Note: one half of the file head is not as it was written, as after a power cut. If power was not cut, compare with a checkpoint kept elsewhere. The next writing mends it.',
    );
  }
  const faults =
    verdict.record.faults.length +
    verdict.blobs.faults.length +
    (verdict.blobs.complete ? 0 : 1) +
    (stopped === undefined ? 0 : 1) +
    unlike.length;
  terminal.out(
    damaged
      ? `${counted(faults, 'fault')}. Keep a copy of the folder as it is, then put back what is named from a backup.`
      : 'Everything is as it was kept.',
  );
  return damaged ? EXIT.damaged : EXIT.done;
}

/** How far the checking is, in words. */
function progressWords({ of, done }: VerifyProgress): string {
  return of === 'entries'
    ? `${counted(done, 'entry', 'entries')} checked …`
    : `${counted(done, 'document')} compared …`;
}

/** What was counted, line by line. */
export function countLines({ record: { counts }, blobs }: Verdict): readonly string[] {
  const n = (value: number): string => value.toLocaleString('en-US');
  return [
    `entries      ${n(counts.entries)}, with ${counted(counts.signatures, 'signature')}${counts.waiting > 0 ? `; ${n(counts.waiting)} wait for others` : ''}`,
    `parts        ${n(counts.bodies)} as the entries committed to${counts.bodiesErased > 0 ? `; ${n(counts.bodiesErased)} erased` : ''}${counts.bodiesAbsent > 0 ? `; ${n(counts.bodiesAbsent)} not here (never sent)` : ''}`,
    `checkpoints  ${n(counts.checkpoints)}, each signed and equal to its tree`,
    `projections  ${n(counts.projectionRows)} rows equal to what the entries give, ${counted(counts.suggestions, 'cached reading')}`,
    `search       ${counted(counts.passages, 'passage')} indexed as the layers give them`,
    `sources      ${n(blobs.blobs)}, ${sizeWords(blobs.bytes)}, each compared with both of its digests`,
  ];
}
