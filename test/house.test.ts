import { describe, expect, it } from 'vitest';
import { breachLine } from './house/breach.ts';
import { inspectHouse } from './house/breaches.ts';
import { breachesOf, FACE, house, LISTED, planted, rules } from './house/planted.ts';
import { ROOMS } from './house/rooms.ts';
import { readTree } from './house/tree.ts';

describe('the house as it stands', () => {
  const tree = readTree();
  const { parsed, breaches } = inspectHouse(tree);

  it('was seen', () => {
    expect(parsed).toBe([...tree.files.keys()].filter((path) => /\.tsx?$/.test(path)).length);
    expect(parsed).toBeGreaterThan(10);
  });

  it('holds to its table of rooms', () => {
    expect(breaches.map(breachLine)).toEqual([]);
  });

  it('gives a reason for every package, module and exception', () => {
    for (const { packages, modules } of ROOMS) {
      for (const { name, why } of [...packages, ...modules]) expect(why, name).toMatch(/^\S.{10,}/);
    }
  });
});

describe('a sound house', () => {
  it('has no breach', () => {
    expect(breachesOf(house({}))).toEqual([]);
  });

  it.each([
    ['left, through the face', 'src/brief/a.ts', "import { face } from '../watch/index.ts';\nexport const b = face;"],
    ['own data', 'src/read/a.ts', "import rows from './data/rows.json' with { type: 'json' };\nexport const b = rows;"],
    ['a listed package', 'src/read/a.ts', "import { parse } from 'parse5';\nexport const b = parse;"],
    ['a listed module', 'src/vault/a.ts', "import { open } from 'node:fs/promises';\nexport const b = open;"],
    ['the vault from serve', 'src/serve/a.ts', "import { face } from '../vault/index.ts';\nexport const b = face;"],
    ['types of serve from web', 'src/web/a.ts', "import type { Api } from '../serve/api.ts';\nexport type B = Api;"],
    ['the page asking its own server', 'src/web/api-client.ts', "export const b = () => fetch('/api/session');"],
    ['base from web', 'src/web/a.ts', "import { face } from '../base/index.ts';\nexport const b = face;"],
    ['a worker of its own', 'src/vault/a.ts', "export const b = new URL('./worker.ts', import.meta.url);"],
    ['SQL in the vault', 'src/vault/a.ts', "export const b = 'SELECT id FROM entry';"],
    [
      'a server in serve/http',
      'src/serve/http/a.ts',
      "import { createServer } from 'node:http';\nexport const b = createServer;",
    ],
    ['clock and environment in serve', 'src/serve/a.ts', 'export const b = [Date.now(), process.env];'],
    ['a date that is given', 'src/read/a.ts', 'export const b = (at: number): Date => new Date(at);'],
    [
      'our own program',
      'src/serve/a.ts',
      "import { spawn } from 'node:child_process';\nexport const b = () => spawn(process.execPath, ['dist/reading-process.js']);",
    ],
    [
      'dev packages in a test',
      'src/read/a.test.ts',
      "import { it } from 'vitest';\nimport { readFileSync } from 'node:fs';\nit('reads', () => readFileSync('x'));",
    ],
    [
      'a sentence that begins with select',
      'src/serve/a.ts',
      "export const b = 'Select a source from the list, then delete from the brief what you do not need.';",
    ],
    [
      'a database that executes',
      'src/vault/a.ts',
      'export const b = (db: { exec(q: string): void }): void => db.exec(`PRAGMA x`);',
    ],
  ])('allows %s', (_what, path, text) => {
    expect(breachesOf(house({ [path]: text })).map(breachLine)).toEqual([]);
  });
});

describe('direction', () => {
  it.each([
    ['import', "import { face } from '../weigh/index.ts';\nexport const b = face;"],
    ['type-only import', "import type { face } from '../weigh/index.ts';\nexport type B = typeof face;"],
    ['inline type import', "import { type face } from '../weigh/index.ts';\nexport type B = typeof face;"],
    ['re-export of names', "export { face } from '../weigh/index.ts';"],
    ['re-export of types', "export type { face } from '../weigh/index.ts';"],
    ['re-export of everything', "export * from '../weigh/index.ts';"],
    ['re-export as a name', "export * as weigh from '../weigh/index.ts';"],
    ['side effect import', "import '../weigh/index.ts';"],
    ['dynamic import', "export const b = () => import('../weigh/index.ts');"],
    ['dynamic import of a template', 'export const b = () => import(`../weigh/index.ts`);'],
    ['type query', "export type B = import('../weigh/index.ts').B;"],
    ['typeof import', "export type B = typeof import('../weigh/index.ts');"],
    ['import equals', "import b = require('../weigh/index.ts');\nexport const c = b;"],
    ['require', "export const b = require('../weigh/index.ts');"],
    ['address of a worker', "export const b = new URL('../weigh/index.ts', import.meta.url);"],
    ['address without dots', "export const b = new URL('../read/../weigh/index.ts', import.meta.url);"],
    ['resolve', "export const b = import.meta.resolve('../weigh/index.ts');"],
    ['reference comment', '/// <reference path="../weigh/index.ts" />\nexport const b = 1;'],
    ['a way round', "import { face } from '../../src/weigh/index.ts';\nexport const b = face;"],
  ])('a rightward %s is caught', (_form, text) => {
    expect(planted('src/read/a.ts', text)).toEqual(['rightward']);
  });

  it('holds for every pair of rooms', () => {
    for (const from of ROOMS) {
      for (const to of ROOMS) {
        if (from.name === to.name) continue;
        const found = planted(`src/${from.name}/a.ts`, `export { face } from '../${to.name}/index.ts';`);
        const allowed = from.rooms.includes(to.name);
        expect(found, `${from.name} imports ${to.name}`).toHaveLength(allowed ? 0 : 1);
      }
    }
  });

  it('holds for tests beside the code', () => {
    expect(planted('src/read/a.test.ts', "import { face } from '../vault/index.ts';\nface;")).toEqual(['rightward']);
  });

  it.each([
    ['exchange', 'vault'],
    ['vault', 'exchange'],
    ['serve', 'web'],
    ['web', 'read'],
    ['web', 'vault'],
  ])('%s does not import %s', (from, to) => {
    expect(planted(`src/${from}/a.ts`, `export { face } from '../${to}/index.ts';`)).toEqual(['sideways']);
  });

  it('web takes types of the contract, never values', () => {
    const value = "import { routes } from '../serve/api.ts';\nexport const b = routes;";
    const inline = "import { type Api } from '../serve/api.ts';\nexport type B = Api;";
    expect(planted('src/web/a.ts', value)).toEqual(['web takes more than types']);
    expect(planted('src/web/a.ts', inline)).toEqual(['web takes more than types']);
    expect(
      planted('src/web/a.ts', "import type { face } from '../serve/index.ts';\nexport type B = typeof face;"),
    ).toEqual(['sideways']);
  });

  it.each([
    ['a file', "import { worker } from '../vault/worker.ts';\nexport const b = worker;"],
    ['a folder', "import { worker } from '../vault';\nexport const b = worker;"],
    ['a type', "import type { worker } from '../vault/worker.ts';\nexport type B = typeof worker;"],
    ['data', "import rows from '../read/data/rows.json' with { type: 'json' };\nexport const b = rows;"],
    ['a worker', "export const b = new URL('../vault/worker.ts', import.meta.url);"],
  ])('%s behind the public face is caught', (_what, text) => {
    expect(planted('src/serve/a.ts', text)).toEqual(['past the public face']);
  });

  it.each([
    ['leaves the house', "import { a } from '../../bench/main.ts';\nexport const b = a;"],
    ['leaves the house', "import { a } from '../../node_modules/undici/index.js';\nexport const b = a;"],
    ['unknown room', "import { a } from '../utils/index.ts';\nexport const b = a;"],
    ['program takes a test', "import { a } from './b.test.ts';\nexport const b = a;"],
    ['cannot be checked', "import { a } from '/etc/b.ts';\nexport const b = a;"],
    ['cannot be checked', "import { a } from 'data:text/javascript,1';\nexport const b = a;"],
    ['cannot be checked', "import { a } from '#weigh';\nexport const b = a;"],
  ])('%s: %s', (rule, text) => {
    expect(planted('src/read/a.ts', text)).toEqual([rule]);
  });

  it.each([
    ['a name', 'export const b = (name: string) => import(name);'],
    ['a sum', "export const b = () => import('../we' + 'igh/index.ts');"],
    ['a template with a hole', 'export const b = (n: string) => import(`../${n}/index.ts`);'],
    ['a computed require', 'export const b = (name: string) => require(name);'],
    ['a computed resolve', 'export const b = (name: string) => import.meta.resolve(name);'],
    ['a computed address', 'export const b = (name: string) => new URL(name, import.meta.url);'],
    ['a glob', "export const b = import.meta.glob('../**/*.ts');"],
  ])('an import of %s is itself a breach', (_what, text) => {
    expect(planted('src/read/a.ts', text)).toEqual(['cannot be checked']);
  });

  it('sees through createRequire', () => {
    const text =
      "import { createRequire } from 'node:module';\nconst load = createRequire(import.meta.url);\n" +
      "export const b = load('../weigh/index.ts');\nexport const c = createRequire(import.meta.url)('undici');";
    expect(planted('src/read/a.ts', text)).toEqual(['unlisted module', 'rightward', 'unlisted package']);
  });
});

describe('packages and modules', () => {
  it.each([
    ['unlisted package', 'src/read/a.ts', "import { z } from 'commander';\nexport const b = z;"],
    ['unlisted package', 'src/brief/a.ts', "import type { z } from 'zod';\nexport type B = typeof z;"],
    ['unlisted package', 'src/read/a.ts', "import { z } from '@scope/zod/deep';\nexport const b = z;"],
    ['unlisted package', 'src/read/a.ts', "import { it } from 'vitest';\nexport const b = it;"],
    ['unlisted package', 'src/read/a.test.ts', "import { x } from 'left-pad';\nx();"],
    ['unlisted module', 'src/base/a.ts', "import { createHash } from 'node:crypto';\nexport const b = createHash;"],
    ['unlisted module', 'src/read/a.ts', "import { readFileSync } from 'node:fs';\nexport const b = readFileSync;"],
    [
      'unlisted module',
      'src/serve/a.ts',
      "import { runInThisContext } from 'node:vm';\nexport const b = runInThisContext;",
    ],
    ['unlisted module', 'src/vault/a.ts', "import { execFile } from 'node:child_process';\nexport const b = execFile;"],
    ['module without prefix', 'src/vault/a.ts', "import { readFileSync } from 'fs';\nexport const b = readFileSync;"],
    ['module without prefix', 'src/vault/a.ts', "import { open } from 'fs/promises';\nexport const b = open;"],
  ])('%s in %s: %s', (rule, path, text) => {
    expect(planted(path, text)).toEqual([rule]);
  });

  it('a listed package that package.json lacks, and one that no room lists, are breaches', () => {
    const [first = '', ...others] = LISTED;
    const breaches = breachesOf(house({}, { dependencies: [...others, 'left-pad'] }));
    expect(breaches).toEqual([
      { file: 'package.json', line: 0, rule: 'stale permission', says: `${first} is listed but no dependency` },
      { file: 'package.json', line: 0, rule: 'unlisted package', says: 'left-pad is a dependency that no room lists' },
    ]);
  });

  it('an exception that nothing needs is a breach', () => {
    const gone = [{ file: 'src/vault/gone.ts', conduct: 'clock', why: 'it once asked the time' }] as const;
    expect(inspectHouse(house({}), ROOMS, gone).breaches.map(({ rule }) => rule)).toEqual(['stale permission']);
  });

  it('an exception covers its own file and conduct only', () => {
    const text = 'export const b = [Date.now(), Math.random()];';
    const exceptions = [{ file: 'src/vault/a.ts', conduct: 'clock', why: 'names its lock by time' }] as const;
    const tree = house({ 'src/vault/a.ts': text, 'src/vault/b.ts': 'export const b = Date.now();' });
    expect(inspectHouse(tree, ROOMS, exceptions).breaches.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      'src/vault/a.ts randomness outside serve',
      'src/vault/b.ts clock outside serve',
    ]);
  });
});

describe('a gate that saw nothing', () => {
  it('fails', () => {
    expect(rules(house({}, { files: new Map(), folders: [] }))).toEqual(['nothing seen']);
  });

  it.each(['base', 'preserve', 'read', 'weigh', 'watch', 'brief', 'exchange', 'vault'])(
    'finds %s without its index.ts',
    (room) => {
      const files = new Map(house({ [`src/${room}/a.ts`]: FACE }).files);
      files.delete(`src/${room}/index.ts`);
      expect(rules(house({}, { files, folders: [`src/${room}`] }))).toEqual(['no public face']);
    },
  );

  it('finds an empty room, an unknown one, a file beside the rooms and code of another kind', () => {
    const { folders } = house({});
    const files = new Map(house({}).files);
    files.delete('src/watch/index.ts');
    expect(rules(house({}, { files, folders }))).toEqual(['empty room']);
    expect(rules(house({ 'src/utils/index.ts': FACE }))).toEqual(['unknown room']);
    expect(rules(house({ 'src/main.ts': FACE }))).toEqual(['unknown room']);
    for (const kind of ['js', 'mjs', 'cjs', 'mts', 'jsx', 'wasm']) {
      expect(rules(house({ [`src/read/a.${kind}`]: "import 'net'" })), kind).toEqual(['unknown kind of file']);
    }
  });
});
