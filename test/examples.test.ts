import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { parseThemePack, type ThemePack } from '../src/read/index.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, 'examples');
const names = readdirSync(folder).filter((name) => /^\d\d-/.test(name));
const LEGACY: Readonly<Record<string, string>> = {
  '08-notice-hans.txt': 'gb18030',
  '10-news-hant.html': 'big5',
  '11-news-ko-euckr.html': 'cp949',
};

function bytesOf(name: string): Uint8Array {
  return readFileSync(join(folder, name));
}

function textOf(name: string): string {
  return iconv.decode(Buffer.from(bytesOf(name)), LEGACY[name] ?? 'utf-8');
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function packOf(name: string): ThemePack {
  const where = join(root, 'packs', name);
  const files = readdirSync(where).filter((file) => !file.startsWith('.'));
  const pack = parseThemePack(new Map(files.map((file) => [file, readFileSync(join(where, file))])));
  if (!pack.ok) throw new Error('the pack is refused');
  return pack.value;
}

/** Whether a name stands in the text: as a word of its own in Latin script, anywhere in others. */
function hasName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = text.charAt(at - 1) + text.charAt(at + name.length);
    if (!/[A-Za-z]/.test(name) || !/[A-Za-z]/.test(around)) return true;
  }
  return false;
}

/** Runs of eight words, or of twelve Chinese, Japanese or Korean characters, whatever stands between them. */
function runsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{Script=Latin}\p{N}’']+/gu) ?? [];
  const signs = text.match(/[\p{Script=Han}\p{Script=Hangul}]/gu) ?? [];
  const runs = new Set<string>();
  for (let i = 0; i + 8 <= words.length; i++) runs.add(words.slice(i, i + 8).join(' '));
  for (let i = 0; i + 12 <= signs.length; i++) runs.add(signs.slice(i, i + 12).join(''));
  return runs;
}

describe('the bundled samples', () => {
  it('are at least fourteen, and each is listed once in their README', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(names.length).toBeGreaterThanOrEqual(14);
    const listed = [...readme.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]);
    expect(listed).toEqual(names);
  });

  it.each(names)('%s says in English and in its own language that it is invented', (name) => {
    const text = textOf(name);
    const marks = ['SAMPLE, INVENTED'];
    if (/-hans/.test(name) || name.startsWith('07')) marks.push('样本，虚构');
    if (/-hant/.test(name)) marks.push('樣本，虛構');
    if (/-ko/.test(name)) marks.push('견본, 지어낸 글');
    const head = text.slice(0, 1_500);
    expect(marks.filter((mark) => !head.includes(mark))).toEqual([]);
  });

  it.each(names)('%s is written in the encoding that the README names, without loss', (name) => {
    const bytes = bytesOf(name);
    const encoding = LEGACY[name];
    const text = textOf(name);
    expect([isUtf8(bytes), text.includes('\uFFFD')]).toEqual([encoding === undefined, false]);
    expect(Buffer.from(bytes).equals(iconv.encode(text, encoding ?? 'utf-8'))).toBe(true);
  });

  it('name what their own pack knows, and nothing of the real theme', () => {
    const samples = packOf('samples');
    const rows = [...samples.places, ...samples.offices, ...samples.terms];
    const texts = names.map((name) => ({ name, text: textOf(name) }));
    const unnamed = texts.filter(({ text }) => !rows.some((row) => row.names.some((form) => hasName(text, form.text))));
    expect(unnamed.map(({ name }) => name)).toEqual([]);
    const real = packOf('north-korea-china');
    const forms = [...real.places, ...real.offices].flatMap((row) => row.names.map(({ text }) => text));
    const told = texts.flatMap(({ name, text }) =>
      forms.filter((form) => hasName(text, form)).map((form) => [name, form]),
    );
    expect(told).toEqual([]);
  });

  const documents = join(root, '..', 'shared', 'documents');
  const present = existsSync(documents);
  it(`share no wording with the real documents${present ? '' : ': NOT CHECKED, they are not beside this checkout'}`, () => {
    if (!present) return;
    const real = readdirSync(documents).filter((name) => /^\d.*\.txt$/.test(name));
    expect(real.length).toBeGreaterThan(0);
    const theirs = new Set(real.flatMap((name) => [...runsOf(readFileSync(join(documents, name), 'utf8'))]));
    const ours = names.flatMap((name) =>
      [...runsOf(textOf(name))].filter((run) => theirs.has(run)).map((run) => [name, run]),
    );
    expect(ours).toEqual([]);
  });
});
