import { expect, test } from 'vitest';
import type { ClaimStateCode } from '../../serve/api.ts';
import { inTextOrder, neighbour, nextWaiting, popJudged, progressOf, pushJudged, type Queued } from './queue.ts';

const one = (id: string, state: ClaimStateCode = 'unreviewed', start = 0): Queued => ({
  ...{ id, state, changed: null, span: { start, end: start + 1 } },
});

test('claims stand in the order of the text, those without a place last', () => {
  const lost: Queued = { ...one('lost'), span: null };
  expect(inTextOrder([lost, one('b', 'unreviewed', 9), one('a', 'accepted', 2)]).map(({ id }) => id)).toEqual([
    'a',
    'b',
    'lost',
  ]);
});

test('the next is the next that nobody reviewed, from the top again at the end', () => {
  const claims = [one('a'), one('b', 'accepted'), one('c'), one('d', 'rejected')];
  expect(nextWaiting(claims, undefined)).toBe('a');
  expect(nextWaiting(claims, 'a')).toBe('c');
  expect(nextWaiting(claims, 'c')).toBe('a');
  expect(nextWaiting(claims, 'a', new Set(['c']))).toBe(undefined);
});

test('what the reader says otherwise by now waits again', () => {
  const reopened: Queued = { ...one('b', 'accepted'), changed: { type: 'differs', fields: ['date'] } };
  expect(nextWaiting([one('a'), reopened], 'a')).toBe('b');
  expect(progressOf([one('a', 'accepted'), reopened])).toEqual({ reviewed: 1, total: 2 });
});

test('what is judged counts as reviewed before the record answers', () => {
  expect(progressOf([one('a'), one('b')], new Set(['a']))).toEqual({ reviewed: 1, total: 2 });
});

test('neighbours stop at both ends', () => {
  const claims = [one('a'), one('b')];
  expect([neighbour(claims, 'a', -1), neighbour(claims, 'a', 1), neighbour(claims, 'b', 1)]).toEqual(['a', 'b', 'b']);
  expect([neighbour(claims, undefined, 1), neighbour(claims, undefined, -1), neighbour([], 'a', 1)]).toEqual([
    'a',
    'b',
    undefined,
  ]);
});

test('undo takes back the newest first and passes over what is there no longer', () => {
  const stack = pushJudged(pushJudged(pushJudged([], 'a'), 'gone'), 'b');
  const first = popJudged(stack, [one('a'), one('b')]);
  expect(first).toEqual({ id: 'b', rest: ['a', 'gone'] });
  expect(popJudged(first.rest, [one('a'), one('b')])).toEqual({ id: 'a', rest: [] });
  expect(popJudged([], [one('a')])).toEqual({ id: undefined, rest: [] });
});
