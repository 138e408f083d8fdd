import { expect, it } from 'vitest';
import type { Layer } from '../layer.ts';
import type { ThemePack, ThemeRow } from '../theme-pack.ts';
import gold from './gold/sentences.json' with { type: 'json' };
import { readMentions } from './read-mentions.ts';

const row = (id: string, type: string, text: string): ThemeRow => ({
  id,
  type,
  names: [{ text, language: 'en', unverified: false }],
  countries: [],
  source: 'invented',
});
const pack: ThemePack = {
  id: 't',
  title: 't',
  version: '1',
  licence: 'x',
  digest: '',
  places: [
    row('V', 'county', 'Varnow'),
    row('O', 'town', 'Orrin'),
    row('T', 'province', 'Tessany'),
    row('L', 'country', 'Lhoren'),
    row('I', 'river', 'Ilde'),
  ],
  offices: [row('M', 'office', 'Ministry of Interior'), row('F', 'office', 'Foreign Minister')],
  terms: [],
};
it('x', () => {
  let ok = 0,
    want = 0,
    got = 0,
    right = 0,
    perfect = 0;
  for (const s of gold.sentences) {
    const layer: Layer = {
      v: 1,
      type: 'extracted',
      tool: { name: 't', version: '1' },
      parent: { sha256: '0' as never },
      mediaType: 'text/plain',
      charset: { name: 'utf-8', decidedBy: 'strict-utf-8', replaced: 0 },
      text: s.text,
      blocks: [
        {
          start: 0,
          end: s.text.length,
          kind: 'paragraph',
          label: 'content',
          language: s.language,
          source: { start: 0, end: s.text.length },
        },
      ],
      metadata: {},
      documents: [],
    };
    const all = readMentions(layer, pack);
    const held = all.filter((m) => !['byline', 'public-figure', 'public'].includes(m.protection));
    const cover = (g: { surface: string; type?: string }, list: typeof all) => {
      const at = s.text.indexOf(g.surface);
      return list.some(
        (m) =>
          (g.type === undefined || m.type === g.type) &&
          Math.min(m.end, at + g.surface.length) - Math.max(m.start, at) >= Math.min(g.surface.length, 2) * 0.5 &&
          (m.start <= at + 4 || m.end >= at + g.surface.length),
      );
    };
    const found = s.mentions.filter((g) => cover(g, held));
    const good = held.filter((m) =>
      s.mentions.some((g) => {
        const at = s.text.indexOf(g.surface);
        return Math.min(m.end, at + g.surface.length) > Math.max(m.start, at);
      }),
    );
    const open = (s as { open?: { surface: string; protection: string }[] }).open ?? [];
    const openOk = open.every((g) => all.some((m) => m.surface.includes(g.surface) && m.protection === g.protection));
    ok += found.length;
    want += s.mentions.length;
    got += held.length;
    right += good.length;
    if (found.length === s.mentions.length && good.length === held.length && openOk) perfect++;
    else
      console.log(
        s.text,
        '\n G',
        s.mentions.map((m) => m.surface + '/' + m.type),
        open,
        '\n P',
        all.map((m) => m.surface + '/' + m.type + '/' + m.protection),
      );
  }
  console.log({ ok, want, right, got, perfect, n: gold.sentences.length });
  expect(1).toBe(1);
});
