/** What a rule of the house found, where, and why it matters. */
export interface Breach {
  readonly file: string;
  /** 0 for a breach of the house as a whole. */
  readonly line: number;
  readonly rule: Rule;
  readonly says: string;
}

export type Rule =
  | 'nothing seen'
  | 'unknown room'
  | 'empty room'
  | 'no public face'
  | 'unreadable file'
  | 'unknown kind of file'
  | 'rightward'
  | 'sideways'
  | 'past the public face'
  | 'leaves the house'
  | 'web takes more than types'
  | 'program takes a test'
  | 'cannot be checked'
  | 'unlisted package'
  | 'unlisted module'
  | 'module without prefix'
  | 'stale permission'
  | 'connection'
  | 'another program'
  | 'code from text'
  | 'sql outside the vault'
  | 'environment outside serve'
  | 'clock outside serve'
  | 'randomness outside serve'
  | 'too long'
  | 'unfinished'
  | 'silenced'
  | 'searches by person';

/** One line per breach, as a person reads it. */
export function breachLine({ file, line, rule, says }: Breach): string {
  return `${file}${line > 0 ? `:${line}` : ''} ${rule}: ${says}`;
}
