import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/exchange/index.ts';
import { isProtected } from '../../src/read/index.ts';
import { assistantOf, readWithAssistant } from '../../src/serve/assistant.ts';
import { systemClock } from '../../src/serve/clock.ts';
import { storedProposals } from '../../src/serve/stored-proposals.ts';
import { eachSource, readSourceOf } from '../../src/serve/stored-readings.ts';
import type { SourceRow, Vault } from '../../src/vault/index.ts';
import { type Answering, chat, type ModelServer, passagesIn, startModelServer } from '../exchange/model-server.ts';
import { ROOT } from '../house/tree.ts';
import { random } from '../random.ts';
import { filesHolding, temporaryVault } from '../vault/temporary-vault.ts';
import { Desk, jsonLines, page, type Run } from './daybook.ts';
import { runHere } from './run-here.ts';
import { traceLines } from './system-trace.ts';

let vault: Vault;
let folder = '';
let remove = (): void => {};
let rows: readonly SourceRow[] = [];
const open: ModelServer[] = [];
const examples = join(ROOT, 'examples');
const run = (...args: readonly string[]): Promise<Run> => runHere(ROOT, args, { session: { vault, folder: 'vault' } });

beforeAll(async () => {
  ({ vault, folder, remove } = await temporaryVault());
  expect((await run('add', examples)).code).toBe(0);
  const all: SourceRow[] = [];
  for await (const row of eachSource(vault)) all.push(row);
  rows = all;
});
afterAll(async () => {
  await vault.close();
  remove();
});
afterEach(async () => {
  await run('assistant', 'off');
  for (const server of open.splice(0)) await server.close();
});

/** Starts a server and turns the assistant on for it. */
async function assistantThat(answering: Answering): Promise<ModelServer> {
  const server = await startModelServer(answering);
  open.push(server);
  const on = await run('assistant', 'on', '--address', server.address, '--model', 'tiny', '--yes');
  expect(on).toMatchObject({ code: 0 });
  return server;
}

const sourceNamed = (name: string): SourceRow =>
  the(
    rows.find(({ record }) => record.fileName.endsWith(name)),
    name,
  );

/** An honest model: it quotes the first sentence of each passage that has one. */
const honest: Answering = (response, body) => {
  const claims = passagesIn(body).flatMap(({ passage, text }) => {
    const quote = /^[^.]{12,}\.(?=\s|$)/.exec(text)?.[0];
    return quote === undefined ? [] : [{ passage, quote, kind: 'opinion' }];
  });
  response.end(chat(JSON.stringify({ claims })));
};

describe('A9: off until it is turned on', () => {
  it('nothing is sent, and it says how to turn it on', async () => {
    const shown = await run('assistant');
    expect(shown).toMatchObject({ code: 0, err: '' });
    expect(shown.out).toContain('The assistant is off.');
    const { code, err } = await run('assistant', 'read', sourceNamed('06-ngo-note.txt').source);
    expect([code, err]).toEqual([7, expect.stringContaining('The assistant is off, so nothing was sent.')]);
    expect(await assistantOf(vault)).toBeUndefined();
  });

  it('it is turned on by a yes, after what is sent and what is not was said, without connecting', async () => {
    const server = await startModelServer(honest);
    open.push(server);
    const unasked = await run('assistant', 'on', '--address', server.address, '--model', 'tiny');
    expect(unasked.code).toBe(2);
    expect(unasked.err).toContain('Never sent: a paragraph with a protected word');
    expect(await assistantOf(vault)).toBeUndefined();
    expect((await run('assistant', 'on', '--address', server.address, '--model', 'tiny', '--yes')).code).toBe(0);
    expect(await assistantOf(vault)).toEqual({
      address: { host: '127.0.0.1', port: server.port, path: '/v1' },
      model: 'tiny',
    });
    expect((await run('assistant', 'show')).out).toContain(`on: ${server.address}/v1, model tiny`);
    expect((await run('assistant', 'off')).out).toContain('The assistant is off');
    expect(await assistantOf(vault)).toBeUndefined();
    expect(server.received).toEqual([]);
  });

  it.each([
    'http://10.0.0.1:80',
    'http://localhost.evil.example:80',
    'http://[::ffff:8.8.8.8]:80',
    'http://0.0.0.0:80',
    'http://2130706433:80',
    'nonsense',
  ])('%s is no address of an assistant', async (address) => {
    const { code, err } = await run('assistant', 'on', '--address', address, '--model', 'tiny', '--yes');
    expect([code, err]).toEqual([2, expect.stringContaining('Nothing was changed')]);
    expect(await assistantOf(vault)).toBeUndefined();
  });

  it('says what it can do, and what is missing', async () => {
    expect((await run('assistant', 'ask')).err).toContain('show, on, off, read');
    expect((await run('assistant', 'read')).code).toBe(2);
    expect((await run('assistant', 'on', '--address', 'http://127.0.0.1:1')).code).toBe(2);
    expect((await run('assistant', 'on', '--address', 'http://127.0.0.1:1', '--model', '')).code).toBe(2);
  });
});

describe('A10: reading a source', () => {
  it('sends passages of that source, and keeps what comes back as suggestions in the order of the text', async () => {
    const server = await assistantThat(honest);
    const { source } = sourceNamed('01-four-notices.txt');
    const { code, out, err } = await run('assistant', 'read', source);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Sent \d+ of \d+ passages, .* in \d+ requests?\. Held back: \d+\./);
    expect(out).toContain('counts for nothing');
    const proposals = await storedProposals(vault, source);
    expect(proposals.length).toBeGreaterThan(2);
    const { layer, reading } = the(await readSourceOf(vault, sourceNamed('01-four-notices.txt')), 'reading');
    for (const { claim, reader } of proposals) {
      expect(layer.text.slice(claim.passage.start, claim.passage.end)).toBe(claim.passage.quote);
      expect(server.received.some(({ body }) => body.includes(JSON.stringify(claim.passage.quote).slice(1, -1)))).toBe(
        true,
      );
      expect(reader).toEqual({ name: 'assistant:tiny', version: '1' });
    }
    // What the reader itself suggests is as it was.
    expect((await readSourceOf(vault, sourceNamed('01-four-notices.txt')))?.reading).toEqual(reading);
  });

  it('asked again, equal proposals are given once', async () => {
    await assistantThat(honest);
    const { source } = sourceNamed('01-four-notices.txt');
    const before = await storedProposals(vault, source);
    expect((await run('assistant', 'read', source)).code).toBe(0);
    expect(await storedProposals(vault, source)).toEqual(before);
  });

  it('no request holds a protected word of any sample, nor its name, title or origin', async () => {
    const server = await assistantThat((response) => response.end(chat('{"claims":[]}')));
    let [checked, sent, held] = [0, 0, 0];
    for (const row of rows) {
      const from = server.received.length;
      const { code, out } = await run('assistant', 'read', row.source, '--json');
      if (code === 6) continue;
      expect(code).toBe(0);
      const { receipt } = JSON.parse(out);
      sent += receipt.sent;
      held += receipt.heldBack;
      const { layer, reading } = the(await readSourceOf(vault, row), 'reading');
      const bodies = server.received.slice(from).map(({ body }) => body);
      const texts = bodies.flatMap((body) => passagesIn(body).map(({ text }) => text));
      expect(texts).toHaveLength(receipt.sent);
      const canaries = reading.mentions.filter(isProtected);
      for (const { start, end, surface, type } of canaries) {
        // The words as they stand there, with what is around them, are in no body.
        const around = layer.text.slice(Math.max(0, start - 8), end + 8);
        for (const text of texts) expect(text.includes(around) && around.length > surface.length + 8).toBe(false);
        if (type === 'person' || type === 'handle') {
          for (const text of texts)
            expect(text).not.toMatch(new RegExp(`(?<![A-Za-z])${escaped(surface)}(?![A-Za-z])`, 'iu'));
        }
        checked++;
      }
      for (const body of bodies) expect(body).not.toContain(row.record.fileName);
    }
    expect(checked).toBeGreaterThan(20);
    expect(sent).toBeGreaterThan(20);
    expect(held).toBeGreaterThan(20);
  });

  it('words that it invents, or takes from what was held back, are dropped and counted', async () => {
    const row = sourceNamed('06-ngo-note.txt');
    const { layer, reading } = the(await readSourceOf(vault, row), 'reading');
    const hidden = the(reading.mentions.find(isProtected), 'a protected mention');
    const withheld = layer.text.slice(hidden.start - 20, hidden.end + 20);
    await assistantThat((response) => {
      const claims = ['Nobody ever wrote this sentence.', withheld].map((quote) => ({
        passage: 1,
        quote,
        kind: 'event',
      }));
      response.end(chat(JSON.stringify({ claims })));
    });
    const { out } = await run('assistant', 'read', row.source, '--json');
    const { receipt, proposals } = JSON.parse(out);
    expect(proposals).toEqual([]);
    expect(receipt.dropped).toEqual({ 'quote-not-there': 2 * receipt.requests });
    expect(await storedProposals(vault, row.source)).toEqual([]);
  });

  it.each([
    ['fails', (response) => response.writeHead(500).end('canary-in-an-error-page'), 'HTTP 500'],
    [
      'sends elsewhere',
      (response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
      'sent elsewhere',
    ],
    ['answers noise', (response) => response.end('canary-in-noise'), 'no JSON'],
    ['answers something else', (response) => response.end('{"canary":1}'), 'no answer of the chat API'],
    ['answers without claims', (response) => response.end(chat('canary, sorry')), 'could not be read'],
    ['hangs up', (response) => response.destroy(), 'cut off'],
    ['sends too much', (response) => response.end(Buffer.alloc(50_000_000, 0x20)), 'too large'],
  ] satisfies readonly (readonly [string, Answering, string])[])(
    'a server that %s is told by its kind, and leaves nothing',
    async (_what, answering, words) => {
      await assistantThat(answering);
      const row = sourceNamed('06-ngo-note.txt');
      const { code, out, err } = await run('assistant', 'read', row.source);
      expect(out + err).toContain(words);
      expect(out + err).not.toContain('canary');
      expect(code).toBe(words === 'could not be read' ? 0 : 1);
      expect(await storedProposals(vault, row.source)).toEqual([]);
    },
  );

  it('a slow one is waited for no longer than the limits, asked no more, and written down', async () => {
    const server = await assistantThat(() => undefined);
    const limits = { ...DEFAULT_LIMITS, firstByteMs: 150 };
    const outside = {
      limits,
      now: systemClock,
      random,
      signal: new AbortController().signal,
      progress: () => undefined,
    };
    const made = await readWithAssistant(vault, sourceNamed('01-four-notices.txt'), outside);
    if (!made.ok) throw new Error(made.error.type);
    expect(made.value.answered.ends).toMatchObject({ 'slow-first-byte': 1 });
    expect(server.received).toHaveLength(1);
    const aborted = { ...outside, signal: AbortSignal.abort() };
    const stopped = await readWithAssistant(vault, sourceNamed('01-four-notices.txt'), aborted);
    if (!stopped.ok) throw new Error(stopped.error.type);
    expect(stopped.value.answered).toMatchObject({ bytesOut: 0, ends: { interrupted: 1 } });
    expect(server.received).toHaveLength(1);
  });
});

describe('A10: a proposal is reviewed like any other claim', () => {
  it('stands among the claims as an assistant’s, and in no list of figures until somebody accepted it', async () => {
    await assistantThat(honest);
    const { source } = sourceNamed('01-four-notices.txt');
    expect((await run('assistant', 'read', source)).code).toBe(0);
    const claims = jsonLines(await run('claims', '--source', source, '--json'));
    const proposed = claims.filter((claim) => JSON.stringify(claim).includes('"proposedBy":"assistant:tiny"'));
    expect(proposed.length).toBeGreaterThan(0);
    const figures = (await run('figures', '--source', source, '--json')).out;
    const own = claims.length - proposed.length;
    expect(figures.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(own);
    expect((await run('claims', '--source', source)).out).toContain('assistant');
  });
});

describe('A11: what is written down', () => {
  it('every call is listed, counted and without content', async () => {
    const server = await assistantThat(honest);
    const { source } = sourceNamed('01-four-notices.txt');
    expect((await run('assistant', 'read', source)).code).toBe(0);
    const bytes = server.received.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0);
    const [state, newest, ...older] = jsonLines(await run('assistant', 'show', '--json'));
    expect(state).toEqual({ assistant: { address: `${server.address}/v1`, model: 'tiny' } });
    expect(newest).toMatchObject({ source, model: 'tiny', requests: server.received.length });
    const { answered } = JSON.parse(JSON.stringify(newest));
    expect(answered.bytesOut).toBeGreaterThan(bytes);
    expect(answered.bytesIn).toBeGreaterThan(100);
    expect(answered.ends).toEqual({ answered: server.received.length });
    expect(older.length).toBeGreaterThan(10);
    const words = (await run('assistant', 'show', '--limit', '3')).out;
    expect(words).toContain(source.slice(0, 8));
    expect(words).toContain('There are earlier calls');
    const sentence = the((await storedProposals(vault, source))[0], 'a proposal').claim.passage.quote;
    expect(words + JSON.stringify([newest, older])).not.toContain(sentence.slice(0, 20));
    expect(filesHolding(folder, sentence.slice(0, 20))).toEqual([]);
  });

  it('nothing is sent when it cannot be written down first', async () => {
    const server = await assistantThat(honest);
    await expect(
      readWithAssistant(
        new Proxy(vault, {
          get: (target, name) =>
            name === 'append'
              ? () => Promise.resolve({ ok: false, error: { type: 'vault-in-use' } })
              : name === 'device'
                ? target.device
                : name === 'query'
                  ? target.query.bind(target)
                  : undefined,
        }),
        sourceNamed('01-four-notices.txt'),
        {
          limits: DEFAULT_LIMITS,
          now: systemClock,
          random,
          signal: new AbortController().signal,
          progress: () => undefined,
        },
      ),
    ).resolves.toEqual({ ok: false, error: { type: 'vault-in-use' } });
    expect(server.received).toEqual([]);
  });

  it('a rebuild gives the same, and the record verifies', async () => {
    const before = await vault.query('assistantCalls', {});
    const { digest } = await vault.query('dump', undefined);
    expect((await run('rebuild')).code).toBe(0);
    expect(await vault.query('dump', undefined)).toMatchObject({ digest });
    expect(await vault.query('assistantCalls', {})).toEqual(before);
    expect((await run('verify')).code).toBe(0);
  });

  it('proposals count for nothing: figures and totals are as they were', async () => {
    const before = await run('figures', '--json');
    await assistantThat(honest);
    await run('assistant', 'read', sourceNamed('06-ngo-note.txt').source);
    expect(await run('figures', '--json')).toEqual(before);
  });

  it('erasing a source takes its proposals with it; that there was a call stays', async () => {
    await assistantThat(honest);
    const { source } = sourceNamed('01-four-notices.txt');
    expect((await storedProposals(vault, source)).length).toBeGreaterThan(0);
    const calls = jsonLines(await run('assistant', 'show', '--json', '--limit', '500')).length;
    expect((await run('erase', source, '--yes')).code).toBe(0);
    expect(await storedProposals(vault, source)).toEqual([]);
    expect(await vault.query('proposals', { source })).toEqual([]);
    const after = jsonLines(await run('assistant', 'show', '--json', '--limit', '500'));
    expect(after).toHaveLength(calls);
    expect(JSON.stringify(after)).not.toContain(source);
    expect((await run('verify')).code).toBe(0);
  });
});

describe('A3: a vault whose assistant is off', () => {
  const desk = new Desk();
  afterAll(() => desk.remove());

  it('connects to nothing, whatever is done with it', async () => {
    expect(traceLines.available()).toBe(true);
    await desk.makeVault();
    desk.write('in/one.txt', page('12,000', 'the harbour'));
    const input = 'add in\nfigures\nread --source 0\nassistant\nassistant read 0\nsearch harbour\nverify\nquit\n';
    const program = [join(ROOT, 'dist/cli.js'), 'open', '--passphrase-file', 'pass'];
    const traced = ['-f', '-e', 'trace=connect,socket', '-o', desk.path('trace'), process.execPath, ...program];
    const ran = spawnSync('strace', traced, { cwd: desk.folder, input, encoding: 'utf8' });
    expect(ran.stdout).toContain('The assistant is off');
    const calls = traceLines.of(readFileSync(desk.path('trace'), 'utf8')).map(({ call }) => call);
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.filter((call) => /AF_INET6?\b|^connect\(/.test(call))).toEqual([]);
  });

  it('and one whose assistant is on connects to it alone, only when it is asked', async () => {
    const server = await startModelServer(honest);
    open.push(server);
    const { out } = await desk.onVault(['show', '--json']);
    const { source } = JSON.parse(out.split('\n')[0] ?? '');
    const on = await desk.onVault(['assistant', 'on', '--address', server.address, '--model', 'tiny', '--yes']);
    expect(on.code).toBe(0);
    const trace = async (...args: readonly string[]): Promise<readonly string[]> => {
      const program = [join(ROOT, 'dist/cli.js'), ...args, '--passphrase-file', 'pass'];
      const traced = ['-f', '-e', 'trace=connect', '-o', desk.path('trace'), process.execPath, ...program];
      await new Promise((resolve, reject) => {
        spawn('strace', traced, { cwd: desk.folder, stdio: 'ignore' }).on('close', resolve).on('error', reject);
      });
      return traceLines
        .of(readFileSync(desk.path('trace'), 'utf8'))
        .map(({ call }) => call)
        .filter((call) => call.startsWith('connect('));
    };
    expect(await trace('figures')).toEqual([]);
    const calls = await trace('assistant', 'read', source);
    expect(server.received.length).toBeGreaterThan(0);
    expect(calls).toHaveLength(server.received.length);
    for (const call of calls) expect(call).toContain(`sin_port=htons(${server.port}), sin_addr=inet_addr("127.0.0.1")`);
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}

function the<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`there is no ${what}`);
  return value;
}
