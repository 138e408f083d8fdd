import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BlockView } from '../../serve/api.ts';
import { type ClaimPaint, createPainter, type Layers, type Node, paintUnit, unitOf, unitsOf } from './paint.ts';

const NONE: Layers = { claims: [], veils: [], finds: [] };

const claim = (id: string, start: number, end: number, more: Partial<ClaimPaint> = {}): ClaimPaint => ({
  ...{ id, start, end, kind: 'statistic', state: 'unreviewed', who: '', selected: false },
  ...more,
});

function wordsOf(text: string, nodes: readonly Node[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? text.slice(node.start, node.end) : wordsOf(text, node.children)))
    .join('');
}

function piecesOf(nodes: readonly Node[]): readonly { id: string; start: number; end: number; first: boolean }[] {
  return nodes.flatMap((node) =>
    node.type === 'text'
      ? []
      : [{ id: node.claim.id, start: node.start, end: node.end, first: node.first }, ...piecesOf(node.children)],
  );
}

const span = (length: number): fc.Arbitrary<{ start: number; end: number }> =>
  fc
    .tuple(fc.integer({ min: 0, max: length }), fc.integer({ min: 0, max: length }))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

const byStart = <S extends { start: number }>(spans: readonly S[]): S[] => [...spans].sort((a, b) => a.start - b.start);

test('whatever lies over a paragraph, its pieces joined are its text', () => {
  const inputs = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).chain((text) =>
    fc.record({
      text: fc.constant(text),
      claims: fc.array(span(text.length), { maxLength: 12 }),
      veils: fc.array(span(text.length), { maxLength: 3 }),
      finds: fc.array(span(text.length), { maxLength: 3 }),
      cursor: fc.option(span(text.length), { nil: undefined }),
    }),
  );
  fc.assert(
    fc.property(inputs, ({ text, claims, veils, finds, cursor }) => {
      const layers = {
        claims: byStart(claims).map(({ start, end }, at) => claim(String(at), start, end)),
        veils: byStart(veils),
        finds: byStart(finds),
        cursor,
      };
      const { nodes } = paintUnit(unitOf({ start: 0, end: text.length }, 'en'), layers);
      expect(wordsOf(text, nodes)).toBe(text);
    }),
  );
});

test('each claim is drawn over exactly its own words, and takes the focus once', () => {
  const inputs = fc.array(span(40), { maxLength: 5 });
  fc.assert(
    fc.property(inputs, (spans) => {
      const claims = byStart(spans.filter(({ start, end }) => start < end)).map(({ start, end }, at) =>
        claim(String(at), start, end),
      );
      const pieces = piecesOf(paintUnit(unitOf({ start: 0, end: 40 }, 'en'), { ...NONE, claims }).nodes);
      for (const { id, start, end } of claims) {
        const own = byStart(pieces.filter((piece) => piece.id === id));
        const length = own.reduce((sum, piece) => sum + piece.end - piece.start, 0);
        expect([own[0]?.start, own.at(-1)?.end, length, own.filter(({ first }) => first).length]).toEqual([
          start,
          end,
          end - start,
          1,
        ]);
      }
    }),
  );
});

test('claims in the same words are stacked, and those too deep to tell apart are counted', () => {
  const claims = [0, 1, 2, 3, 4, 5, 6].map((id) => claim(String(id), 0, 5));
  const paint = paintUnit(unitOf({ start: 0, end: 10 }, 'en'), { ...NONE, claims });
  expect(piecesOf(paint.nodes).map(({ id }) => id)).toEqual(['0', '1', '2', '3', '4']);
  expect(paint.undrawn).toBe(2);
});

test('a character of two units is not cut by what lies beside it', () => {
  const text = '甲𠮷乙';
  const { nodes } = paintUnit(unitOf({ start: 0, end: 4 }, 'zh'), { ...NONE, claims: [claim('a', 1, 3)] });
  expect(nodes.map((node) => text.slice(node.start, node.end))).toEqual(['甲', '𠮷', '乙']);
});

test('a row of a table has a unit for each cell, and the tab between them is in none', () => {
  const text = 'Year\tCases\n\n2031\t12';
  const row = (start: number, end: number): BlockView => ({
    ...{ start, end, kind: 'table-row', boilerplate: false, language: 'en' },
  });
  const cells = unitsOf(text, [row(0, 10), row(12, text.length)], 'en').map(({ units }) =>
    units.map(({ start, end }) => text.slice(start, end)),
  );
  expect(cells).toEqual([
    ['Year', 'Cases'],
    ['2031', '12'],
  ]);
});

test('a text that nobody divided is one paragraph', () => {
  expect(unitsOf('one two', [], 'en')).toMatchObject([{ block: { kind: 'paragraph' }, units: [{ start: 0, end: 7 }] }]);
  expect(unitsOf('', [], 'en')).toEqual([]);
});

test('one claim that changes has its own paragraphs painted anew and no other', () => {
  const text = 'x'.repeat(500_000);
  const units = Array.from({ length: 1000 }, (_, at) => unitOf({ start: at * 500, end: at * 500 + 480 }, 'en'));
  const claims = units.map(({ start }, at) => claim(String(at), start + 10, start + 60));
  const paint = createPainter();
  const before = paint(text, units, { ...NONE, claims });
  const judged = claims.map((one, at) => (at === 400 ? { ...one, state: 'accepted' as const } : { ...one }));
  const after = paint(text, units, { ...NONE, claims: judged });
  expect(after.flatMap((one, at) => (one === before[at] ? [] : [at]))).toEqual([400]);
  const added = byStart([...judged, claim('new', 100_200, 100_260)]);
  const third = paint(text, units, { ...NONE, claims: added });
  expect(third.flatMap((one, at) => (one === after[at] ? [] : [at]))).toEqual([200]);
});

test('another text is painted from nothing', () => {
  const paint = createPainter();
  const units = [unitOf({ start: 0, end: 3 }, 'en')];
  const [before] = paint('one', units, NONE);
  expect(paint('two', units, NONE)[0]).not.toBe(before);
});

test('a claim over several paragraphs stands in each, and takes the focus in the first', () => {
  const units = [unitOf({ start: 0, end: 4 }, 'en'), unitOf({ start: 6, end: 10 }, 'en')];
  const paints = createPainter()('ab c\n\nd ef', units, { ...NONE, claims: [claim('a', 2, 9)] });
  expect(paints.map(({ nodes }) => piecesOf(nodes))).toEqual([
    [{ id: 'a', start: 2, end: 4, first: true }],
    [{ id: 'a', start: 6, end: 9, first: false }],
  ]);
});
