import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { canonicalJson, parseId, parseSourceId } from '../../src/base/index.ts';
import { type BriefSource, briefParts, briefToHtml, briefToMarkdown, draftBrief } from '../../src/brief/index.ts';
import { sha256 } from '../../src/preserve/index.ts';
import { readClaims } from '../../src/read/claims/read-claims.ts';
import { isProtected, parseThemePack, type ThemePack } from '../../src/read/index.ts';
import { readLayer } from '../../src/read/read-layer.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not there');
  return value;
}

function samplePack(): ThemePack {
  const folder = join(root, 'packs', 'samples');
  const pack = parseThemePack(new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file))])));
  if (!pack.ok) throw new Error('the pack is refused');
  return pack.value;
}

function samples(pack: ThemePack): readonly BriefSource[] {
  const folder = join(root, 'examples');
  const names = readdirSync(folder).filter((name) => /^\d\d-/.test(name));
  return names.map((name, at) => {
    const bytes = readFileSync(join(folder, name));
    const layer = readLayer(bytes, { fileName: name });
    if (!layer.ok) throw new Error('a sample is refused');
    return {
      source: found(parseSourceId(at.toString(16).padStart(32, '0'))),
      sha256: sha256(bytes),
      position: { device: found(parseId('DeviceKey', '0d'.repeat(32))), seq: at },
      layer: layer.value,
      reading: readClaims(layer.value, pack),
    };
  });
}

/** Words of the samples that could lead to someone, read off the pages by hand. */
const TELLING = [
  'woman of 34',
  'man of 61',
  'clerk',
  'a trader',
  'Slow Ferry',
  'quietgranary',
  'halfmoonledger',
  'grandmother',
  'Ms. Orla',
  '慢渡船',
  '柳岸',
  '北岸人',
  '不願具名',
  'two people in Ditvar',
];

describe('a draft from the bundled samples', () => {
  const pack = samplePack();
  const sources = samples(pack);
  const brief = parseId('SubjectId', 'f0'.repeat(16));
  const briefOf = (query: string) =>
    draftBrief({ brief: found(brief), query, at: '2024-06-01T09:30:00Z', sources, packs: [pack], limit: 500 });

  it('says something, and holds something back', () => {
    const drafted = briefOf('crossers');
    expect(drafted.sections.flatMap(({ sentences }) => sentences).length).toBeGreaterThan(3);
    expect(drafted.heldBack.passages).toBeGreaterThan(2);
    expect(drafted.searched.sources).toBe(16);
  });

  it.each(['crossers', 'Omrek', 'border', 'a', 'the', 'crowns', 'police', 'was', 'year', '2', '월경자', '越境者'])(
    'about "%s" shows none of their telling words, and no protected mention',
    (query) => {
      const drafted = briefOf(query);
      const outputs = [
        briefToMarkdown(drafted).replaceAll('\\', ''),
        briefToHtml(drafted),
        ...briefParts(drafted).map(({ body }) => canonicalJson(body)),
      ].map((text) => text.toLowerCase());
      expect(TELLING.filter((word) => outputs.some((text) => text.includes(word.toLowerCase())))).toEqual([]);
      const names = sources.flatMap(({ reading }) =>
        reading.mentions.filter((mention) => isProtected(mention) && /^(?:person|handle)$/.test(mention.type)),
      );
      const shown = names.filter(({ surface }) => {
        const word = surface.toLowerCase();
        return word.length > 2 && outputs.some((text) => text.includes(word));
      });
      expect([names.length > 0, shown.map(({ surface }) => surface)]).toEqual([true, []]);
    },
  );
});
