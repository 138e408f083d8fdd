import { afterEach, describe, expect, it } from 'vitest';
import { type AssistantCall, askAssistant, DEFAULT_LIMITS, parseAssistantAddress } from '../../src/exchange/index.ts';
import { type Answering, chat, type ModelServer, startModelServer, startRawServer } from './model-server.ts';

const open: ModelServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const messages = [{ role: 'user' as const, content: 'an invented question' }];
const LIMITS = { connectMs: 2000, firstByteMs: 300, wholeMs: 700, maxBytes: 1 << 20 };

async function ask(server: ModelServer, signal = new AbortController().signal): Promise<AssistantCall> {
  open.push(server);
  const address = parseAssistantAddress(server.address);
  if (!address.ok) throw new Error(address.error.type);
  return askAssistant({ address: address.value, model: 'm', limits: LIMITS, signal }, messages);
}

const askWhoAnswers = async (answering: Answering): Promise<AssistantCall> => ask(await startModelServer(answering));
const askWhoSends = async (...pieces: readonly (string | Uint8Array)[]): Promise<AssistantCall> =>
  ask(
    await startRawServer((socket) => {
      for (const piece of pieces) socket.write(piece);
      socket.end();
    }),
  );

describe('A1: an address', () => {
  it.each([
    ['http://127.0.0.1:8080', { host: '127.0.0.1', port: 8080, path: '/v1' }],
    ['http://127.8.9.10:1/', { host: '127.8.9.10', port: 1, path: '/v1' }],
    ['http://localhost:11434/v1', { host: '127.0.0.1', port: 11434, path: '/v1' }],
    ['http://[::1]:65535/api/v2/', { host: '::1', port: 65535, path: '/api/v2' }],
  ])('%s is on this machine', (text, address) => {
    expect(parseAssistantAddress(text)).toEqual({ ok: true, value: address });
  });

  it.each([
    'http://0.0.0.0:8080',
    'http://10.0.0.1:8080',
    'http://192.168.1.2:8080',
    'http://169.254.169.254:80',
    'http://126.255.255.255:80',
    'http://128.0.0.1:80',
    'http://localhost.evil.example:8080',
    'http://evil.example:8080',
    'http://127.0.0.1.evil.example:8080',
    'http://LOCALHOST:8080',
    'http://localhost.:8080',
    'http://[::ffff:8.8.8.8]:8080',
    'http://[::ffff:127.0.0.1]:8080',
    'http://[::]:8080',
    'http://[fe80::1]:8080',
    'http://[0:0:0:0:0:0:0:1]:8080',
    'http://2130706433:8080',
    'http://134744072:8080',
    'http://0x7f000001:8080',
    'http://0x7f.1:8080',
    'http://0177.0.0.1:8080',
    'http://127.1:8080',
    'http://127.0.1:8080',
    'http://127.0.0.01:8080',
    'http://127.0.0.256:8080',
    'http://127.0.0.1.:8080',
    'http://127.0.0.1.nip.io:8080',
  ])('%s is refused, since it is not or may not be', (text) => {
    expect(parseAssistantAddress(text)).toEqual({ ok: false, error: { type: 'not-loopback' } });
  });

  it.each([
    '',
    '127.0.0.1:8080',
    'https://127.0.0.1:8080',
    'ftp://127.0.0.1:8080',
    'HTTP://127.0.0.1:8080',
    'http://127.0.0.1',
    'http://127.0.0.1:0',
    'http://127.0.0.1:65536',
    'http://127.0.0.1:8080?x=1',
    'http://127.0.0.1:8080/#x',
    'http://127.0.0.1:8080/../..',
    'http://user:key@127.0.0.1:8080',
    'http://127.0.0.1:8080@evil.example:80',
    'http://127.0.0.1:80\\@evil.example:80',
    'http://evil.example#127.0.0.1:80',
    'http://127.0.0.1:8080\r\nHost: evil.example',
    ' http://127.0.0.1:8080',
    'http://127.0.0.1:8080\n',
    'http://127。0。0。1:8080',
    'http://①②⑦.0.0.1:8080',
    'http://１２７.0.0.1:8080',
    'http://ⓛocalhost:8080',
    'http://[::1%25eth0]:8080',
    `http://127.0.0.1:8080/${'a/'.repeat(5000)}`,
    `http://${'127.'.repeat(100_000)}:1`,
  ])('%j is refused, since it is none', (text) => {
    expect(parseAssistantAddress(text)).toEqual({ ok: false, error: { type: 'address-malformed' } });
  });
});

describe('A2: one call', () => {
  it('posts to the address that was given, and gives back what the model wrote', async () => {
    const server = await startModelServer((response) => response.end(chat('{"claims":[]}')));
    const call = await ask(server);
    expect(call.answer).toEqual({ ok: true, value: '{"claims":[]}' });
    expect(call.bytesOut).toBeGreaterThan(100);
    expect(call.bytesIn).toBeGreaterThan(chat('{"claims":[]}').length);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatchObject({
      path: '/v1/chat/completions',
      headers: { 'content-type': 'application/json' },
    });
    expect(JSON.parse(server.received[0]?.body ?? '')).toMatchObject({ model: 'm', messages, stream: false });
    expect(JSON.stringify(server.received[0]?.headers)).not.toMatch(/authorization|cookie|user-agent/i);
  });

  it('speaks to ::1 too', async () => {
    const server = await startModelServer((response) => response.end(chat('yes')), '::1');
    expect((await ask(server)).answer).toEqual({ ok: true, value: 'yes' });
  });

  it('takes an answer that comes in pieces, with more in it than is used', async () => {
    const call = await askWhoAnswers((response) => {
      for (const byte of Buffer.from(chat('안녕 — 再见'))) response.write(Buffer.of(byte));
      response.end();
    });
    expect(call.answer).toEqual({ ok: true, value: '안녕 — 再见' });
  });

  it('sends nothing where nobody listens', async () => {
    const server = await startModelServer(() => undefined);
    await server.close();
    const call = await ask(server);
    expect(call).toEqual({ answer: { ok: false, error: { type: 'not-reached' } }, bytesOut: 0, bytesIn: 0 });
  });

  it('is given up when the user asks', async () => {
    const controller = new AbortController();
    const call = await ask(await startModelServer(() => controller.abort()), controller.signal);
    expect(call.answer).toEqual({ ok: false, error: { type: 'interrupted' } });
    const before = await ask(await startModelServer((response) => response.end(chat('late'))), AbortSignal.abort());
    expect(before.answer).toEqual({ ok: false, error: { type: 'interrupted' } });
  });

  it('does not take a proxy from the environment', async () => {
    const proxy = await startModelServer((response) => response.end(chat('from the proxy')));
    open.push(proxy);
    const before = { ...process.env };
    Object.assign(process.env, { HTTP_PROXY: proxy.address, http_proxy: proxy.address, NODE_USE_ENV_PROXY: '1' });
    try {
      const call = await askWhoAnswers((response) => response.end(chat('from the model')));
      expect(call.answer).toEqual({ ok: true, value: 'from the model' });
      expect(proxy.received).toEqual([]);
    } finally {
      for (const name of ['HTTP_PROXY', 'http_proxy', 'NODE_USE_ENV_PROXY']) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
  });

  it('follows no redirect', async () => {
    const elsewhere = await startModelServer((response) => response.end(chat('elsewhere')));
    open.push(elsewhere);
    for (const status of [301, 302, 303, 307, 308]) {
      const call = await askWhoAnswers((response) => {
        response.writeHead(status, { location: `${elsewhere.address}/v1/chat/completions` }).end(chat('moved'));
      });
      expect(call.answer).toEqual({ ok: false, error: { type: 'redirect' } });
    }
    expect(elsewhere.received).toEqual([]);
  });
});

describe('A2: a server that misbehaves', () => {
  const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
  const cases: readonly (readonly [string, () => Promise<AssistantCall>, object])[] = [
    ['never answers', () => askWhoAnswers(() => undefined), { type: 'slow', stage: 'first-byte' }],
    [
      'begins and never ends',
      () => askWhoAnswers((response) => void response.write('{"choices":')),
      { type: 'slow', stage: 'whole' },
    ],
    [
      'sends a byte now and then',
      () =>
        askWhoAnswers((response) => {
          const drip = setInterval(() => response.write(' '), 50);
          response.on('close', () => clearInterval(drip));
        }),
      { type: 'slow', stage: 'whole' },
    ],
    [
      'sends its head a byte at a time',
      async () =>
        ask(
          await startRawServer((socket) => {
            let at = 0;
            const drip = setInterval(() => socket.write(`${head}`[at++ % head.length] ?? ''), 20);
            socket.on('close', () => clearInterval(drip));
          }),
        ),
      { type: 'slow', stage: 'first-byte' },
    ],
    ['hangs up', () => askWhoSends(), { type: 'cut-off' }],
    ['hangs up within its head', () => askWhoSends('HTTP/1.1 200 OK\r\nconte'), { type: 'cut-off' }],
    [
      'is cut off within an answer of known length',
      () => askWhoSends(`${head}content-length: 900\r\n\r\n`, chat('a').slice(0, 40)),
      { type: 'cut-off' },
    ],
    [
      'is cut off between chunks',
      () => askWhoSends(`${head}transfer-encoding: chunked\r\n\r\n5\r\n{"cho`),
      { type: 'cut-off' },
    ],
    [
      'is cut off within an answer of unknown length',
      () => askWhoSends(`${head}connection: close\r\n\r\n`, chat('a').slice(0, 40)),
      { type: 'not-json' },
    ],
    ['speaks no HTTP', () => askWhoSends('SSH-2.0-OpenSSH_9.6\r\n'), { type: 'not-http' }],
    ['sends noise', () => askWhoSends(Buffer.alloc(4096, 0xff)), { type: 'not-http' }],
    [
      'sends a head without end',
      () => askWhoSends('HTTP/1.1 200 OK\r\n', `x: ${'y'.repeat(60_000)}\r\n`.repeat(4)),
      { type: 'not-http' },
    ],
    [
      'says twice how long it is',
      () => askWhoSends(`${head}content-length: 2\r\ncontent-length: 900\r\n\r\n{}`),
      { type: 'not-http' },
    ],
    [
      'wants to speak something else',
      () => askWhoSends('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'),
      { type: 'not-http' },
    ],
    [
      'sends a packed answer',
      () => askWhoAnswers((response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('x')),
      { type: 'not-http' },
    ],
    [
      'announces fifty megabytes',
      () => askWhoAnswers((response) => response.writeHead(200, { 'content-length': 50_000_000 }).write('{')),
      { type: 'too-large' },
    ],
    [
      'sends fifty megabytes',
      () =>
        askWhoAnswers((response) => {
          const megabyte = Buffer.alloc(1 << 20, 0x20);
          let left = 50;
          const more = (): void => {
            while (left-- > 0) if (!response.write(megabyte)) return void response.once('drain', more);
            response.end();
          };
          more();
        }),
      { type: 'too-large' },
    ],
    [
      'sends news of its work without end',
      async () =>
        ask(
          await startRawServer((socket) => {
            const news = 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'.repeat(2000);
            const flood = setInterval(() => socket.write(news), 5);
            socket.on('close', () => clearInterval(flood));
          }),
        ),
      { type: 'too-large' },
    ],
    [
      'fails',
      () => askWhoAnswers((response) => response.writeHead(500).end('a secret in an error page')),
      { type: 'http-error', status: 500 },
    ],
    [
      'wants a key',
      () => askWhoAnswers((response) => response.writeHead(401).end()),
      { type: 'http-error', status: 401 },
    ],
    [
      'has nothing to say',
      () => askWhoAnswers((response) => response.writeHead(204).end()),
      { type: 'http-error', status: 204 },
    ],
    ['answers nothing', () => askWhoAnswers((response) => response.end()), { type: 'not-json' }],
    ['answers in words', () => askWhoAnswers((response) => response.end('I am sorry, but')), { type: 'not-json' }],
    [
      'answers half of an object',
      () => askWhoAnswers((response) => response.end(chat('a').slice(0, -9))),
      { type: 'not-json' },
    ],
    [
      'answers in no UTF-8',
      () => askWhoAnswers((response) => response.end(Buffer.from(chat('caf\u00e9'), 'latin1'))),
      { type: 'not-json' },
    ],
    ['answers brackets', () => askWhoAnswers((response) => response.end('['.repeat(900_000))), { type: 'too-deep' }],
    ...['null', '[]', '7', '{}', '{"choices":[]}', '{"choices":{}}', '{"choices":[{"message":{"content":null}}]}'].map(
      (json) =>
        [`answers ${json}`, () => askWhoAnswers((response) => response.end(json)), { type: 'wrong-shape' }] as const,
    ),
    [
      'answers with an error of its own',
      () => askWhoAnswers((response) => response.end('{"error":{"message":"no such model"}}')),
      { type: 'wrong-shape' },
    ],
    [
      'answers a thousand choices',
      () =>
        askWhoAnswers((response) =>
          response.end(JSON.stringify({ choices: Array.from({ length: 1000 }, () => ({ message: { content: '' } })) })),
        ),
      { type: 'wrong-shape' },
    ],
  ];

  it.each(cases)('%s', async (_what, call, error) => {
    const made = await call();
    // The refusal holds its kind and nothing else: no word of what was sent or came back.
    expect(made.answer).toEqual({ ok: false, error });
    expect(made.bytesIn).toBeLessThan(4 << 20);
  });

  it('has limits that a laptop can live with', () => {
    expect(DEFAULT_LIMITS).toEqual({ connectMs: 3000, firstByteMs: 240_000, wholeMs: 300_000, maxBytes: 1_048_576 });
  });
});
