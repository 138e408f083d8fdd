import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LeafHash, type PersonKey, parseId, parseSourceId } from '../base/index.ts';
import { type Claim, type Layer, makeClaim, readLayer } from '../read/index.ts';
import {
  changeClaim,
  claimReviewed,
  countStates,
  fieldsThatDiffer,
  isReopened,
  type KeyedClaim,
  nameClaims,
  type Review,
  type ReviewedClaim,
  type ReviewRecord,
  readReason,
  readReviewRecord,
  statesOf,
  typeClaim,
} from './index.ts';

const hex = (digit: string, length: number): string => digit.repeat(length);
function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing here');
  return value;
}
const SOURCE = must(parseSourceId('5e'.repeat(16)));
const ada: PersonKey = must(parseId('PersonKey', hex('a', 64)));
const bo: PersonKey = must(parseId('PersonKey', hex('b', 64)));

function layerOf(text: string): Layer {
  const layer = readLayer(new TextEncoder().encode(text), { fileName: 'invented.txt' });
  if (!layer.ok) throw new Error(layer.error.type);
  return layer.value;
}

const TEXT =
  'Report of the Lantern Society, 3 May 2019\n\nThe society said that 120 people lived near the mill in 2018. ' +
  'The ferry carried 45 boats. The society said that 120 people lived near the mill in 2018. The fee was 30 crowns.';

/** A claim of some words of the text, the n-th time that they stand there. */
function claimOf(words: string, nth = 0, more: Partial<Claim> = {}, text: Layer = layerOf(TEXT)): Claim {
  let start = text.text.indexOf(words);
  for (let n = 0; n < nth; n++) start = text.text.indexOf(words, start + 1);
  const made = typeClaim(text, { start, end: start + words.length }, { kind: 'assertion' });
  if (!made.ok) throw new Error(made.error.why);
  return makeClaim(text.text, { ...made.value, ...more });
}

let leaves = 0;
function review(person: PersonKey, record: Review['record']): Review {
  leaves++;
  const leaf: LeafHash = must(parseId('LeafHash', leaves.toString(16).padStart(64, '0')));
  return { leaf, person, order: leaves, at: '2026-01-02T03:04:05.000Z', record };
}

function says(
  person: PersonKey,
  { place, claim }: KeyedClaim,
  verdict: ReviewRecord['verdict'],
  more: Partial<ReviewRecord> = {},
): Review {
  return review(person, {
    ...{ type: 'review', source: SOURCE, ...place, claim, verdict, edited: null, typed: false, reason: 'looked at it' },
    ...more,
  });
}

function undoes(person: PersonKey, of: Review): Review {
  const claim = claimReviewed(of.record);
  return review(person, { type: 'review-withdrawn', source: SOURCE, claim, review: of.leaf, reason: 'a slip' });
}

const named = (claims: readonly Claim[], text = TEXT): readonly KeyedClaim[] =>
  nameClaims(layerOf(text).text, claims, SOURCE);
const only = (states: readonly ReviewedClaim[]): ReviewedClaim => {
  expect(states).toHaveLength(1);
  return must(states[0]);
};

describe('a claim’s name', () => {
  it('RV2: tells equal words at two places apart, whatever else is proposed', () => {
    const words = '120 people lived near the mill in 2018';
    const both = named([claimOf(words, 0), claimOf(words, 1)]);
    const second = named([claimOf(words, 1)]);
    expect(second[0]?.id).toBe(both[1]?.id);
    expect(both[0]?.id).not.toBe(both[1]?.id);
    expect(both[0]?.id.slice(0, 8)).toBe(SOURCE.slice(0, 8));
  });

  it('RV2: does not change with white space, and changes with the kind', () => {
    const wide = TEXT.replaceAll('lived near', 'lived\nnear');
    const claim = claimOf('120 people lived\nnear the mill', 0, {}, layerOf(wide));
    const plain = claimOf('120 people lived near the mill');
    expect(named([claim], wide)[0]?.id).toBe(named([plain])[0]?.id);
    expect(named([{ ...plain, kind: 'event' }])[0]?.id).not.toBe(named([plain])[0]?.id);
  });

  it('RV2: two claims of one kind in the same words at one place are two', () => {
    const claim = claimOf('The fee was 30 crowns');
    expect(new Set(named([claim, claim]).map(({ id }) => id)).size).toBe(2);
  });

  it('RV2: a megabyte of one letter takes time in proportion', () => {
    const text = 'a'.repeat(1_000_000);
    const passage = { layer: claimOf('The fee').passage.layer, prefix: '', suffix: '' };
    const claims = Array.from({ length: 2000 }, (_, n): Claim => {
      const start = n * 400;
      return {
        ...claimOf('The fee'),
        passage: { ...passage, start, end: start + 300, quote: text.slice(start, start + 300) },
      };
    });
    const ids = new Set(nameClaims(text, claims, SOURCE).map(({ id }) => id));
    expect(ids.size).toBe(2000);
  });
});

describe('a claim’s state', () => {
  const proposals = named([claimOf('The fee was 30 crowns')]);
  const fee = must(proposals[0]);
  const stateAfter = (...reviews: readonly Review[]): ReviewedClaim => only(statesOf(SOURCE, proposals, reviews));

  it('RV4: nobody has looked, or the newest verdict of each person agrees', () => {
    expect(stateAfter().state).toBe('unreviewed');
    expect(stateAfter(says(ada, fee, 'accept')).state).toBe('accepted');
    expect(stateAfter(says(ada, fee, 'accept'), says(ada, fee, 'reject')).state).toBe('rejected');
    expect(stateAfter(says(ada, fee, 'unsure'), says(bo, fee, 'unsure')).state).toBe('unsure');
  });

  it('RV5: two persons who differ disagree, and both verdicts stay', () => {
    const state = stateAfter(says(ada, fee, 'accept'), says(bo, fee, 'reject'));
    expect(state.state).toBe('disputed');
    expect(state.standing.map(({ person, record }) => [person, record.verdict])).toEqual([
      [ada, 'accept'],
      [bo, 'reject'],
    ]);
    expect(stateAfter(says(ada, fee, 'accept'), says(bo, fee, 'reject'), says(bo, fee, 'accept')).state).toBe(
      'accepted',
    );
  });

  it('RV5: whoever edits and whoever accepts as it was differ, until they say the same', () => {
    const edited = { ...fee.claim, kind: 'statistic' as const };
    const edit = says(ada, fee, 'edit', { edited });
    expect(stateAfter(edit, says(bo, fee, 'accept')).state).toBe('disputed');
    const agreed = stateAfter(edit, says(bo, fee, 'edit', { edited }));
    expect([agreed.state, agreed.claim.kind, agreed.proposalChanged]).toEqual(['accepted', 'statistic', undefined]);
  });

  it('RV6: what is taken back stands no longer, what came before it does, and nobody takes back another’s', () => {
    const first = says(ada, fee, 'accept');
    const second = says(ada, fee, 'reject');
    const state = stateAfter(first, second, undoes(ada, second));
    expect([state.state, state.history.length]).toEqual(['accepted', 3]);
    expect(stateAfter(first, second, undoes(ada, second), undoes(ada, first)).state).toBe('unreviewed');
    expect(stateAfter(first, undoes(bo, first)).state).toBe('accepted');
  });

  it('RV7: a reviewed claim that is proposed no longer stays, and says so', () => {
    const state = only(statesOf(SOURCE, [], [says(ada, fee, 'accept')]));
    expect([state.state, state.proposal, state.proposalChanged]).toEqual(['accepted', null, { type: 'gone' }]);
    // Where the text was not read, nobody knows what is proposed.
    expect(only(statesOf(SOURCE, undefined, [says(ada, fee, 'accept')])).proposalChanged).toBeUndefined();
  });

  it('RV7: the same words under another kind are one claim, and tell of the kind', () => {
    const other = named([{ ...fee.claim, kind: 'statistic' }]);
    const state = only(statesOf(SOURCE, other, [says(ada, fee, 'accept')]));
    expect([state.id, state.state, state.proposalChanged]).toEqual([
      fee.id,
      'accepted',
      { type: 'differs', fields: ['kind'] },
    ]);
    // Accepting the other kind is a review of the same claim.
    const again = only(
      statesOf(SOURCE, other, [says(ada, fee, 'accept'), says(ada, { ...fee, claim: must(other[0]).claim }, 'accept')]),
    );
    expect([again.id, again.claim.kind, again.proposalChanged]).toEqual([fee.id, 'statistic', undefined]);
  });

  it('RV7: a reader that comes to say what a person said leaves nothing to decide', () => {
    const edited = { ...fee.claim, hedge: ['was'] };
    const improved = named([edited]);
    const state = only(statesOf(SOURCE, improved, [says(ada, fee, 'edit', { edited })]));
    expect([state.state, state.proposalChanged]).toEqual(['accepted', undefined]);
  });

  it('RV8: a typed claim is accepted by whoever typed it, and was never proposed', () => {
    const typed = says(ada, fee, 'accept', { typed: true });
    const state = only(statesOf(SOURCE, [], [typed]));
    expect([state.state, state.typed, state.proposalChanged]).toEqual(['accepted', true, undefined]);
    expect(only(statesOf(SOURCE, [], [typed, says(bo, fee, 'accept')])).proposalChanged).toBeUndefined();
  });

  it('RV7: a reader version reopens exactly the reviewed claims whose fields changed', () => {
    const sentences = Array.from({ length: 12 }, (_, n) => `Hall number ${n} held ${n + 20} chairs in 2018.`);
    const layer = layerOf(sentences.join(' '));
    const claims = sentences.map((words) => claimOf(words, 0, {}, layer));
    const before = nameClaims(layer.text, claims, SOURCE);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat({ max: 11 })),
        fc.uniqueArray(fc.nat({ max: 11 })),
        fc.uniqueArray(fc.nat({ max: 11 })),
        (reviewed, changed, dropped) => {
          const reviews = reviewed.map((n) => says(n % 2 === 0 ? ada : bo, must(before[n]), 'accept'));
          const next = claims
            .map((claim, n) => (changed.includes(n) ? { ...claim, hedge: ['held'] } : claim))
            .filter((_, n) => !dropped.includes(n));
          const states = statesOf(SOURCE, nameClaims(layer.text, next, SOURCE), reviews);
          const idsOf = (wanted: readonly number[]): string[] => wanted.map((n) => must(before[n]).id).sort();
          expect(
            states
              .filter(isReopened)
              .map(({ id }) => id)
              .sort(),
          ).toEqual(idsOf(reviewed.filter((n) => changed.includes(n) && !dropped.includes(n))));
          expect(
            states
              .filter(({ proposalChanged }) => proposalChanged?.type === 'gone')
              .map(({ id }) => id)
              .sort(),
          ).toEqual(idsOf(reviewed.filter((n) => dropped.includes(n))));
          expect(countStates(states).accepted).toBe(reviewed.length);
        },
      ),
    );
  });
});

describe('what a review may hold', () => {
  const fee = must(named([claimOf('The fee was 30 crowns')])[0]);
  const record = says(ada, fee, 'accept').record;

  it('RV3: a record reads as it was written', () => {
    expect(readReviewRecord(JSON.parse(JSON.stringify(record)))).toEqual(record);
  });

  it.each([
    ['no reason', { reason: '' }],
    ['10,000 characters of reason', { reason: 'x'.repeat(10_000) }],
    ['a NUL in the reason', { reason: 'a\u0000b' }],
    ['an escape sequence in the reason', { reason: 'a\u001b[2Jb' }],
    ['half a character in the reason', { reason: 'a\ud800' }],
    ['an edit without a claim', { verdict: 'edit' }],
    ['an edited claim in another verdict', { edited: fee.claim }],
    ['a typed rejection', { typed: true, verdict: 'reject' }],
    ['an unknown verdict', { verdict: 'perhaps' }],
    ['an unknown member', { extra: 1 }],
    ['a claim that is none', { claim: { kind: 'statistic' } }],
    ['a claim with a member that is not known', { claim: { ...fee.claim, mood: 'dark' } }],
    ['a negative place', { occurrence: -1 }],
    ['a claim as long as a book', { claim: { ...fee.claim, hedge: ['x'.repeat(300_000)] } }],
    [
      'an edit in another text',
      { verdict: 'edit', edited: { ...fee.claim, passage: { ...fee.claim.passage, layer: hex('0', 64) } } },
    ],
  ])('RV3: not %s', (_what, change) => {
    expect(readReviewRecord({ ...record, ...change })).toBeUndefined();
  });

  it('RV3: a reason is plain text of 1 to 2,000 characters', () => {
    expect(readReason('  two\r\nlines\t ')).toBe('two\nlines');
    expect(readReason(' \n ')).toBeUndefined();
    expect(readReason('x'.repeat(2001))).toBeUndefined();
    expect(readReason('\u0085')).toBeUndefined();
  });
});

describe('a claim that a person makes or changes', () => {
  const layer = layerOf(TEXT);
  const claim = claimOf('The ferry carried 45 boats');

  it('RV9: says only what stands in the text, and from where it takes the rest', () => {
    const changed = changeClaim(layer, claim, {
      kind: 'statistic',
      date: { norm: '2019-05-03', words: '3 May 2019' },
      place: [{ words: 'the mill' }],
      quantity: [{ stated: '45', value: 45, low: null, high: null, unit: 'items', counts: 'boats', op: '=' }],
      attribution: [{ role: 'issuer', name: 'Lantern Society' }],
    });
    expect(changed).toMatchObject({
      ok: true,
      value: {
        kind: 'statistic',
        date: { stated: null, norm: '2019-05-03', basis: { start: 31, end: 41 } },
        place: [{ stated: 'the mill', basis: { from: 'earlier-sentence' } }],
        quantity: [{ value: 45 }],
        attribution: [{ name: 'Lantern Society', basis: {} }],
      },
    });
  });

  it.each([
    [
      'a number that its words do not hold',
      { quantity: [{ stated: '45', value: 46, low: null, high: null, unit: 'items', counts: '', op: '=' as const }] },
    ],
    ['a place that stands nowhere', { place: [{ words: 'Atlantis' }] }],
    ['a source that stands nowhere', { attribution: [{ role: 'issuer' as const, name: 'The Moon' }] }],
    ['a date without words', { date: { norm: '2004' } }],
    ['a year that its words do not hold', { date: { norm: '1999', words: '45' } }],
  ])('RV9: not %s', (_what, change) => {
    expect(changeClaim(layer, claim, change)).toMatchObject({ ok: false, error: { type: 'claim-refused' } });
  });

  it('RV9: what cannot be typed of a number or a place stays with the words that state it', () => {
    const layer = layerOf(TEXT);
    const quantity = {
      ...{ stated: '120', value: 120, low: null, high: null, unit: 'persons', counts: 'people', op: '=' as const },
      ...{ measure: 'stock' as const, period: { stated: 'in 2018', norm: '2018' } },
    };
    const place = { stated: 'the mill', norm: 'XX', id: 'mill', relation: 'from' as const };
    const claim = claimOf('120 people lived near the mill in 2018', 0, { quantity: [quantity], place: [place] });
    const { measure: _measure, period: _period, ...typed } = quantity;
    const changed = changeClaim(layer, claim, {
      quantity: [{ ...typed, counts: '' }],
      place: [
        { words: 'the mill', norm: 'XX' },
        { words: 'near', norm: undefined },
      ],
    });
    expect(changed).toMatchObject({
      ok: true,
      value: { quantity: [{ ...quantity, counts: '' }], place: [place, { stated: 'near' }] },
    });
    const renamed = changeClaim(layer, claim, { place: [{ words: 'the mill', norm: 'YY' }] });
    // Another name is another row of a theme pack: its id does not stay.
    expect(renamed).toMatchObject({
      ok: true,
      value: { place: [{ stated: 'the mill', norm: 'YY', relation: 'from' }] },
    });
    expect(renamed.ok && renamed.value.place[0]?.id).toBeUndefined();
  });

  it('RV9: what only some kinds say is changed whole, in words of the passage, and goes when the kind does', () => {
    const layer = layerOf(TEXT);
    const claim = claimOf('The ferry carried 45 boats');
    const event = { who: 'The ferry', did: 'carried', whom: '45 boats' };
    const rule = {
      ...{
        addressee: 'The ferry',
        modality: 'must' as const,
        action: 'carried 45 boats',
        condition: null,
        sanction: null,
      },
      ...{ reward: null, amount: null, currency: null, effective: { norm: '2019-05-03', words: '3 May 2019' } },
    };
    const told = changeClaim(layer, claim, { kind: 'event', event, signal: { category: 'access', direction: 'down' } });
    if (!told.ok) throw new Error(told.error.why);
    expect(told.value).toMatchObject({ event, rule: null, signal: { stated: 'The ferry carried 45 boats' } });
    const ruled = changeClaim(layer, told.value, { kind: 'rule', rule });
    if (!ruled.ok) throw new Error(ruled.error.why);
    expect(ruled.value).toMatchObject({ event: null, signal: told.value.signal });
    expect(ruled.value.rule?.effective).toMatchObject({
      stated: null,
      norm: '2019-05-03',
      basis: { from: expect.any(String) },
    });
    expect(changeClaim(layer, ruled.value, { rule: null, signal: null })).toMatchObject({
      value: { rule: null, signal: null },
    });
    for (const change of [
      { rule: { ...rule, action: 'sank' } },
      { rule: { ...rule, amount: 46 } },
      { rule: { ...rule, effective: { norm: '2019', words: 'next spring' } } },
      { signal: { category: 'access', direction: 'up' as const, stated: 'sank' } },
      { stance: { toward: 'the harbour', polarity: 'for' as const } },
    ])
      expect(changeClaim(layer, ruled.value, change)).toMatchObject({ ok: false, error: { type: 'claim-refused' } });
  });

  it('RV8: a passage lies within its text and has words', () => {
    for (const span of [
      { start: -1, end: 4 },
      { start: 4, end: 4 },
      { start: 0, end: 1_000_000 },
      { start: 41, end: 43 },
      { start: 0.5, end: 4 },
    ]) {
      expect(typeClaim(layer, span, { kind: 'event' }).ok).toBe(false);
    }
  });

  it('fields are compared without white space and without the places that they were taken from', () => {
    const basis = { from: 'heading' as const, start: 0, end: 6 };
    const one = { ...claim, date: { stated: null, norm: '2019', basis } };
    expect(
      fieldsThatDiffer(one, { ...one, date: { stated: null, norm: '2019', basis: { ...basis, start: 1 } } }),
    ).toEqual([]);
    expect(fieldsThatDiffer(one, { ...one, date: { stated: null, norm: '2018', basis }, kind: 'event' })).toEqual([
      'date',
      'kind',
    ]);
    expect(fieldsThatDiffer(one, { ...one, hedge: ['ferry  carried'] })).toEqual(['hedge']);
  });
});
