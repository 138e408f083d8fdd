import { expect, test } from 'vitest';
import { changeBetween, changeOfNew, emptyDraft, NO_QUANTITY, placedIn, wrongTold, wrongTyped } from './claim-draft.ts';
import { NO_EVENT, NO_OPTION, NO_RISK, NO_RULE, NO_STANCE } from './term-draft.ts';

const RULE = { ...NO_RULE, modality: 'must', action: 'hand in the boat' };
const draft = { ...emptyDraft(), kind: 'rule', quantities: [] };

test('what only some kinds say is sent whole when something of it was touched, and as none when it was taken away', () => {
  const before = { ...draft, rule: [RULE], risk: [{ ...NO_RISK, category: 'detention' }] };
  expect(changeBetween(before, { ...before, rule: [{ ...RULE, reward: ' 500 ' }] })).toEqual({
    rule: {
      ...{ addressee: null, modality: 'must', action: 'hand in the boat', condition: null, sanction: null },
      ...{ reward: '500', amount: null, currency: null, effective: null },
    },
  });
  expect(changeBetween(before, { ...before, rule: [], risk: [] })).toEqual({ rule: null, risk: null });
  expect(changeBetween(before, { ...before, risk: [{ ...NO_RISK, category: 'detention', direction: 'up' }] })).toEqual({
    risk: { category: 'detention', direction: 'up' },
  });
});

test('a rule is said of rules alone, and an event of events', () => {
  const event = [{ who: 'the ferry', did: 'stopped', whom: '' }];
  expect(changeOfNew({ ...draft, event }).event).toBeUndefined();
  expect(changeOfNew({ ...draft, kind: 'event', event, rule: [RULE] })).toMatchObject({
    event: { who: 'the ferry', did: 'stopped', whom: null },
  });
  const before = { ...draft, kind: 'assertion', event };
  expect(changeBetween(before, { ...before, kind: 'event' }).event).toEqual({
    who: 'the ferry',
    did: 'stopped',
    whom: null,
  });
});

test('what was begun and lacks what it is nothing without is told by its part; what nobody began is none', () => {
  expect(wrongTyped({ ...draft, rule: [NO_RULE], risk: [NO_RISK], stance: [NO_STANCE] }, false)).toBeUndefined();
  for (const [typed, field, part] of [
    [{ rule: [{ ...NO_RULE, action: 'go' }] }, 'rule', 'modality'],
    [{ rule: [{ ...NO_RULE, modality: 'may' }] }, 'rule', 'action'],
    [{ kind: 'event', event: [{ ...NO_EVENT, whom: 'boats' }] }, 'event', 'did'],
    [{ risk: [{ ...NO_RISK, stated: 'beaten' }] }, 'risk', 'category'],
    [{ option: [{ ...NO_OPTION, stance: 'for' }] }, 'option', 'options'],
    [{ stance: [{ ...NO_STANCE, toward: 'boats' }] }, 'stance', 'polarity'],
  ] as const) {
    expect(wrongTyped({ ...draft, ...typed }, false)).toEqual({ field, part, why: 'lacking' });
  }
});

test('a rule’s amount goes when the number that it was is no number of the claim any more', () => {
  const number = { ...NO_QUANTITY, stated: '500 crowns', value: '500' };
  const before = { ...draft, rule: [{ ...RULE, amount: '500' }], quantities: [number] };
  expect(changeBetween(before, { ...before, quantities: [{ ...number, stated: '600', value: '600' }] })).toMatchObject({
    rule: { amount: null },
  });
  expect(changeBetween(before, { ...before, hedge: 'about' }).rule).toBeUndefined();
});

test('every fault has one place: a field of its row, the group where there is no row, or none of the form', () => {
  const places = [
    { stated: '', norm: '' },
    { stated: 'Tarn Ford', norm: '' },
  ];
  const told = wrongTold({ ...draft, places }, { field: 'places', at: 0 });
  expect(told).toEqual({ field: 'places', at: 1 });
  expect(placedIn({ ...draft, places }, told)).toEqual({ field: 'places', at: 1, part: 'stated' });
  expect(placedIn({ ...draft, rule: [RULE] }, { field: 'rule', part: 'sanction', why: 'not-in-passage' })).toEqual({
    ...{ field: 'rule', at: 0, part: 'sanction', why: 'not-in-passage' },
  });
  expect(placedIn(draft, { field: 'quantities', at: 0, part: 'value', why: 'lacking' })).toEqual({
    ...{ field: 'quantities', why: 'lacking' },
  });
  expect(placedIn(draft, { field: 'date', why: 'no-date' })).toMatchObject({ field: 'date', part: 'norm' });
  expect(placedIn(draft, { field: 'layer' })).toBeUndefined();
  expect(wrongTold(draft, {})).toBeUndefined();
});
