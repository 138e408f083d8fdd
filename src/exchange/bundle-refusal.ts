/** Why a bundle is not taken. Nothing was changed then, but for `bundle-changed-meanwhile`. */
export type BundleRefusal =
  /** Sealed to this vault, and no bundle of Daybook's. */
  | { readonly type: 'not-a-bundle' }
  | { readonly type: 'bundle-newer' }
  /** It breaks the rules of the format; `what` names the rule, never content. */
  | { readonly type: 'bundle-malformed'; readonly what: string }
  /** The stream inside the seal ends too early: whoever made it was interrupted. */
  | { readonly type: 'bundle-cut-short' }
  | { readonly type: 'bundle-of-other-workspace' }
  /** Changed inside the seal, by somebody who could open it. */
  | { readonly type: 'bundle-signature-wrong' }
  /** Signed by a device that nobody in the workspace enrolled. */
  | { readonly type: 'sender-unknown' }
  | { readonly type: 'sender-removed' }
  /** The file is not the one that was checked: something wrote to it in between. What was taken till then is sound. */
  | { readonly type: 'bundle-changed-meanwhile' };

/** Thrown inside this room while a stream is read; whoever began reading turns it into a refusal. */
export class Unreadable extends Error {
  readonly refusal: BundleRefusal;
  constructor(refusal: BundleRefusal) {
    super(`a bundle cannot be read: ${refusal.type}`);
    this.refusal = refusal;
  }
}
