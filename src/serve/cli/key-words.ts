import type {
  MemberRow,
  RevokeRefusal,
  SharesRefusal,
  SlotInfo,
  SlotsRefusal,
  Vault,
  WordsRefusal,
  WriteRefusal,
} from '../../vault/index.ts';
import { EXIT, type Stop, stop } from '../exit-code.ts';
import { counted, vaultSentence } from '../sentences.ts';
import { DAYBOOK } from '../typed.ts';
import { oneLine } from './cell-text.ts';
import { shortId } from './source-words.ts';

/** Why the slots of a vault were not changed. */
export function slotsSentence(refusal: SlotsRefusal | WriteRefusal, folder: string): Stop {
  switch (refusal.type) {
    case 'too-many-slots':
      return stop(
        EXIT.inputRefused,
        `The vault has its ${refusal.most} ways in already. Remove one that is not needed: ${DAYBOOK} recovery remove SLOT`,
      );
    case 'no-such-slot':
      return stop(
        EXIT.inputRefused,
        `There is no such way into this vault, or it is of a kind that cannot be changed so. Look: ${DAYBOOK} recovery list`,
      );
    case 'last-slot':
      return stop(
        EXIT.inputRefused,
        'Nobody could open the vault with a passphrase any more, so nothing was removed. Let somebody else in first.',
      );
    default:
      return vaultSentence(refusal, oneLine(folder));
  }
}

/** Why a vault was not put under a new key. */
export function revokeSentence(refusal: RevokeRefusal, folder: string): Stop {
  switch (refusal.type) {
    case 'copy-differs':
      return stop(
        EXIT.damaged,
        `The database that was written under the new key is not equal to the old one, so nothing was replaced. Run ${DAYBOOK} verify, and look at the disk.`,
      );
    case 'kept-slot-not-opened':
      return stop(
        EXIT.wrongPassphrase,
        `The passphrase that was given for slot ${shortId(refusal.slot)} does not open it, so nothing was changed.`,
      );
    case 'no-such-slot':
      return slotsSentence(refusal, folder);
    case 'next-taken':
      return stop(
        EXIT.inputRefused,
        `Something named next lies in ${oneLine(folder)} and is not the vault's, so nothing was changed. Look what it is, take it out of there, then try again.`,
      );
    case 'vault-in-use':
      return stop(
        EXIT.vaultInUse,
        'Another Daybook has this vault open, and a new key needs it alone, so nothing was changed. Close the others (also a prompt that waits), then try again.',
      );
    default:
      return vaultSentence(refusal, oneLine(folder));
  }
}

/** What is wrong with words that were typed; `what` begins the sentence: "The sheet", "Share 2". */
export function wordsSentence(refusal: WordsRefusal, what: string): string {
  switch (refusal.type) {
    case 'word-unknown':
      return `${what}: word ${refusal.at} is not one that Daybook writes. Look at its letters once more.`;
    case 'word-count-wrong':
      return `${what} has ${counted(refusal.found, 'word')}, and ${refusal.needed} belong on it. Look whether one was left out or typed twice.`;
    case 'check-word-differs':
      return `${what}: the last word does not fit the others, so one of them is wrong or in the wrong place. Compare each with the paper.`;
  }
}

/** Why shares that are whole do not go together. */
export function sharesSentence(refusal: SharesRefusal): string {
  switch (refusal.type) {
    case 'shares-too-few':
      return `${counted(refusal.have, 'share')} of at least ${refusal.needed} that are needed. Name more: --share FILE FILE`;
    case 'shares-of-two-sets':
      return 'These shares belong to different sets, which do not go together. The papers say which set each is of.';
    case 'share-twice':
      return `Share ${refusal.number} is there twice. Name another one in its place.`;
  }
}

/** What a way in is, in words. */
export function kindWords({ kind, detail }: Pick<SlotInfo, 'kind' | 'detail'>): string {
  switch (kind) {
    case 'person':
      return 'passphrase';
    case 'sheet':
      return 'recovery sheet';
    case 'office':
      return 'office key';
    case 'shares': {
      const { threshold, count } = detail;
      return threshold === undefined ? 'shares' : `shares, ${threshold} of ${count}`;
    }
    default:
      return `${oneLine(kind)}, of a newer Daybook`;
  }
}

/** Names of persons by key, as far as they have one. */
export async function personNames(vault: Vault): Promise<ReadonlyMap<string, string>> {
  return namesOf((await vault.query('status', undefined)).persons);
}

function namesOf(persons: readonly MemberRow[]): ReadonlyMap<string, string> {
  return new Map(persons.flatMap(({ person, name }) => (name === null ? [] : [[person, name] as const])));
}

/**
 * What to do about those of the persons who were removed and can still open this vault, since their removal came from
 * elsewhere; undefined when there is none.
 */
export async function removedWithWaysIn(vault: Vault, persons: readonly MemberRow[]): Promise<string | undefined> {
  const gone = persons.filter(({ person, removed }) => removed && person !== vault.person);
  if (gone.length === 0) return undefined;
  const slots = await vault.slots.list();
  // A header that is not as it was is told of by whatever needs it.
  if (!slots.ok) return undefined;
  const still = gone.filter(({ person }) => slots.value.some((slot) => slot.person === person));
  if (still.length === 0) return undefined;
  const names = namesOf(persons);
  const shown = still.map(({ person }) => personWords(person, names)).join(', ');
  return `Removed, and still able to open this vault: ${shown}. Shut them out: ${DAYBOOK} revoke (a new key), or at least ${DAYBOOK} person remove ${still.length === 1 ? 'with their name' : 'with each name'} here too.`;
}

/** Who somebody is: the name, else the first digits of the key. */
export function personWords(person: string | undefined, names: ReadonlyMap<string, string>): string {
  if (person === undefined) return 'not noted';
  const name = names.get(person);
  return name === undefined ? `person ${shortId(person)}…` : oneLine(name);
}
