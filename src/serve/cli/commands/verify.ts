import type { VaultCondition, WriteRefusal } from '../../../vault/index.ts';
import { EXIT, type ExitCode, type Stop } from '../../exit-code.ts';
import { counted, sizeWords, vaultSentence } from '../../sentences.ts';
import { type Verdict, verifyVault } from '../../verification.ts';
import type { CommandContext, Session } from '../context.ts';
import { faultWords } from '../fault-words.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { shortId } from '../source-words.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

/** Checks everything the vault holds, counts it, and names each fault. */
export async function verify(context: CommandContext, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(vaultFlags.extend({ json: given }), typed);
  if (!flags.ok) return flags.error;
  return withVault(context, flags.value, (session) => verifyAndTell(context, session, flags.value.json));
}

async function verifyAndTell(
  { terminal }: CommandContext,
  { vault, folder }: Session,
  json: boolean,
): Promise<ExitCode> {
  const verdict = await verifyVault(vault, (words) => terminal.progress(words));
  terminal.progress('');
  const damaged = isDamaged(verdict);
  if (json) {
    const { record, blobs, condition, names } = verdict;
    terminal.out(
      jsonLine({
        sound: !damaged,
        ...record.counts,
        blobs: blobs.blobs,
        bytes: blobs.bytes,
        head: condition.type,
        faults: [...record.faults, ...blobs.faults].map((fault) => ({ ...fault, words: faultWords(fault, names) })),
        forks: record.forks,
      }),
    );
    return damaged ? EXIT.damaged : EXIT.done;
  }
  for (const line of countLines(verdict)) terminal.out(line);
  for (const fault of [...verdict.record.faults, ...verdict.blobs.faults]) {
    terminal.out(`FAULT  ${faultWords(fault, verdict.names)}`);
  }
  const stopped = damageIn(verdict.condition);
  if (stopped !== undefined) terminal.out(`FAULT  ${vaultSentence(stopped, folder).sentence}`);
  for (const { device, seq } of verdict.record.forks) {
    terminal.out(
      `Fork: two entries at place ${seq} of device ${shortId(device)}…. Both are kept; this is a finding, not damage.`,
    );
  }
  const faults = verdict.record.faults.length + verdict.blobs.faults.length + (stopped === undefined ? 0 : 1);
  terminal.out(
    damaged
      ? `${counted(faults, 'fault')}. Keep a copy of the folder as it is, then put back what is named from a backup.`
      : 'Everything is as it was kept.',
  );
  return damaged ? EXIT.damaged : EXIT.done;
}

/** Whether anything is not as it was kept. */
export function isDamaged({ record, blobs, condition }: Verdict): boolean {
  return record.faults.length > 0 || blobs.faults.length > 0 || damageIn(condition) !== undefined;
}

/** A vault that joined and was not admitted yet lacks nothing. */
function damageIn(condition: VaultCondition): WriteRefusal | undefined {
  return condition.type === 'sound' || condition.type === 'not-admitted' ? undefined : condition;
}

/** What was counted, line by line. */
export function countLines({ record: { counts }, blobs }: Verdict): readonly string[] {
  const n = (value: number): string => value.toLocaleString('en-US');
  return [
    `entries      ${n(counts.entries)}, with ${counted(counts.signatures, 'signature')}${counts.waiting > 0 ? `; ${n(counts.waiting)} wait for others` : ''}`,
    `parts        ${n(counts.bodies)} as the entries committed to${counts.bodiesAbsent > 0 ? `; ${n(counts.bodiesAbsent)} not here (erased, or never sent)` : ''}`,
    `checkpoints  ${n(counts.checkpoints)}, each signed and equal to its tree`,
    `projections  ${n(counts.projectionRows)} rows equal to what the entries give, ${counted(counts.suggestions, 'cached reading')}`,
    `sources      ${n(blobs.blobs)}, ${sizeWords(blobs.bytes)}, each compared with both of its digests`,
  ];
}
