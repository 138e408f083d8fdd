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
        complete: blobs.complete,
        strays: blobs.strays,
        head: condition.type,
        ...(condition.type === 'sound' && condition.headHalved === true && { headHalved: true }),
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
  if (!verdict.blobs.complete) {
    terminal.out('FAULT  not every document was come by: their list in the database cannot be read through');
  }
  if (verdict.condition.type !== 'sound') terminal.out(`FAULT  ${vaultSentence(verdict.condition, folder).sentence}`);
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
  const strays = strayWords(verdict.blobs.strays);
  if (strays !== undefined) terminal.out(strays);
  const faults =
    verdict.record.faults.length +
    verdict.blobs.faults.length +
    (verdict.blobs.complete ? 0 : 1) +
    (verdict.condition.type === 'sound' ? 0 : 1);
  terminal.out(
    damaged
      ? `${counted(faults, 'fault')}. Keep a copy of the folder as it is, then put back what is named from a backup.`
      : 'Everything is as it was kept.',
  );
  return damaged ? EXIT.damaged : EXIT.done;
}

/** Whether anything is not as it was kept. */
export function isDamaged({ record, blobs, condition }: Verdict): boolean {
  return record.faults.length > 0 || blobs.faults.length > 0 || !blobs.complete || condition.type !== 'sound';
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

/** What lies beside the documents and belongs to none of them; undefined when nothing does. */
function strayWords(strays: Verdict['blobs']['strays']): string | undefined {
  if (strays.length === 0) return undefined;
  const kinds = (['part', 'unknown', 'foreign'] as const).flatMap((kind) => {
    const count = strays.filter(({ type }) => type === kind).length;
    return count === 0 ? [] : [`${count.toLocaleString('en-US')} ${STRAY[kind]}`];
  });
  return `Note: ${counted(strays.length, 'file')} in blobs belong${strays.length === 1 ? 's' : ''} to no source (${kinds.join(', ')}). Nothing reads them, and nothing takes them away.`;
}

const STRAY = {
  part: 'half written, as after a crash',
  unknown: 'left from a crash, or being added just now',
  foreign: "not Daybook's",
} as const;
