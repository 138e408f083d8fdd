import { describe, expect, it } from 'vitest';
import { CREDIT_TAILS, DATELINES, LABELS, REFERENCES, RESIDUE } from './claims/data/residue-words.ts';
import { DATA_BRACKETS, DATA_FRAMES } from './claims/data/source-words.ts';
import { ANY_DIGIT, needsOf } from './pattern-needs.ts';
import { sought } from './sought.ts';

describe('what a pattern needs', () => {
  it.each([
    [/\b(?:m[ae]n|girls?)\b/, ['man', 'men', 'girl']],
    [/(?<!\w)[Aa]ccording to\s/, ['according to']],
    [/warn|warned|told/, ['warn', 'told']],
    [/\d+ people|(?=foo)bar/, [' people', 'bar']],
    [/(?<year>\d{4})-/, [ANY_DIGIT]],
    [/[한국]어|中国/, ['어', '中国']],
    [/x(?:abc|cde)+y/, ['abc', 'cde']],
    [/longer(?:abc)?/i, ['longer']],
  ])('%s', (pattern, needs) => {
    expect(needsOf(pattern)).toEqual(needs);
  });

  it.each([/\b(?:is|are)\b/, /a?b*/, /(?:abc)?/, /abc|\w+/, /É/iu, /😀/u])('nothing is sure of %s', (pattern) => {
    expect(needsOf(pattern)).toBeUndefined();
  });
});

describe('a pattern that is sought', () => {
  const TEXTS = [
    'Photo: Dana Quill. For more information contact press@example.org or call +1 555 0100.',
    'According to figures from the Ministry of Harbours, 1,300 people left in 2019 (Source: Harbour Police).',
    'VARNOW, 3 May (AP) – THE COUNTY OFFICE HAS CLOSED THREE PIERS. ſubscribe, LinKs.',
    '据港口警方统计，去年约有1万3300人离开该地区。责任编辑：某某（图／某某摄）',
    '군청은 2019년부터 나루터 세 곳을 닫았다. 사진 제공=군청 문의: 02-000-0000 무단 전재 금지',
    '',
    '©',
  ];
  const PATTERNS = ['en', 'zh', 'ko'] as const;

  it('is found wherever it stands, and is never missed for its needs', () => {
    for (const lang of PATTERNS)
      for (const pattern of [
        ...RESIDUE[lang],
        ...REFERENCES[lang],
        ...DATA_FRAMES[lang],
        DATA_BRACKETS[lang],
        CREDIT_TAILS[lang],
        DATELINES[lang],
        LABELS[lang],
        /subscribe|links/iu,
      ]) {
        const one = sought(pattern);
        for (const text of TEXTS)
          for (let from = 0; from < text.length; from += 7) {
            const piece = text.slice(from);
            expect(one.exec(piece)?.[0]).toBe(pattern.exec(piece)?.[0]);
          }
      }
  });

  it('is not asked of a text without what it needs, however many texts came before', () => {
    const one = sought(/harbour(?:s|ed)?/);
    let asked = 0;
    for (let turn = 0; turn < 70_000; turn++) if (one.mayBeIn(`pier ${turn}`)) asked++;
    expect(asked).toBe(0);
    expect(one.test('the harbour police')).toBe(true);
  });
});
