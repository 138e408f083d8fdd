import { resolve } from 'node:path';
import { z } from 'zod';
import type { Result } from '../../../base/index.ts';
import { refuse } from '../../../base/index.ts';
import { type JoiningRequest, LETTER_LIMIT, openSeal, readRequest, SealBroken } from '../../../exchange/index.ts';
import { digestWords } from '../../../vault/index.ts';
import { personEnrolled } from '../../drafts.ts';
import { bundleSentence, fileSentence, letterSentence } from '../../exchange-sentences.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { readSmall } from '../../sealed-file.ts';
import { vaultSentence } from '../../sentences.ts';
import { DAYBOOK } from '../../typed.ts';
import { oneLine } from '../cell-text.ts';
import { compareWords } from '../compared-words.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { shortId } from '../source-words.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({ words: z.string().min(1).optional(), json: given });

/** Room for the seal around a request. */
const SEAL_LIMIT = 64 * 1024;

/** Enrols whoever made a request, once somebody compared its words. Doing it again changes nothing. */
export async function admit(context: CommandContext, file: string, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  return withVault(context, flags.value, (session) => admitInto(context, session, file, flags.value));
}

async function admitInto(
  { terminal, folder: base, now }: CommandContext,
  session: Session,
  file: string,
  { words: typed, json }: z.infer<typeof schema>,
): Promise<ExitCode | Stop> {
  const { vault, folder } = session;
  const request = await requestIn(session, resolve(base, file), oneLine(file));
  if (!request.ok) return request.error;
  const { person, possession, name, recipient } = request.value;
  const words = (await digestWords({ ...request.value })).join(' ');
  const shown = name === null ? `somebody without a name (key ${shortId(person)}…)` : oneLine(name);
  const { persons, devices } = await vault.query('belonging', undefined);
  const tell = (admitted: 'now' | 'before'): void => {
    if (json) terminal.out(jsonLine({ person, name, admitted }));
    else if (admitted === 'before') terminal.out(`${shown} was admitted before. Nothing was changed.`);
    else {
      terminal.out(`Admitted ${shown}.`);
      terminal.out(
        `Next, make them a bundle: ${DAYBOOK} bundle --to ${name === null ? shortId(person) : `"${shown}"`}`,
      );
    }
  };
  if (persons.includes(person)) {
    tell('before');
    return EXIT.done;
  }
  // A key has one role (P18): the entry would be refused.
  if (devices.some(({ device }) => isSame(device, person)))
    return letterSentence({ type: 'letter-malformed' }, oneLine(file));
  if (!json) {
    // Words that were given are compared without being shown: who sees the right ones need not ask by voice.
    const shows = typed === undefined;
    terminal.out(`${shown} asks to be admitted to this workspace.${shows ? ' The words of the request:' : ''}`);
    for (const line of shows ? ['', `    ${words}`, ''] : []) terminal.out(line);
  }
  const stopped = await compareWords(terminal, words, {
    given: typed,
    question: 'Have them read out theirs, by voice.',
  });
  if (stopped !== undefined) return stopped;
  const draft = personEnrolled({ type: 'person', person, possession }, { name, recipient }, now());
  const kept = await vault.append({ drafts: [draft], blobs: [], suggestions: [] });
  if (!kept.ok) return vaultSentence(kept.error, folder);
  tell('now');
  return EXIT.done;
}

async function requestIn(
  { vault, folder }: Session,
  path: string,
  shown: string,
): Promise<Result<JoiningRequest, Stop>> {
  const file = await readSmall(path, SEAL_LIMIT);
  if (!file.ok) return refuse(fileSentence(file.error, shown));
  const keys = await vault.query('sealingKeys', undefined);
  if (keys.length === 0) {
    return refuse(
      stop(
        EXIT.inputRefused,
        `This vault has invited nobody yet, so no request can be sealed to it. First: ${DAYBOOK} invite`,
      ),
    );
  }
  const opened = await openSeal(
    [file.value],
    keys.map(({ identity }) => ({ type: 'identity', identity })),
  );
  if (!opened.ok) return refuse(bundleSentence(opened.error, { file: shown, folder }));
  const held: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of opened.value) {
      length += chunk.length;
      if (length > LETTER_LIMIT) break;
      held.push(chunk);
    }
  } catch (error) {
    if (error instanceof SealBroken) return refuse(bundleSentence(error.refusal, { file: shown, folder }));
    throw error;
  }
  const read = readRequest(new Uint8Array(Buffer.concat(held)), vault.workspace);
  return read.ok ? read : refuse(letterSentence(read.error, shown));
}

function isSame(one: string, other: string): boolean {
  return one === other;
}
