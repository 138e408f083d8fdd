import { describe, expect, it } from 'vitest';
import { breachLine } from './house/breach.ts';
import { breachesOf, house, planted } from './house/planted.ts';

describe('connections', () => {
  it.each([
    ['fetch', "export const b = () => fetch('http://a.example');"],
    ['fetch through globalThis', "export const b = () => globalThis.fetch('http://a.example');"],
    ['fetch in brackets', "export const b = () => globalThis['fetch']('http://a.example');"],
    ['fetch in a template', 'export const b = () => globalThis[`fetch`](1);'],
    ['fetch taken apart', 'const { fetch: get } = globalThis;\nexport const b = get;'],
    ['fetch by reflection', "export const b = Reflect.get(globalThis, 'fetch');"],
    ['fetch under another name', 'const go = fetch;\nexport const b = go;'],
    ['fetch in a shorthand', 'export const b = { fetch };'],
    ['WebSocket', "export const b = () => new WebSocket('ws://a.example');"],
    ['EventSource', "export const b = () => new EventSource('http://a.example');"],
    ['XMLHttpRequest', 'export const b = () => new XMLHttpRequest();'],
    ['sendBeacon', "export const b = () => navigator.sendBeacon('http://a.example');"],
    ['http', "import { request } from 'node:http';\nexport const b = request;"],
    ['https', "import * as https from 'node:https';\nexport const b = https;"],
    ['http2', "import { connect } from 'node:http2';\nexport const b = connect;"],
    ['net', "import { connect } from 'node:net';\nexport const b = connect;"],
    ['tls', "import { connect } from 'node:tls';\nexport const b = connect;"],
    ['dgram', "import { createSocket } from 'node:dgram';\nexport const b = createSocket;"],
    ['dns', "import { lookup } from 'node:dns/promises';\nexport const b = lookup;"],
    ['a type of http', "import type { Agent } from 'node:http';\nexport type B = Agent;"],
    ['a later import of net', "export const b = () => import('node:net');"],
    ['a binding', "export const b = process.binding('tcp_wrap');"],
    ['a hidden door', "export const b = process.getBuiltinModule('net');"],
  ])('%s outside exchange is caught', (_what, text) => {
    for (const room of ['read', 'vault', 'serve', 'web']) {
      expect(planted(`src/${room}/a.ts`, text), room).toContain('connection');
    }
  });

  it('a module that connects is caught without its prefix too', () => {
    const found = planted('src/read/a.ts', "import { connect } from 'net';\nexport const b = connect;");
    expect(found).toEqual(['module without prefix', 'connection']);
  });

  it('a package that connects is named as such', () => {
    const breaches = breachesOf(
      house({ 'src/serve/a.ts': "import { request } from 'undici';\nexport const b = request;" }),
    );
    expect(breaches.map(({ says }) => says)).toEqual([
      'import: undici is not on the list of serve in test/house/rooms.ts, and it connects',
    ]);
  });

  it('serve/http may listen and not ask', () => {
    for (const text of [
      "import { request } from 'node:http';\nexport const b = request;",
      "import * as http from 'node:http';\nexport const b = http;",
      "import http from 'node:http';\nexport const b = http;",
      "export * from 'node:http';",
      "export const b = () => import('node:http');",
    ]) {
      expect(planted('src/serve/http/a.ts', text), text).toEqual(['connection']);
    }
    expect(
      planted('src/serve/cli/a.ts', "import { createServer } from 'node:http';\nexport const b = createServer;"),
    ).toEqual(['connection']);
  });

  it.each([
    ["spawn('curl', ['http://a.example'])", 'another program'],
    ["execFile('wget')", 'another program'],
    ["exec('nc a.example 80')", 'another program'],
  ])('%s starts another program', (call, rule) => {
    const name = call.slice(0, call.indexOf('('));
    const text = `import { ${name} } from 'node:child_process';\nexport const b = () => ${call};`;
    expect(planted('src/serve/a.ts', text)).toEqual([rule]);
  });

  it('only exchange may use the globals that connect', () => {
    expect(planted('src/exchange/a.ts', "export const b = () => fetch('http://127.0.0.1');")).toEqual([]);
  });

  it('a global reached by a computed name cannot be checked', () => {
    for (const text of [
      "export const b = globalThis['fe' + 'tch'];",
      'export const b = (name: string) => globalThis[name];',
      'const all = globalThis;\nexport const b = all;',
      'export const b = Object.values(global);',
    ]) {
      expect(planted('src/read/a.ts', text), text).toEqual(['cannot be checked']);
    }
  });
});

describe('conduct', () => {
  it.each([
    ['eval', 'code from text', "export const b = eval('1');"],
    ['a later eval', 'code from text', "export const b = (0, eval)('1');"],
    ['new Function', 'code from text', "export const b = new Function('return 1');"],
    ['Function as a call', 'code from text', "export const b = Function('return 1');"],
    ['a constructor', 'code from text', "export const b = (() => 1).constructor('return 1');"],
    ['SQL', 'sql outside the vault', "export const b = 'SELECT id FROM entry';"],
    [
      'SQL in a template',
      'sql outside the vault',
      'export const b = (n: string) => `insert into entry (id) values (${n})`;',
    ],
    ['a pragma', 'sql outside the vault', "export const b = 'PRAGMA journal_mode=WAL';"],
    ['environment', 'environment outside serve', "export const b = process.env['HOME'];"],
    ['arguments', 'environment outside serve', 'export const b = process.argv;'],
    ['environment taken apart', 'environment outside serve', 'const { env } = process;\nexport const b = env;'],
    ['Date.now', 'clock outside serve', 'export const b = Date.now();'],
    ['new Date', 'clock outside serve', 'export const b = new Date();'],
    ['Date', 'clock outside serve', 'export const b = Date();'],
    ['performance', 'clock outside serve', 'export const b = performance.now();'],
    ['Math.random', 'randomness outside serve', 'export const b = Math.random();'],
    ['Math.random in brackets', 'randomness outside serve', "export const b = Math['random']();"],
    ['randomUUID', 'randomness outside serve', 'export const b = crypto.randomUUID();'],
    ['TODO', 'unfinished', 'export const b = 1; // TODO later'],
    ['FIXME', 'unfinished', '/* FIXME */\nexport const b = 1;'],
    ['a silenced compiler', 'silenced', '// @ts-expect-error\nexport const b = 1;'],
    ['a file that does not parse', 'unreadable file', 'export const b = ;'],
  ])('%s is %s', (_what, rule, text) => {
    expect(planted('src/weigh/a.ts', text)).toEqual([rule]);
  });

  it('random bytes come in as a parameter', () => {
    const text = "import { randomBytes } from 'node:crypto';\nexport const b = randomBytes(16);";
    expect(planted('src/vault/a.ts', text)).toEqual(['randomness outside serve']);
  });

  it('a file of more than 400 lines is two files, unless it is data', () => {
    const long = 'export const b = 1;\n'.repeat(401);
    const exact = 'export const b = 1;\n'.repeat(400);
    expect(planted('src/read/a.ts', long)).toContain('too long');
    expect(planted('src/read/a.ts', exact)).not.toContain('too long');
    expect(planted('src/read/data/a.ts', long)).not.toContain('too long');
  });

  it('a test that is left out is unfinished', () => {
    for (const call of ['it.skip', 'it.only', 'describe.skip', 'test.todo']) {
      const text = `import { describe, it, test } from 'vitest';\n${call}('reads', () => [describe, it, test]);`;
      expect(planted('src/read/a.test.ts', text), call).toEqual(['unfinished']);
    }
  });

  it('a breach is told with file, line and reason', () => {
    const breaches = breachesOf(house({ 'src/read/a.ts': "\n\nexport * from '../vault/index.ts';" }));
    expect(breaches.map(breachLine)).toEqual([
      'src/read/a.ts:3 rightward: re-export: read may not import vault; what both need belongs further left, or read needs a port',
    ]);
  });
});
