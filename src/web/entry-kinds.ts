const MESSAGES: Readonly<Record<string, string>> = {
  'workspace-founded': 'entry.workspace-founded',
  'person-enrolled': 'entry.person-enrolled',
  'person-removed': 'entry.person-removed',
  'device-enrolled': 'entry.device-enrolled',
  'device-removed': 'entry.device-removed',
  'source-added': 'entry.source-added',
  'layer-made': 'entry.layer-made',
  'reading-made': 'entry.reading-made',
  review: 'entry.review',
  approval: 'entry.approval',
  erasure: 'entry.erasure',
  'intake-received': 'entry.intake-received',
  'collection-changed': 'entry.collection-changed',
  'search-kept': 'entry.search-kept',
  'retention-set': 'entry.retention-set',
  'setting-changed': 'entry.setting-changed',
  'sealing-key-stated': 'entry.sealing-key-stated',
  'brief-drafted': 'entry.brief-drafted',
  'assistant-set': 'entry.assistant-set',
  'assistant-asked': 'entry.assistant-asked',
  'assistant-answered': 'entry.assistant-answered',
  'source-revealed': 'entry.source-revealed',
  'desk-left': 'entry.desk-left',
};

/** What an entry of this kind says was done; undefined for a kind that this desk does not know. */
export function entryKindMessage(kind: string): string | undefined {
  return MESSAGES[kind];
}
