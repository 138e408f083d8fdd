import type { Language } from '../../base/index.ts';
import type { Layer } from '../layer.ts';
import { readLayer } from '../read-layer.ts';
import type { ThemeName, ThemePack, ThemeRow } from '../theme-pack.ts';

/**
 * The layer of one invented sentence, as the gold sets of figures and mentions are read by tests and by the benchmark.
 * Throws when the sentence makes no layer.
 */
export function sentenceLayer(
  text: string,
  options: { readonly date?: string; readonly language?: Language } = {},
): Layer {
  const read = readLayer(new TextEncoder().encode(text), { fileName: 'sentence.txt' });
  if (!read.ok) throw new Error('a gold sentence must make a layer');
  const { date, language } = options;
  const layer = read.value;
  return {
    ...layer,
    blocks: layer.blocks.map((block) => ({
      ...block,
      kind: 'paragraph',
      label: 'content',
      ...(language === undefined ? {} : { language }),
    })),
    metadata: date === undefined ? {} : { date: { value: date, from: 'meta' } },
    documents: [],
  };
}

const row = (id: string, type: string, ...names: readonly string[]): ThemeRow => ({
  id,
  type,
  names: names.map((text): ThemeName => ({ text, language: 'en', unverified: false })),
  countries: [],
  source: 'invented',
});

/** A pack of the invented places and offices that the gold sentences speak of. */
export const SAMPLE_PACK: ThemePack = {
  id: 'gold',
  title: 'Invented places of the gold sentences',
  version: '1',
  licence: 'CC0-1.0',
  digest: '',
  places: [
    row('XA-1', 'province', 'Tessany province', 'Tessany'),
    row('XA-2', 'county', 'Varnow County', 'Varnow'),
    row('XA-3', 'town', 'Orrin'),
    row('XA', 'country', 'Lhoren'),
    row('ilde', 'river', 'Ilde River', 'Ilde'),
  ],
  offices: [row('o-interior', 'org:state', 'Ministry of Interior'), row('o-foreign', 'org:state', 'Foreign Minister')],
  terms: [],
};
