import { describe, expect, it } from 'vitest';
import type { Mention } from '../claim.ts';
import { readClaims } from '../claims/read-claims.ts';
import { SAMPLE_PACK, sentenceLayer } from '../figures/gold-set.ts';
import { reasonsAgainstDraft } from './draft-hold.ts';
import first from './gold/protection.json' with { type: 'json' };
import second from './gold/protection-second.json' with { type: 'json' };
import { isProtected, veil } from './veil.ts';

const SENTENCES = [...first.sentences, ...second.sentences];

function mentionsOf(text: string, language: string): readonly Mention[] {
  return readClaims(sentenceLayer(text, { language }), SAMPLE_PACK).mentions;
}

const short = (list: readonly Mention[]) =>
  list.map(({ surface, type, protection, reason }) => [surface, type, protection, reason]);

describe('protection of the invented sentences', () => {
  it('M1: nothing is held in a harmless look-alike', () => {
    const harmless = SENTENCES.filter(({ mentions }) => mentions.length === 0);
    const held = harmless.filter(({ text, language }) => mentionsOf(text, language).some(isProtected));
    expect([harmless.length, held]).toEqual([69, []]);
  });

  it('M9: whoever is singled out is found, with the keys that give them away', () => {
    const wanted = SENTENCES.flatMap(({ text, language, mentions }) =>
      mentions.filter(({ protection }) => protection === 'singling-out').map((one) => ({ text, language, one })),
    );
    const missed = wanted.filter(({ text, language, one }) => {
      const near = mentionsOf(text, language).filter(({ surface }) => surface.includes(one.surface.slice(-4)));
      return !near.some(
        ({ protection, quasiIdentifiers }) =>
          protection === 'singling-out' &&
          ('keys' in one ? one.keys : []).every((key) => quasiIdentifiers.includes(key)),
      );
    });
    expect([wanted.length > 5, missed.map(({ text }) => text)]).toEqual([true, []]);
  });

  it('M10: a reporting channel is operational in three languages, and held from a draft', () => {
    const text = 'Whoever sees strangers must dial 5550 at once; the reward is 2,000 crowns.';
    const layer = sentenceLayer(text, { language: 'en' });
    const { claims, mentions } = readClaims(layer, SAMPLE_PACK);
    expect(short(mentions)).toEqual([['5550', 'contact', 'operational', 'reporting-channel']]);
    expect(veil(layer.text, mentions, 0, layer.text.length)).not.toContain('5550');
    expect(
      claims.every(
        (claim) =>
          !claim.passage.quote.includes('5550') || reasonsAgainstDraft(claim, mentions, layer)?.includes('operational'),
      ),
    ).toBe(true);
    expect(short(mentionsOf('举报电话：0999-5550110。', 'zh-Hans'))).toEqual([
      ['0999-5550110', 'contact', 'operational', 'reporting-channel'],
    ]);
    expect(short(mentionsOf('수상한 사람을 보면 즉시 5550번으로 신고하라.', 'ko'))).toEqual([
      ['5550', 'contact', 'operational', 'reporting-channel'],
    ]);
  });

  it('M14: a group at risk is told once, and holds nothing back', () => {
    const found = mentionsOf('Refugee women hide. Many refugee women are sold.', 'en');
    expect(found.map(({ protection, reason }) => [protection, reason])).toEqual([['group-risk', 'group-at-risk']]);
    expect(found.filter(isProtected)).toEqual([]);
  });
});
