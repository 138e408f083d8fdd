import { z } from 'zod';
import { ok, type Result, refuse } from '../../../base/index.ts';
import type { RevokeOutcome, SlotInfo, Vault } from '../../../vault/index.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { unlockVault } from '../../open.ts';
import { counted } from '../../sentences.ts';
import { DAYBOOK } from '../../typed.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { kindWords, personNames, personWords, revokeSentence, slotsSentence } from '../key-words.ts';
import { newPassphrase, type Occasion, type PassphraseSource, passphraseSource } from '../new-passphrase.ts';
import { offerSheet } from '../recovery-offer.ts';
import { shortId } from '../source-words.ts';
import { openSession, readPassphraseFile, vaultFlags } from '../vault-session.ts';
import { findSlot } from './recovery.ts';

const ids = z.array(z.string().min(1)).default([]);
const schema = vaultFlags.extend({
  drop: ids,
  keep: ids,
  newPassphraseFile: vaultFlags.shape.passphraseFile,
  keepPassphrase: given,
  yes: given,
  json: given,
});

type Flags = z.infer<typeof schema> & { readonly source: PassphraseSource | 'keep' };

const OCCASION: Occasion = {
  what: 'your new passphrase',
  flag: '--new-passphrase-file',
  nothingDone: 'Nothing was changed.',
};

/** How often a passphrase is asked for before giving up. */
const ATTEMPTS = 3;

/** Puts the vault under a new key, so that what others know of the old one opens nothing new. */
export async function revoke(context: CommandContext, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  if (context.session !== undefined) {
    return stop(
      EXIT.usage,
      `A new key needs the vault alone. Leave this prompt with quit, then type: ${DAYBOOK} revoke`,
    );
  }
  if (flags.value.newPassphraseFile !== undefined && flags.value.keepPassphrase) {
    return stop(
      EXIT.usage,
      'Give a new passphrase or keep the one you have: --new-passphrase-file, or --keep-passphrase.',
    );
  }
  if (!flags.value.yes && !context.terminal.asks) {
    return stop(EXIT.usage, 'There is nobody to ask whether this is meant. Say so: --yes');
  }
  const source = flags.value.keepPassphrase
    ? ok<'keep'>('keep')
    : passphraseSource(context, flags.value.newPassphraseFile, OCCASION);
  if (!source.ok) return source.error;
  const opened = await openSession(context, flags.value);
  if (!opened.ok) return opened.error;
  try {
    return await revokeOpen(context, opened.value, { ...flags.value, source: source.value });
  } finally {
    await opened.value.vault.close();
  }
}

async function revokeOpen(context: CommandContext, session: Session, flags: Flags): Promise<ExitCode | Stop> {
  const { terminal } = context;
  const { vault, folder } = session;
  const slots = await vault.slots.list();
  if (!slots.ok) return slotsSentence(slots.error, folder);
  const names = await personNames(vault);
  const kept = chosenSlots(slots.value, flags.keep, 'person');
  if (!kept.ok) return kept.error;
  const dropped = chosenSlots(slots.value, flags.drop, undefined);
  if (!dropped.ok) return dropped.error;
  if (!flags.yes) {
    const agreed = await confirm(context, slots.value, { kept: kept.value, dropped: dropped.value, names });
    if (agreed !== undefined) return agreed;
  }
  const opened: { slot: string; passphrase: string }[] = [];
  for (const slot of kept.value) {
    const whose = personWords(slot.person, names);
    const typed = await askFor(context, vault, slot, `Passphrase of ${whose}, slot ${shortId(slot.id)} (not shown): `);
    if (!typed.ok) return typed.error;
    opened.push({ slot: slot.id, passphrase: typed.value });
  }
  const passphrase = await ownPassphrase(context, vault, slots.value, flags);
  if (!passphrase.ok) return passphrase.error;
  const outcome = await vault.revoke({
    passphrase: passphrase.value,
    at: context.now(),
    kept: opened,
    leftOut: dropped.value.map(({ id }) => id),
    progress: (step) =>
      terminal.progress(step === 'copying' ? 'Writing everything under the new key …' : 'Putting it in place …'),
  });
  terminal.progress('');
  if (!outcome.ok) return revokeSentence(outcome.error, folder);
  if (flags.json) terminal.out(jsonLine(outcome.value));
  else for (const line of outcomeLines(outcome.value, names)) terminal.out(line);
  if (!flags.json && terminal.asks && terminal.shows) await offerNewSheet(context, session, passphrase.value);
  return EXIT.done;
}

/** What was done, and what it does not reach. */
function outcomeLines(outcome: RevokeOutcome, names: ReadonlyMap<string, string>): readonly string[] {
  const { slots, gone, backups, documents, documentsUnreadable } = outcome;
  const offices = slots.filter(({ kind }) => kind === 'office').length;
  const lines = [
    `The vault is under a new key, with ${counted(documents, 'document')}. It opens in ${counted(slots.length, 'way')}${offices > 0 ? `, ${counted(offices, 'office key')} among them` : ''}.`,
  ];
  if (documentsUnreadable > 0) {
    lines.push(
      `${counted(documentsUnreadable, 'document')} could not be read before either, and cannot now: ${DAYBOOK} verify names them.`,
    );
  }
  for (const { kind, person } of gone) {
    const whose = personWords(person, names);
    lines.push(
      kind === 'person'
        ? `No longer opens: the passphrase of ${whose}, who needs a new slot (${DAYBOOK} person add) if they are still with you.`
        : `No longer opens: ${kindWords({ kind, detail: {} })} made by ${whose}. Destroy what is on paper, and make anew what is needed: ${DAYBOOK} recovery --help`,
    );
  }
  lines.push(
    backups.length === 0
      ? 'No backup is noted that the old key opens.'
      : `The old key and its passphrases still open ${counted(backups.length, 'backup')}. Destroy them once you have made a new one:`,
  );
  for (const { id, madeAt, place } of backups)
    lines.push(`  ${madeAt.slice(0, 10)}  ${oneLine(place)}  (${shortId(id)})`);
  lines.push(
    'Copies of the old folder, wherever they are, still open with the old passphrase and show what was in it then. Whoever opened one also has the keys with which you and this device sign.',
    'The old files were replaced and not scrubbed: a laboratory may find parts of them on this disk.',
  );
  return lines;
}

/** Tells who loses their way in, and asks. */
async function confirm(
  { terminal }: CommandContext,
  slots: readonly SlotInfo[],
  plan: {
    readonly kept: readonly SlotInfo[];
    readonly dropped: readonly SlotInfo[];
    readonly names: ReadonlyMap<string, string>;
  },
): Promise<Stop | undefined> {
  const { kept, dropped, names } = plan;
  const persons = new Set([...kept, ...slots.filter(({ own }) => own)].map(({ person }) => person));
  const stays = (slot: SlotInfo): boolean => {
    if (slot.own || kept.includes(slot)) return true;
    return slot.kind === 'office' && persons.has(slot.person) && !dropped.includes(slot);
  };
  terminal.err('The vault gets a new key. What opens it now will not open it afterwards, except:');
  for (const slot of slots.filter(stays))
    terminal.err(`  stays  ${kindWords(slot)}, ${personWords(slot.person, names)}`);
  for (const slot of slots.filter((each) => !stays(each))) {
    terminal.err(`  ends   ${kindWords(slot)}, ${personWords(slot.person, names)} (slot ${shortId(slot.id)})`);
  }
  const answer = await terminal.ask('Type yes to go on: ');
  return /^\s*yes\s*$/i.test(answer ?? '') ? undefined : stop(EXIT.usage, 'Nothing was changed.');
}

function chosenSlots(
  slots: readonly SlotInfo[],
  typed: readonly string[],
  kind: string | undefined,
): Result<readonly SlotInfo[], Stop> {
  const chosen: SlotInfo[] = [];
  for (const each of typed) {
    const found = findSlot(slots, each);
    if (!found.ok) return found;
    if (found.value.own || (kind !== undefined && found.value.kind !== kind)) {
      return refuse(
        stop(
          EXIT.usage,
          'Keep the slots of other persons who can type their passphrases now, and drop those that would stay. Your own stays in any case.',
        ),
      );
    }
    chosen.push(found.value);
  }
  return ok(chosen);
}

async function ownPassphrase(
  context: CommandContext,
  vault: Vault,
  slots: readonly SlotInfo[],
  { source, passphraseFile }: Flags,
): Promise<Result<string, Stop>> {
  if (source !== 'keep') return newPassphrase(context, source, OCCASION);
  if (passphraseFile !== undefined) return readPassphraseFile(context, passphraseFile);
  const own = slots.find((slot) => slot.own);
  if (own === undefined) throw new Error('the slot that opened is not in the header');
  return askFor(context, vault, own, 'Your passphrase once more, which stays (not shown): ');
}

/** Asks for the passphrase of a slot until it opens it. */
async function askFor(
  { terminal }: CommandContext,
  vault: Vault,
  slot: SlotInfo,
  question: string,
): Promise<Result<string, Stop>> {
  if (!terminal.asks)
    return refuse(stop(EXIT.usage, 'There is no terminal to ask for a passphrase. Leave out --keep.'));
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const typed = await terminal.ask(question, { hidden: true });
    if (typed === undefined) return refuse(stop(EXIT.usage, 'Nothing was changed.'));
    if (await vault.slots.opensWith(slot.id, typed)) return ok(typed);
    terminal.err('This does not open that slot. Check each word and the case of its letters.');
  }
  return refuse(stop(EXIT.wrongPassphrase, 'The passphrase does not open the slot, so nothing was changed.'));
}

/** The sheet that there was opens nothing any more, so a new one is offered at once. */
async function offerNewSheet(context: CommandContext, { vault, folder }: Session, passphrase: string): Promise<void> {
  const { installation, now, machine } = context;
  const opened = await unlockVault({ installation, folder: vault.folder, passphrase, now, machine });
  if (!opened.ok) throw new Error(`a vault under a new key did not open: ${opened.error.type}`);
  try {
    await offerSheet(context, { vault: opened.value, folder });
  } finally {
    await opened.value.close();
  }
}
