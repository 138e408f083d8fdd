import { z } from 'zod';
import { ok, type Result, refuse } from '../../../base/index.ts';
import {
  drawOffice,
  drawShares,
  drawSheet,
  LEAST_SHARES,
  MOST_SHARES,
  type RecoveryDraft,
  type SlotInfo,
  shareToWords,
} from '../../../vault/index.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { sharePaper, sheetPaper } from '../../recovery-paper.ts';
import { DAYBOOK } from '../../typed.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags, someText, wholeNumber } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { kindWords, personNames, personWords, slotsSentence } from '../key-words.ts';
import { type NamedPaper, removePapers, showPapers, writePapers } from '../paper-files.ts';
import { noScreen, showSheet } from '../recovery-offer.ts';
import { shortId } from '../source-words.ts';
import { tableLines } from '../table.ts';
import { vaultFlags, withVault } from '../vault-session.ts';
import { recoverWith } from './recovery-use.ts';

const LABEL_LIMIT = 100;

const schema = vaultFlags.extend({
  json: given,
  out: z.string().min(1).optional(),
  label: someText(LABEL_LIMIT).optional(),
  recipient: z.string().min(1).optional(),
  threshold: wholeNumber(LEAST_SHARES, MOST_SHARES).optional(),
  count: wholeNumber(LEAST_SHARES, MOST_SHARES).optional(),
  sheet: z.string().min(1).optional(),
  identity: z.string().min(1).optional(),
  share: z.array(z.string().min(1)).optional(),
  newPassphraseFile: z.string().min(1).optional(),
});

type Flags = z.infer<typeof schema>;

/** Lists, makes, removes and uses the ways into a vault without its passphrase. */
export async function recovery(
  context: CommandContext,
  { action, slot }: { readonly action: string; readonly slot: string | undefined },
  typed: unknown,
): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const on = (run: (session: Session) => Promise<ExitCode | Stop>): Promise<ExitCode | Stop> =>
    withVault(context, flags.value, run);
  if (slot !== undefined && action !== 'remove') {
    return stop(
      EXIT.usage,
      `recovery ${oneLine(action)} takes nothing but flags. See them: ${DAYBOOK} recovery --help`,
    );
  }
  const stopped = flagProblem(context, action, flags.value);
  if (stopped !== undefined) return stopped;
  switch (action) {
    case 'list':
      return on((session) => list(context, session, flags.value));
    case 'sheet':
      return on((session) => sheet(context, session, flags.value));
    case 'office':
      return on((session) => office(context, session, flags.value));
    case 'shares':
      return on((session) => shares(context, session, flags.value));
    case 'remove':
      return on((session) => remove(context, session, slot, flags.value));
    case 'use':
      return recoverWith(context, flags.value);
    default:
      return stop(EXIT.usage, 'Recovery can do six things: list, sheet, office, shares, remove SLOT, use.');
  }
}

/** The slot whose id begins with these digits; a sentence when there is none, or more than one. */
export function findSlot(slots: readonly SlotInfo[], typed: string): Result<SlotInfo, Stop> {
  const prefix = typed.toLowerCase().replace(/…$/, '');
  const found = /^[0-9a-f]{1,32}$/.test(prefix) ? slots.filter(({ id }) => id.startsWith(prefix)) : [];
  const [first, second] = found;
  if (first !== undefined && second === undefined) return ok(first);
  return refuse(
    stop(
      EXIT.inputRefused,
      `${first === undefined ? 'No slot' : 'More than one slot'} begins with ${oneLine(typed.slice(0, 40))}. See them: ${DAYBOOK} recovery list`,
    ),
  );
}

/** What is wrong with how it was asked, before anybody is asked for a passphrase; undefined when nothing is. */
function flagProblem({ terminal }: CommandContext, action: string, flags: Flags): Stop | undefined {
  const { out, recipient, threshold, count } = flags;
  if (action === 'office' && recipient === undefined) {
    return stop(EXIT.usage, "Name the office's key, as age-keygen prints it: recovery office --recipient age1…");
  }
  if (action === 'shares' && (threshold === undefined || count === undefined || threshold > count)) {
    return stop(
      EXIT.usage,
      `Say how many shares there are and how many suffice, from ${LEAST_SHARES} to ${MOST_SHARES}: recovery shares --threshold 2 --count 3`,
    );
  }
  const isShown = (action === 'sheet' || action === 'shares') && out === undefined;
  return isShown && !(terminal.asks && terminal.shows) ? noScreen() : undefined;
}

async function list(
  { terminal }: CommandContext,
  { vault, folder }: Session,
  { json }: Flags,
): Promise<ExitCode | Stop> {
  const slots = await vault.slots.list();
  if (!slots.ok) return slotsSentence(slots.error, folder);
  const names = await personNames(vault);
  if (json) {
    for (const { id, kind, person = null, madeAt = null, detail, own } of slots.value) {
      const name = person === null ? null : (names.get(person) ?? null);
      terminal.out(jsonLine({ slot: id, kind, person, name, madeAt, detail, own }));
    }
    return EXIT.done;
  }
  const rows = slots.value.map((each) => [
    shortId(each.id),
    kindWords(each),
    personWords(each.person, names),
    each.madeAt?.slice(0, 10) ?? 'unknown',
    each.own ? 'open through it now' : '',
  ]);
  const columns = [
    { heading: 'slot' },
    { heading: 'kind', least: 12 },
    { heading: 'whose, or made by', least: 12 },
    { heading: 'made' },
    { heading: '' },
  ];
  for (const line of tableLines(columns, rows, { cells: terminal.cells })) terminal.out(line);
  if (slots.value.every(({ kind }) => kind === 'person')) {
    terminal.out(`A lost passphrase loses the vault: there is no other way in. Make one: ${DAYBOOK} recovery sheet`);
  }
  return EXIT.done;
}

async function sheet(context: CommandContext, session: Session, flags: Flags): Promise<ExitCode | Stop> {
  const { out, label, json } = flags;
  if (out === undefined) return (await showSheet(context, session, label)) ?? EXIT.done;
  const { draft, words } = await drawSheet(context.random);
  return keepPapers(context, session, { draft, out, json, papers: [{ ending: '', paper: sheetPaper(words, label) }] });
}

async function office(context: CommandContext, { vault, folder }: Session, flags: Flags): Promise<ExitCode | Stop> {
  const { recipient = '', json } = flags;
  const draft = await drawOffice(recipient.trim(), context.random);
  if (!draft.ok) {
    return stop(
      EXIT.inputRefused,
      'This is no key that Daybook can seal to. It takes what age-keygen prints as public key: age1 and 58 letters and digits. Look whether all of it was copied.',
    );
  }
  const added = await vault.slots.addRecovery(draft.value, context.now());
  if (!added.ok) return slotsSentence(added.error, folder);
  if (json) context.terminal.out(jsonLine({ slot: added.value, kind: 'office' }));
  else {
    context.terminal.out(
      `The vault now opens with the office's key too (slot ${shortId(added.value)}). Whoever has its identity file and the folder reads everything: try it out once (${DAYBOOK} recovery use --identity FILE on a copy), and keep the file where no laptop is taken with it.`,
    );
  }
  return EXIT.done;
}

async function shares(context: CommandContext, session: Session, flags: Flags): Promise<ExitCode | Stop> {
  const { threshold = LEAST_SHARES, count = LEAST_SHARES, out, label, json } = flags;
  const { terminal, random } = context;
  const { draft, shares: drawn } = await drawShares({ threshold, count, random });
  const papers = await Promise.all(
    drawn.map(async (share) => ({
      ending: `-${share.number}-of-${count}`,
      paper: sharePaper(await shareToWords(share), share, label),
    })),
  );
  if (out !== undefined) return keepPapers(context, session, { draft, out, json, papers });
  const stopped = await showPapers(terminal, papers);
  if (stopped !== undefined) return stopped;
  const added = await session.vault.slots.addRecovery(draft, context.now());
  if (!added.ok) return slotsSentence(added.error, session.folder);
  terminal.out(
    `The vault now opens with any ${threshold} of these ${count} shares too (slot ${shortId(added.value)}).`,
  );
  return EXIT.done;
}

/** Writes papers first and puts the slot into the vault only then: a slot whose paper was never written helps nobody. */
async function keepPapers(
  context: CommandContext,
  { vault, folder }: Session,
  request: {
    readonly draft: RecoveryDraft;
    readonly out: string;
    readonly json: boolean;
    readonly papers: readonly NamedPaper[];
  },
): Promise<ExitCode | Stop> {
  const { draft, out, json, papers } = request;
  const written = writePapers(context.folder, vault.folder, { out, papers });
  if (!written.ok) return written.error;
  const added = await vault.slots.addRecovery(draft, context.now());
  if (!added.ok) {
    removePapers(context.folder, written.value);
    return slotsSentence(added.error, folder);
  }
  const { terminal } = context;
  if (json) terminal.out(jsonLine({ slot: added.value, kind: draft.kind, files: written.value }));
  else {
    for (const file of written.value) terminal.out(`wrote ${oneLine(file)}`);
    terminal.out(
      'Anybody who reads these files can open the vault with them. Print them, compare the print with the screen, then delete them and empty the bin; on a stick or another disk than this one they are easier to destroy.',
    );
  }
  return EXIT.done;
}

async function remove(
  { terminal }: CommandContext,
  { vault, folder }: Session,
  typed: string | undefined,
  { json }: Flags,
): Promise<ExitCode | Stop> {
  if (typed === undefined) return stop(EXIT.usage, 'Name the slot by the first digits of its id: recovery remove SLOT');
  const slots = await vault.slots.list();
  if (!slots.ok) return slotsSentence(slots.error, folder);
  const found = findSlot(slots.value, typed);
  if (!found.ok) return found.error;
  if (found.value.kind === 'person') {
    return stop(
      EXIT.inputRefused,
      `This is the slot of a passphrase. Change yours: ${DAYBOOK} passphrase. Shut somebody else out: ${DAYBOOK} revoke`,
    );
  }
  const removed = await vault.slots.removeRecovery(found.value.id);
  if (!removed.ok) return slotsSentence(removed.error, folder);
  if (json) terminal.out(jsonLine({ removed: found.value.id, kind: found.value.kind }));
  else {
    terminal.out(
      `Removed the ${kindWords(found.value)} (slot ${shortId(found.value.id)}). Copies of the folder that were made before still open with it. If it fell into other hands: ${DAYBOOK} revoke`,
    );
  }
  return EXIT.done;
}
