/** Why a vault takes no entries, or what of it as a whole is wrong, by the code of its condition. */
const CONDITIONS: Readonly<Record<string, string>> = {
  'vault-in-use': 'fault.vault-in-use',
  'vault-changed': 'fault.vault-changed',
  'lock-damaged': 'fault.lock-damaged',
  'head-missing': 'fault.head-missing',
  'head-damaged': 'fault.head-damaged',
  'head-newer': 'fault.head-newer',
  'behind-head': 'fault.behind-head',
  'log-differs-from-head': 'fault.log-differs-from-head',
  'own-log-forked': 'fault.own-log-forked',
  'not-admitted': 'fault.not-admitted',
  'database-damaged': 'fault.database-damaged',
};

/** What a check found, by what it belongs to: a code begins with that, and says the particular behind it. */
const FOUND: Readonly<Record<string, string>> = {
  entry: 'fault.entry',
  placement: 'fault.placement',
  body: 'fault.body',
  checkpoint: 'fault.checkpoint',
  projection: 'fault.derived',
  suggestion: 'fault.derived',
  index: 'fault.index',
  database: 'fault.database',
  blob: 'fault.blob',
};

/** The sentence for a code of a condition or of a check; undefined for one that this desk does not know. */
export function faultMessage(code: string): string | undefined {
  return CONDITIONS[code] ?? FOUND[code.split('-')[0] ?? ''];
}
