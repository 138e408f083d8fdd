import { resolve } from 'node:path';
import { z } from 'zod';
import { type Addressee, findAddressee } from '../../addressees.ts';
import { type GiveReceipt, type GiveRefusal, giveBundle } from '../../bundles.ts';
import { COLLECTION_NAME_LIMIT } from '../../collections.ts';
import { addresseeSentence, fileSentence } from '../../exchange-sentences.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { counted, sizeWords, vaultSentence } from '../../sentences.ts';
import { oneLine } from '../cell-text.ts';
import { refusedWords } from '../consent-words.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags, someText } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { namedCollection, shortId } from '../source-words.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({
  to: z.array(z.string().min(1)).min(1).max(100),
  collection: someText(COLLECTION_NAME_LIMIT).optional(),
  all: given,
  out: z.string().min(1).optional(),
  json: given,
});
type Flags = z.infer<typeof schema>;

/** Writes a bundle for some members, and counts what it holds. */
export async function bundle(context: CommandContext, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  return withVault(context, flags.value, (session) => give(context, session, flags.value));
}

async function give(context: CommandContext, { vault, folder }: Session, flags: Flags): Promise<ExitCode | Stop> {
  const { terminal, folder: base, now, random } = context;
  const addressees: Addressee[] = [];
  for (const typed of flags.to) {
    const found = await findAddressee(vault, typed);
    if (!found.ok) return addresseeSentence(found.error, oneLine(typed));
    addressees.push(found.value);
  }
  const collection = await namedCollection(vault, flags.collection);
  if (!collection.ok) return collection.error;
  const { out } = flags;
  const shown = (name: string): string => out ?? `./daybook-bundle-${shortId(name)}.age`;
  const given = await giveBundle(vault, {
    recipients: [...new Set(addressees.flatMap(({ recipients }) => recipients))],
    // What goes from one of a person's own copies to another is shared with nobody.
    names: addressees.every(({ person }) => person === vault.person) ? undefined : addressees.map(({ name }) => name),
    collection: collection.value,
    all: flags.all,
    path: (name) => resolve(base, shown(name)),
    now,
    random,
  });
  if (!given.ok) return giveSentence(given.error, { folder, file: oneLine(out ?? 'of this name') });
  const file = shown(given.value.header.bundle);
  if (flags.json) terminal.out(jsonLine(receiptJson(given.value, file)));
  else for (const line of receiptLines(given.value, file, addressees)) terminal.out(line);
  return given.value.blobsLacking === 0 && given.value.unshared.length === 0 ? EXIT.done : EXIT.partFailed;
}

function receiptLines(
  { header, length, blobsLacking, unshared }: GiveReceipt,
  file: string,
  addressees: readonly Addressee[],
): readonly string[] {
  const { entries, parts, withheld, blobs, bytes } = header.counts;
  const names = addressees.map(({ person, name, recipients }) =>
    name !== null
      ? oneLine(name)
      : person !== undefined
        ? `${shortId(person)}…`
        : `${recipients[0] ?? ''} (no member stated it)`,
  );
  return [
    `Wrote ${oneLine(file)} (${sizeWords(length)}), sealed to ${names.join(', ')}.`,
    `entries  ${entries.toLocaleString('en-US')}${header.before.length > 0 ? ', after those that they said they have' : ''}`,
    `parts    ${parts.toLocaleString('en-US')}${withheld > 0 ? `; ${withheld.toLocaleString('en-US')} withheld, since they speak of what is not in the collection or must not be shared` : ''}`,
    `sources  ${blobs.toLocaleString('en-US')}, ${sizeWords(bytes)}${blobsLacking > 0 ? `; ${counted(blobsLacking, 'source')} left out whose bytes are missing or damaged here` : ''}`,
    ...unshared.map((each) => `left out  source ${refusedWords(each)}`),
    'Carry the file to them. What you gave cannot be taken back.',
  ];
}

function receiptJson({ header, length, blobsLacking, unshared }: GiveReceipt, file: string): object {
  const { bundle: name, counts, scope, complete, before } = header;
  return {
    file,
    bundle: name,
    length,
    ...counts,
    blobsLacking,
    unshared,
    scope,
    complete,
    begins: before.length === 0 ? 'whole' : 'after-heads',
  };
}

function giveSentence(
  refusal: GiveRefusal,
  { folder, file }: { readonly folder: string; readonly file: string },
): Stop {
  switch (refusal.type) {
    case 'vault-moved':
      return stop(EXIT.partFailed, 'The vault changed while the bundle was made, so none was written. Try again.');
    case 'file-exists':
    case 'file-missing':
    case 'file-too-long':
      return fileSentence(refusal, file);
    default:
      return vaultSentence(refusal, folder);
  }
}
