import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { type RawEntry, rawZip } from '../../../test/read/raw-zip.ts';
import { memberPath, openZip, ZIP_LIMITS, type ZipArchive, type ZipLimits } from './zip-entries.ts';

const WORDS = 'The registry office closed its counter on the third floor.';

async function opened(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Promise<ZipArchive> {
  const archive = await openZip(bytes, limits);
  if (!archive.ok) throw new Error(`refused: ${archive.error.reason}`);
  return archive.value;
}

async function refusal(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Promise<string | undefined> {
  const archive = await openZip(bytes, limits);
  return archive.ok ? undefined : archive.error.reason;
}

async function written(add: (zip: ZipWriter<Uint8Array>) => Promise<void>): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  await add(zip);
  return zip.close();
}

/** One stored entry, for what a decent writer would not write. */
interface StoredEntry extends Pick<RawEntry, 'flags' | 'attributes' | 'dataOf' | 'crc'> {
  readonly name: Uint8Array;
  readonly data?: Uint8Array;
}

function storedZip(entries: readonly StoredEntry[]): Uint8Array {
  return rawZip(
    entries.map(({ data = new Uint8Array(0), flags = 0, ...entry }) => ({
      ...entry,
      content: data,
      flags,
      stored: true,
    })),
  );
}

const ascii = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

test('files come in their order with their bytes, folders are left out (Z1)', async () => {
  const bytes = await written(async (zip) => {
    await zip.add('notes/', undefined, { directory: true });
    await zip.add('notes/공고.txt', new TextReader(WORDS));
    await zip.add('公告.txt', new Uint8ArrayReader(Uint8Array.of(1, 2, 3)), { level: 0 });
  });
  const { files, unread } = await opened(bytes);
  expect(unread).toEqual([]);
  expect(files.map(({ name, statedBytes }) => [name, statedBytes])).toEqual([
    ['notes/공고.txt', WORDS.length],
    ['公告.txt', 3],
  ]);
  expect(await Promise.all(files.map((file) => file.read()))).toEqual([
    { ok: true, value: Uint8Array.from(Buffer.from(WORDS)) },
    { ok: true, value: Uint8Array.of(1, 2, 3) },
  ]);
});

test('a time in UTC is an instant, one by a wall clock stays without zone (Z1)', async () => {
  const bytes = await written(async (zip) => {
    const lastModDate = new Date(Date.UTC(2019, 4, 4, 10, 20, 30));
    await zip.add('utc', new TextReader(WORDS), { lastModDate, extendedTimestamp: true });
  });
  expect((await opened(bytes)).files[0]?.modified).toBe('2019-05-04T10:20:30.000Z');
  const raw = storedZip([{ name: ascii('plain') }]);
  const view = new DataView(raw.buffer);
  view.setUint16(35 + 12, (10 << 11) | (20 << 5) | 15, true);
  view.setUint16(35 + 14, (39 << 9) | (5 << 5) | 4, true);
  const { files } = await opened(raw);
  expect(files.map(({ modified, wallClock }) => [modified, wallClock])).toEqual([[undefined, '2019-05-04T10:20:30']]);
});

test('names that lead out are refused one by one, the rest is read (Z2)', async () => {
  const names = [
    '../up.txt',
    'a/../../up.txt',
    '/etc/passwd',
    'C:\\x.txt',
    'c:x',
    '\\\\host\\x',
    'a\\..\\..\\x',
    'x\0.txt',
  ];
  const { files, unread } = await opened(
    storedZip([...names.map((name) => ({ name: ascii(name) })), { name: ascii('fine') }]),
  );
  expect(files.map(({ name }) => name)).toEqual(['fine']);
  expect(unread.map(({ reason }) => reason)).toEqual(names.map(() => 'path-escape'));
  expect(unread.at(-1)?.part).toBe('x\ufffd.txt');
});

test('names that are merely odd are cleaned (Z2)', () => {
  const cleaned = ['a\\b.txt', './a//b', 'a/./b', 'fdp\u202eexe.txt', 'a\nb', '..a/b..', 'a\ud800'].map((name) => {
    const path = memberPath(name);
    return path.ok ? path.value : path.error.reason;
  });
  expect(cleaned).toEqual(['a/b.txt', 'a/b', 'a/b', 'fdp\ufffdexe.txt', 'a\ufffdb', '..a/b..', 'a\ufffd']);
  const long = memberPath(`${'x'.repeat(3000)}.pdf`);
  expect(long.ok && [long.value.length, long.value.endsWith('.pdf')]).toEqual([1024, true]);
  expect(memberPath('a/'.repeat(65))).toEqual({ ok: false, error: { type: 'zip-refused', reason: 'too-deep' } });
});

test('no name that is accepted leads anywhere but into its folder (Z2)', () => {
  const step = fc.constantFrom('..', '.', '', 'a', 'C:', '/', '\\', '\0', '\u202e', '..\\', '가');
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const path = memberPath(steps.join('/'));
      if (path.ok) expect(path.value).not.toMatch(/^\/|\\|(^|\/)\.\.?(\/|$)|\/\/|\0|^[A-Za-z]:/);
      else expect(path.error.reason).toMatch(/^(path-escape|damaged)$/);
    }),
  );
});

test('links and special files are not followed (Z3)', async () => {
  const kinds = [0o120777, 0o020644, 0o010644, 0o140644, 0o100644, 0].map((mode, i) => ({
    name: ascii(`f${i}`),
    data: ascii('/etc/passwd'),
    attributes: (mode << 16) >>> 0,
  }));
  const { files, unread } = await opened(storedZip(kinds));
  expect(files.map(({ name }) => name)).toEqual(['f4', 'f5']);
  expect(unread.map(({ reason }) => reason)).toEqual(['link', 'not-supported', 'not-supported', 'not-supported']);
});

test('of two files with one name the first is read and the second is said (Z4)', async () => {
  const { files, unread } = await opened(
    storedZip([
      { name: ascii('a/b'), data: ascii('first') },
      { name: ascii('a\\b'), data: ascii('second') },
    ]),
  );
  expect(await files[0]?.read()).toEqual({ ok: true, value: ascii('first') });
  expect([files.length, unread]).toEqual([1, [{ part: 'a/b', reason: 'duplicate-name' }]]);
});

test('encrypted files are said to be encrypted (Z5)', async () => {
  const bytes = await written(async (zip) => {
    await zip.add('open.txt', new TextReader(WORDS));
    await zip.add('aes.txt', new TextReader(WORDS), { password: 'seven lamps' });
    await zip.add('old.txt', new TextReader(WORDS), { password: 'seven lamps', zipCrypto: true });
  });
  const { files, unread } = await opened(bytes);
  expect(files.map(({ name }) => name)).toEqual(['open.txt']);
  expect(unread).toEqual([
    { part: 'aes.txt', reason: 'encrypted' },
    { part: 'old.txt', reason: 'encrypted' },
  ]);
});

test('entries that share their packed bytes are a bomb (Z6)', async () => {
  const kernel = { name: ascii('k'), data: ascii('x'.repeat(5000)) };
  const copies = Array.from({ length: 100 }, (_, i) => ({ ...kernel, name: ascii(`k${i}`), dataOf: 0 }));
  const { files, unread } = await opened(storedZip([kernel, ...copies]));
  expect(files.map(({ name }) => name)).toEqual(['k']);
  expect(new Set(unread.map(({ reason }) => reason))).toEqual(new Set(['bomb']));
  expect(unread.length).toBe(100);
});

test('an entry that grows beyond all measure is stopped while it is inflated (Z7)', async () => {
  const bytes = await written(async (zip) => {
    await zip.add('bomb', new Uint8ArrayReader(new Uint8Array(16 * 1024 * 1024)), { level: 9 });
    await zip.add('after', new TextReader(WORDS));
  });
  const { files } = await opened(bytes);
  expect(await files[0]?.read()).toEqual({ ok: false, error: { type: 'zip-refused', reason: 'bomb' } });
  expect(await files[1]?.read()).toEqual({ ok: true, value: ascii(WORDS) });
});

test('a stated length is not believed (Z7)', async () => {
  const bytes = await written(async (zip) => {
    await zip.add('bomb', new Uint8ArrayReader(new Uint8Array(16_789_123)), { level: 9 });
  });
  const lied = Uint8Array.from(bytes);
  const view = new DataView(lied.buffer);
  for (let at = 0; at + 4 < lied.length; at++) {
    if (view.getUint32(at, true) === 16_789_123) view.setUint32(at, 10, true);
  }
  const read = await (await opened(lied)).files[0]?.read();
  expect(read?.ok === false && ['bomb', 'damaged'].includes(read.error.reason)).toBe(true);
});

test('one file and all files together have their limit (Z7)', async () => {
  const bytes = await written(async (zip) => {
    for (const name of ['a', 'b', 'c']) await zip.add(name, new Uint8ArrayReader(new Uint8Array(60)), { level: 0 });
    await zip.add('d', new Uint8ArrayReader(new Uint8Array(101)), { level: 0 });
  });
  const { files } = await opened(bytes, { ...ZIP_LIMITS, entryBytes: 100, totalBytes: 150 });
  const reasons: unknown[] = [];
  for (const file of [...files].reverse()) {
    const read = await file.read();
    reasons.push(read.ok ? read.value.length : read.error.reason);
  }
  expect(reasons).toEqual(['too-large', 'too-large', 'too-large', 'too-large']);
  const fresh = await opened(bytes, { ...ZIP_LIMITS, entryBytes: 100, totalBytes: 150 });
  const sizes: unknown[] = [];
  for (const file of fresh.files) {
    const read = await file.read();
    sizes.push(read.ok ? read.value.length : read.error.reason);
  }
  expect(sizes).toEqual([60, 60, 'too-large', 'too-large']);
});

test('too many entries are refused, and so is what is no archive (Z8)', async () => {
  const three = storedZip([{ name: ascii('a') }, { name: ascii('b') }, { name: ascii('c') }]);
  expect(await refusal(three, { ...ZIP_LIMITS, entries: 2 })).toBe('too-many');
  expect(await refusal(three, { ...ZIP_LIMITS, entries: 3 })).toBeUndefined();
  expect(await refusal(new Uint8Array(0))).toBe('damaged');
  expect(await refusal(ascii('PK\x03\x04 and nothing'))).toBe('damaged');
  const whole = await written((zip) => zip.add('a', new TextReader(WORDS)).then(() => undefined));
  expect(await refusal(whole.subarray(0, whole.length - 30))).toBe('damaged');
});

test('a file whose bytes were changed is damaged (Z8)', async () => {
  const { files } = await opened(storedZip([{ name: ascii('a'), data: ascii('changed'), crc: 1 }]));
  expect(await files[0]?.read()).toEqual({ ok: false, error: { type: 'zip-refused', reason: 'damaged' } });
});

test('names without a mark are decoded together as what they most look like (Z9)', async () => {
  const korean = ['국가보위성 공고문.txt', '신고 안내.hwp', '주민 대피소 목록.xlsx'];
  const chinese = ['公安局通知.docx', '关于登记的公告.pdf', '街道办事处名单.xlsx'];
  const western = ['Über.txt', 'café.txt'];
  const named = async (names: readonly string[], encoding: string) =>
    (await opened(storedZip(names.map((name) => ({ name: iconv.encode(name, encoding) }))))).files.map(
      ({ name }) => name,
    );
  expect(await named(korean, 'cp949')).toEqual(korean);
  expect(await named(chinese, 'gb18030')).toEqual(chinese);
  expect(await named(western, 'cp437')).toEqual(western);
  expect(await named([...korean, ...chinese], 'utf-8')).toEqual([...korean, ...chinese]);
});

test('any bytes at all are opened or refused', async () => {
  const whole = storedZip([
    { name: ascii('a'), data: ascii('one') },
    { name: ascii('b'), data: ascii('two') },
  ]);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }), async (changes) => {
      const bytes = Uint8Array.from(whole);
      for (const [at, value] of changes) bytes[at] = value;
      const archive = await openZip(bytes);
      if (!archive.ok) return;
      for (const file of archive.value.files) expect((await file.read()).ok).toBeTypeOf('boolean');
    }),
  );
});
