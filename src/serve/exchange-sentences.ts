import type { BundleRefusal, LetterRefusal, SealRefusal } from '../exchange/index.ts';
import type { WriteRefusal } from '../vault/index.ts';
import type { AddresseeRefusal } from './addressees.ts';
import { EXIT, type Stop, stop } from './exit-code.ts';
import type { FileRefusal } from './sealed-file.ts';
import { vaultSentence } from './sentences.ts';

/** Why a bundle or a request is not taken, and what to do. File and folder are shown as the user typed them. */
export function bundleSentence(
  refusal: BundleRefusal | SealRefusal | WriteRefusal,
  { file, folder }: { readonly file: string; readonly folder: string },
): Stop {
  switch (refusal.type) {
    case 'not-sealed-to-us':
      return stop(
        EXIT.inputRefused,
        `${file} is not sealed to this vault, so it cannot be opened here. Nothing tells to whom it is. Ask whoever made it to make one for you.`,
      );
    case 'seal-broken':
      return refusal.part === 'payload'
        ? stop(
            EXIT.inputRefused,
            `${file} is cut short, or was changed on its way. Nothing of it was taken. Copy it again from where it came.`,
          )
        : stop(
            EXIT.inputRefused,
            `${file} is no sealed file, or its beginning was changed or cut. Copy it again from where it came.`,
          );
    case 'not-a-bundle':
      return stop(EXIT.inputRefused, `${file} is sealed to this vault and is no bundle. Open it with: age -d`);
    case 'bundle-newer':
      return stop(EXIT.inputRefused, `${file} was made by a newer Daybook. Use that version, or a later one.`);
    case 'bundle-malformed':
      return stop(
        EXIT.inputRefused,
        `${file} was not made as Daybook makes bundles (${refusal.what}). Nothing of it was taken. Ask whoever gave it to you how they made it.`,
      );
    case 'bundle-cut-short':
      return stop(
        EXIT.inputRefused,
        `${file} was not finished by whoever made it. Nothing of it was taken. Ask for it again.`,
      );
    case 'bundle-of-other-workspace':
      return stop(EXIT.inputRefused, `${file} belongs to another workspace. Name the vault of that one: --vault DIR`);
    case 'bundle-signature-wrong':
      return stop(
        EXIT.inputRefused,
        `${file} was changed inside its seal: the signature of the device that made it does not hold. Nothing of it was taken. Speak to the sender by another way; somebody who can open your files may have made it.`,
      );
    case 'sender-unknown':
      return stop(
        EXIT.inputRefused,
        `${file} comes from a device that nobody in this workspace has enrolled. Nothing of it was taken. Speak to whoever gave it to you.`,
      );
    case 'sender-removed':
      return stop(
        EXIT.inputRefused,
        `${file} comes from somebody who was removed from this workspace. Nothing of it was taken.`,
      );
    case 'bundle-changed-meanwhile':
      return stop(
        EXIT.partFailed,
        `${file} changed while it was read. What was taken before is sound. Leave the file alone, and take it again.`,
      );
    default:
      return vaultSentence(refusal, folder);
  }
}

/** Why an invitation or a request is not used. */
export function letterSentence(refusal: LetterRefusal, file: string): Stop {
  switch (refusal.type) {
    case 'letter-malformed':
      return stop(
        EXIT.inputRefused,
        `${file} is not what is asked for here, or was changed. Look at the file that was named.`,
      );
    case 'letter-newer':
      return stop(EXIT.inputRefused, `${file} was made by a newer Daybook. Use that version, or a later one.`);
    case 'letter-signature-wrong':
      return stop(
        EXIT.inputRefused,
        `${file} was changed after it was signed. Ask for it again, and by another way whether this one was sent.`,
      );
    case 'letter-of-other-workspace':
      return stop(EXIT.inputRefused, `${file} asks for another workspace. Name the vault of that one: --vault DIR`);
  }
}

/** Why a file is not read or written. */
export function fileSentence(refusal: FileRefusal, file: string): Stop {
  switch (refusal.type) {
    case 'file-exists':
      return stop(
        EXIT.inputRefused,
        `There is a file ${file} already, and nothing is written over. Name another: --out FILE`,
      );
    case 'file-missing':
      return stop(EXIT.inputRefused, `There is no file ${file}. Look at what was named.`);
    case 'file-too-long':
      return stop(EXIT.inputRefused, `${file} is far too long for what is asked for here. Look at what was named.`);
  }
}

/** Why somebody is not given a bundle. `typed` is what the user typed. */
export function addresseeSentence(refusal: AddresseeRefusal, typed: string): Stop {
  switch (refusal.type) {
    case 'nobody-called-so':
      return stop(
        EXIT.inputRefused,
        `Nobody here is called ${typed}, and no member's key begins so. Give a name, at least four digits of a key, or a recipient (age1…).`,
      );
    case 'several-called-so':
      return stop(EXIT.inputRefused, `Several members match ${typed}. Give more digits of the key.`);
    case 'no-sealing-key':
      return stop(
        EXIT.inputRefused,
        `${typed} has not said yet to what bundles are to be sealed, or only on a device that was removed. Take a bundle of theirs first, or give their recipient (age1…).`,
      );
    case 'recipient-of-removed-device':
      return stop(
        EXIT.inputRefused,
        `${typed} belongs to a device that was removed, so nothing is sealed to it. Take a bundle that its owner made on another device first, and name them.`,
      );
    case 'addressee-removed':
      return stop(EXIT.inputRefused, `${typed} was removed from this workspace and is given nothing.`);
  }
}
