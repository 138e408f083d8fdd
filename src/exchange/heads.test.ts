import { expect, it } from 'vitest';
import { idFromBytes } from '../base/index.ts';
import { type SeenHead, sha256 } from '../preserve/index.ts';
import { areOlder, commonHeads } from './heads.ts';

function head(device: number, size: number, branch = ''): SeenHead {
  return {
    device: idFromBytes('DeviceKey', new Uint8Array(32).fill(device)),
    size,
    root: sha256(`${device}/${size}${branch}`),
  };
}

it('E12: what several have in common is the shortest of each log, and nothing of one that somebody lacks or sees forked', () => {
  expect(commonHeads([])).toEqual([]);
  expect(commonHeads([[head(2, 5), head(1, 3)]])).toEqual([head(1, 3), head(2, 5)]);
  expect(
    commonHeads([
      [head(1, 3), head(2, 5), head(3, 1)],
      [head(1, 7), head(2, 4)],
    ]),
  ).toEqual([head(1, 3), head(2, 4)]);
  expect(commonHeads([[head(1, 3), head(1, 3, 'x')]])).toEqual([]);
  expect(commonHeads([[head(1, 3)], [head(1, 3, 'x')]])).toEqual([]);
});

it('E13: a statement is older when it says less of some log and more of none', () => {
  const now = [head(1, 3), head(2, 5)];
  expect(areOlder(now, now)).toBe(false);
  expect(areOlder([head(1, 3)], now)).toBe(true);
  expect(areOlder([head(1, 2), head(2, 5)], now)).toBe(true);
  expect(areOlder([head(1, 2), head(2, 6)], now)).toBe(false);
  expect(areOlder([head(1, 3), head(2, 5), head(3, 1)], now)).toBe(false);
});
