import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeRows, headingsOf, linksOf, type Page, readPages, scriptsNamed } from './house/pages.ts';
import { ROOMS } from './house/rooms.ts';
import { ROOT, readManifest, statedLicence } from './house/tree.ts';

const pages = readPages();
const manifest = readManifest();

function page(path: string): Page {
  const found = pages.find((one) => one.path === path);
  if (found === undefined) throw new Error(`${path} is missing`);
  return found;
}

describe('the documents', () => {
  it('are all there', () => {
    const expected = [
      ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'],
      ...['house', 'words', 'refusals', 'dependencies', 'measures', 'commands'].map((name) => `docs/${name}.md`),
    ];
    expect(expected.filter((path) => !pages.some((one) => one.path === path))).toEqual([]);
    for (const name of ['LICENSE', 'NOTICE']) expect(existsSync(join(ROOT, name)), name).toBe(true);
  });

  it('link to pages and headings that exist', () => {
    const links = pages.flatMap((one) => linksOf(one).map((link) => ({ ...link, from: one.path })));
    expect(links.length).toBeGreaterThan(10);
    const broken = links.filter(({ path, heading }) => {
      if (!existsSync(join(ROOT, path))) return true;
      const target = pages.find((one) => one.path === path);
      return heading !== undefined && target !== undefined && !headingsOf(target).includes(heading);
    });
    expect(broken).toEqual([]);
  });

  it('name npm scripts that exist', () => {
    const named = pages.flatMap((one) => scriptsNamed(one).map((script) => `${one.path}: ${script}`));
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((line) => manifest.scripts[line.split(': ')[1] ?? ''] === undefined)).toEqual([]);
  });

  it('say of every package its version, its licence and why it is here', () => {
    const packages = { ...manifest.dependencies, ...manifest.devDependencies };
    const rows = codeRows(page('docs/dependencies.md'));
    const stated = rows.map(({ name, cells: [version, licence] }) => ({ name, version, licence }));
    const installed = Object.entries(packages).map(([name, version]) => ({
      name,
      version,
      licence: statedLicence(name),
    }));
    const byName = (a: { readonly name: string }, b: { readonly name: string }) => (a.name < b.name ? -1 : 1);
    expect(installed.length).toBeGreaterThan(0);
    expect(stated.sort(byName)).toEqual(installed.sort(byName));
    for (const { name, cells } of rows) expect(cells[2], name).toMatch(/^\S.{15,}/);
  });

  it('show every room of the house, in order', () => {
    const rows = codeRows(page('docs/house.md')).map(({ name }) => name);
    expect(rows.filter((name) => ROOMS.some((room) => room.name === name))).toEqual(ROOMS.map(({ name }) => name));
  });

  it('give one meaning to one word', () => {
    const words = codeRowsOrBold(page('docs/words.md'));
    expect(words.length).toBeGreaterThan(30);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });

  it('number decisions without a gap', () => {
    const numbers = readdirSync(join(ROOT, 'docs/decisions'))
      .map((name) => /^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1] ?? name)
      .sort();
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers).toEqual(numbers.map((_number, at) => String(at + 1).padStart(4, '0')));
  });

  it('give the test command that the build machine runs', () => {
    const command = 'npm ci && npm test';
    expect(page('README.md').text).toContain(command);
    expect(readFileSync(join(ROOT, '.ci/run'), 'utf8')).toContain(`(${command})`);
  });

  it('state the floor of Node that package.json states', () => {
    const text = readFileSync(join(ROOT, 'package.json'), 'utf8');
    const floor = /"node": ">=(\d+\.\d+)"/.exec(text)?.[1] ?? 'none';
    expect(page('README.md').text).toContain(floor);
    expect(readFileSync(join(ROOT, 'scripts/launch.cjs'), 'utf8')).toContain(`[${floor.replace('.', ', ')}]`);
  });
});

function codeRowsOrBold({ text }: Page): readonly string[] {
  return [...text.matchAll(/^\| \*\*([^*]+)\*\*/gm)].map(([, word = '']) => word.toLowerCase());
}
