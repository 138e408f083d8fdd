import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawZip } from '../read/raw-zip.ts';
import { Desk, jsonLines } from './daybook.ts';
import { entry } from './hostile-parts.ts';
import { hereOnVault } from './run-here.ts';

const FIRST = 'The society counted 12,000 people in the harbour in 2018.';
const SECOND = 'It counted 3,100 of them again in 2019.';

describe('the same text in another wrapper', () => {
  const desk = new Desk();
  const sources = new Map<unknown, unknown>();
  const lines: Record<string, unknown>[] = [];
  beforeAll(async () => {
    await desk.makeVault();
    desk.write('in/1-plain.txt', `${FIRST}\n\n${SECOND}\n`);
    desk.write('in/2-page.html', `<!doctype html><title></title><p>${FIRST}</p>\n<p>${SECOND}</p>`);
    desk.write('in/3-pack.zip', rawZip([entry('inside.txt', `${FIRST}\r\n\r\n${SECOND}`)]));
    desk.write('in/4-other.txt', `${FIRST}\n\n${SECOND} Or so.\n`);
    for (const name of ['1-plain.txt', '2-page.html', '3-pack.zip', '4-other.txt'])
      lines.push(...jsonLines(await hereOnVault(desk, ['add', `in/${name}`, '--json'])));
    for (const { file, source } of lines) if (file !== undefined) sources.set(file, source);
  });
  afterAll(() => desk.remove());

  it('is stored beside the first and names it, whatever breaks its lines; another text does not', () => {
    const told = new Map(lines.map(({ file, status, sameText }) => [file, { status, sameText }]));
    const [plain, page] = [sources.get('in/1-plain.txt'), sources.get('in/2-page.html')];
    expect(told.get('in/1-plain.txt')).toEqual({ status: 'stored', sameText: undefined });
    expect(told.get('in/2-page.html')).toEqual({ status: 'stored', sameText: [plain] });
    expect(told.get('in/3-pack.zip › inside.txt')).toEqual({ status: 'stored', sameText: [plain, page] });
    expect(told.get('in/4-other.txt')).toEqual({ status: 'stored', sameText: undefined });
    expect(new Set(sources.values()).size).toBe(5);
  });

  it('the receipt counts it, and a line says it in words', async () => {
    const receipts = lines.flatMap(({ receipt }) => (receipt === undefined ? [] : [receipt]));
    expect(receipts).toMatchObject([{ sameText: 0 }, { sameText: 1 }, { sameText: 1 }, { sameText: 0 }]);
    desk.write('in/5-again.md', `${FIRST}\n\n${SECOND}\n\n`);
    const { out } = await desk.onVault(['add', 'in/5-again.md']);
    expect(out).toContain(`the same text as ${String(sources.get('in/1-plain.txt')).slice(0, 8)}`);
    expect(out).toContain('kept beside another source with the same text, and not merged: 1');
  });

  it('each of them lists the others', async () => {
    const plain = String(sources.get('in/1-plain.txt'));
    const [shown] = jsonLines(await hereOnVault(desk, ['show', plain, '--json']));
    const others = ['in/2-page.html', 'in/3-pack.zip › inside.txt'].map((file) => sources.get(file));
    expect(shown).toMatchObject({ custody: { sameText: [...others, expect.any(String)] } });
    const { out } = await hereOnVault(desk, ['show', String(sources.get('in/2-page.html'))]);
    expect(out.replace(/\s+/g, ' ')).toContain(`the same text in another wrapper: ${plain.slice(0, 8)}, `);
  });
});
