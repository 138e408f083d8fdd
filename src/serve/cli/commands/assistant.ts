import { z } from 'zod';
import { DEFAULT_LIMITS, parseAssistantAddress, writeAssistantAddress } from '../../../exchange/index.ts';
import { MODEL_LIMIT, readingToClaimsJson } from '../../../read/index.ts';
import type { AssistantCallRow } from '../../../vault/index.ts';
import {
  type AssistantReadRefusal,
  type AssistantReceipt,
  assistantOf,
  readWithAssistant,
  setAssistant,
} from '../../assistant.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { claimViews } from '../../figure-view.ts';
import { sizeWords, vaultSentence } from '../../sentences.ts';
import { agreeByWord } from '../agreement.ts';
import { addressStop, consentLines, endWords, notAskedStop, receiptLines } from '../assistant-words.ts';
import { oneLine, wrapCells } from '../cell-text.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags, someText, wholeNumber } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { findSource, shortId } from '../source-words.ts';
import { tableLines } from '../table.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({
  address: z.string().min(1).optional(),
  model: someText(MODEL_LIMIT).optional(),
  limit: wholeNumber(1, 500),
  yes: given,
  json: given,
});
type Flags = z.infer<typeof schema>;

/** Turns the optional assistant on and off, shows what was sent to it, and has it asked about one source. */
export async function assistant(
  context: CommandContext,
  { action, source }: { readonly action: string; readonly source: string | undefined },
  typed: unknown,
): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const run = (command: (session: Session) => Promise<ExitCode | Stop>): Promise<ExitCode | Stop> =>
    withVault(context, flags.value, command);
  switch (action) {
    case 'show':
      return run((session) => show(context, session, flags.value));
    case 'on':
      return turnOn(context, flags.value, run);
    case 'off':
      return run((session) => turnOff(context, session, flags.value));
    case 'read':
      return source === undefined
        ? stop(EXIT.usage, 'Name the source: assistant read ID. Type show to see all.')
        : run((session) => readSource(context, session, source, flags.value));
    default:
      return stop(EXIT.usage, 'The assistant can do four things: show, on, off, read SOURCE.');
  }
}

async function turnOn(
  context: CommandContext,
  { address, model, yes, json }: Flags,
  run: (command: (session: Session) => Promise<ExitCode | Stop>) => Promise<ExitCode | Stop>,
): Promise<ExitCode | Stop> {
  if (address === undefined || model === undefined) {
    return stop(
      EXIT.usage,
      'Say where it listens and which model: assistant on --address http://127.0.0.1:PORT --model NAME',
    );
  }
  const parsed = parseAssistantAddress(address);
  if (!parsed.ok) return addressStop(parsed.error);
  const { terminal } = context;
  return run(async ({ vault, folder }) => {
    for (const line of consentLines(writeAssistantAddress(parsed.value), model)) terminal.err(line);
    const question = 'To turn it on for this copy of the vault, type on: ';
    const refused = await agreeByWord(terminal, yes, { word: 'on', question, done: 'turned on' });
    if (refused !== undefined) return refused;
    const set = await setAssistant(vault, { address: parsed.value, model }, context);
    if (!set.ok) return vaultSentence(set.error, oneLine(folder));
    const written = writeAssistantAddress(parsed.value);
    terminal.out(
      json
        ? jsonLine({ assistant: { address: written, model } })
        : 'The assistant is on. Nothing was sent, and nothing is until you type assistant read SOURCE.',
    );
    return EXIT.done;
  });
}

async function turnOff(context: CommandContext, { vault, folder }: Session, { json }: Flags): Promise<ExitCode | Stop> {
  if ((await vault.query('assistant', { device: vault.device }))?.address !== undefined) {
    const set = await setAssistant(vault, undefined, context);
    if (!set.ok) return vaultSentence(set.error, oneLine(folder));
  }
  context.terminal.out(json ? jsonLine({ assistant: null }) : OFF);
  return EXIT.done;
}

const OFF = 'The assistant is off. Nothing is sent to anybody.';

async function show({ terminal }: CommandContext, { vault }: Session, { json, limit }: Flags): Promise<ExitCode> {
  const on = await assistantOf(vault);
  const address = on && writeAssistantAddress(on.address);
  const { items, next } = await vault.query('assistantCalls', { limit });
  if (json) {
    terminal.out(jsonLine({ assistant: on === undefined ? null : { address, model: on.model } }));
    for (const row of items) terminal.out(jsonLine(callObject(row)));
    return EXIT.done;
  }
  terminal.out(
    on === undefined
      ? OFF
      : `The assistant is on: ${address}, model ${oneLine(on.model)}. It is asked only when you type assistant read SOURCE.`,
  );
  if (items.length === 0) terminal.out('It was never asked.');
  for (const line of tableLines(COLUMNS, items.map(callCells), { cells: terminal.cells })) terminal.out(line);
  if (next !== undefined) terminal.out('There are earlier calls: --limit N shows more.');
  return EXIT.done;
}

const COLUMNS = [
  { heading: 'asked' },
  { heading: 'source' },
  { heading: 'sent', side: 'right' as const },
  { heading: 'held back', side: 'right' as const },
  { heading: 'out', side: 'right' as const },
  { heading: 'in', side: 'right' as const },
  { heading: 'kept', side: 'right' as const },
  { heading: 'dropped', side: 'right' as const },
  { heading: 'how it went', least: 16 },
];

function callCells({ asked, answered, source, at }: AssistantCallRow): readonly string[] {
  const number = (count: number): string => count.toLocaleString('en-US');
  const dropped = Object.values(answered?.dropped ?? {}).reduce((sum, count) => sum + count, 0);
  return [
    at.slice(0, 16).replace('T', ' '),
    source === undefined ? '—' : shortId(source),
    number(asked.sent),
    number(asked.heldBack),
    ...(answered === undefined
      ? ['', '', '', '', 'not known: it was broken off']
      : [
          sizeWords(answered.bytesOut),
          sizeWords(answered.bytesIn),
          number(answered.kept),
          number(dropped),
          endWords(answered.ends),
        ]),
  ];
}

function callObject({ asked, answered, source, device, at }: AssistantCallRow): object {
  const { type: _asked, ...counts } = asked;
  const { type: _answered, call: _call, ...ends } = answered ?? { type: undefined, call: undefined };
  return { at, device, source: source ?? null, ...counts, answered: answered === undefined ? null : ends };
}

async function readSource(
  context: CommandContext,
  { vault, folder }: Session,
  id: string,
  { json }: Flags,
): Promise<ExitCode | Stop> {
  const { terminal, now, random } = context;
  const found = await findSource(vault, id);
  if (!found.ok) return found.error;
  const receipt = await context.interruptible((signal) =>
    readWithAssistant(vault, found.value, {
      ...{ limits: DEFAULT_LIMITS, now, random, signal },
      progress: (done, of) => terminal.progress(`asking the assistant: ${done} of ${of} …`),
    }),
  );
  terminal.progress('');
  if (!receipt.ok) {
    return isAboutAsking(receipt.error) ? notAskedStop(receipt.error) : vaultSentence(receipt.error, oneLine(folder));
  }
  print(context, receipt.value, json);
  return receipt.value.answered.ends['answered'] === receipt.value.requests ? EXIT.done : EXIT.partFailed;
}

type ReadError = Extract<Awaited<ReturnType<typeof readWithAssistant>>, { readonly ok: false }>['error'];

function isAboutAsking(error: ReadError): error is AssistantReadRefusal {
  switch (error.type) {
    case 'assistant-off':
    case 'source-not-read':
    case 'source-read-earlier':
    case 'nothing-to-send':
      return true;
    default:
      return false;
  }
}

function print({ terminal }: CommandContext, receipt: AssistantReceipt, json: boolean): void {
  const { layer, reading, proposals, passages, answered, requests } = receipt;
  const { reader, claims } = proposals;
  const proposed = { ...reading, reader, claims };
  if (json) {
    const { claims: shown } = readingToClaimsJson('', layer, proposed, { reveal: false });
    terminal.out(jsonLine({ receipt: { ...passages, requests, ...answered }, reader, proposals: shown }));
    return;
  }
  for (const line of receiptLines(receipt)) terminal.out(line);
  for (const { kind, quote } of claimViews(layer, proposed, { reveal: false })) {
    const lines = wrapCells(`${kind} “${oneLine(quote)}”`, terminal.cells - 4);
    for (const [i, line] of lines.entries()) terminal.out(`${i === 0 ? '  - ' : '    '}${line}`);
  }
}
