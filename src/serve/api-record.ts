export interface LogView {
  readonly entries: readonly {
    readonly id: string;
    readonly device: string;
    readonly seq: number;
    readonly at: string;
    readonly kind: string;
    readonly person: string | null;
    readonly parts: number;
    readonly erased: boolean;
    readonly about: EntryAbout | null;
  }[];
  readonly before?: string;
  readonly total: number;
  readonly heads: readonly { readonly device: string; readonly size: number; readonly words: readonly string[] }[];
  readonly checkpoints: readonly { readonly device: string; readonly size: number; readonly at: string | null }[];
  readonly forks: number;
}

export interface PeopleView {
  readonly persons: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly removed: boolean;
    readonly self: boolean;
  }[];
  readonly devices: readonly {
    readonly id: string;
    readonly self: boolean;
    readonly entries: number;
    readonly lastHeard: string | null;
  }[];
  /** Ways to open the vault: passphrases, recovery sheet, office, shares. */
  readonly slots: readonly { readonly kind: string; readonly mine: boolean }[];
  readonly hasRecovery: boolean;
}

/** What an entry is about: a source that is here, and of a review the claim, in the words of its passage as they are shown. */
export interface EntryAbout {
  readonly source: string;
  readonly title: string;
  readonly claim: string | null;
  /** Null where the words are not known here. */
  readonly quote: string | null;
}
