/**
 * Who may use what. The house test holds every file under src/ to this table; a row is changed together with the
 * reason beside it, and a change of direction is a change of design (docs/house.md).
 */

/** A package or built-in module a room may use, and the sentence of why. */
export interface Permission {
  readonly name: string;
  readonly why: string;
  /** Only files whose path starts with one of these; the whole room when absent. */
  readonly under?: readonly string[];
  /** Only these names may be taken from it; all when absent. */
  readonly names?: readonly string[];
}

export interface Room {
  readonly name: string;
  /** Rooms whose index.ts may be imported. */
  readonly rooms: readonly string[];
  readonly packages: readonly Permission[];
  /** node: modules, with their prefix. */
  readonly modules: readonly Permission[];
  /** Whether its packages are built into files of our own, so that none is installed with the product. */
  readonly bundled?: boolean;
}

/** What only one place may do; any other place needs a row in `EXCEPTIONS`. */
export type Conduct = 'clock' | 'randomness' | 'environment' | 'sql';

export interface Exception {
  readonly file: string;
  readonly conduct: Conduct;
  /** Only these members of `process`, `Date`, `node:crypto`; all of the conduct when absent. */
  readonly names?: readonly string[];
  readonly why: string;
}

const LINE = ['base', 'preserve', 'read', 'weigh', 'watch', 'brief'] as const;

function leftOf(name: (typeof LINE)[number]): readonly string[] {
  return LINE.slice(0, LINE.indexOf(name));
}

export const ROOMS: readonly Room[] = [
  { name: 'base', rooms: leftOf('base'), packages: [], modules: [] },
  {
    name: 'preserve',
    rooms: leftOf('preserve'),
    packages: [{ name: 'zod', why: 'checks envelopes and parts, which another device wrote' }],
    modules: [
      {
        name: 'node:crypto',
        why: 'SHA-256, SHA-512 and Ed25519 of the record; digests and signatures that others state',
      },
      {
        name: 'node:tls',
        why: 'the list of authorities that browsers trust, to judge who signed a web archive; nothing is asked of them',
        under: ['src/preserve/archive-signature.ts'],
        names: ['rootCertificates'],
      },
    ],
  },
  {
    name: 'read',
    rooms: leftOf('read'),
    packages: [
      { name: 'parse5', why: 'the HTML parser that keeps source offsets' },
      { name: 'chardet', why: 'a guess at the encoding when nothing declares one' },
      { name: '@zip.js/zip.js', why: 'reads ZIP archives, counting as it inflates', under: ['src/read/formats/'] },
      { name: 'fast-xml-parser', why: 'the XML inside office files, entities off', under: ['src/read/formats/'] },
      { name: 'iconv-lite', why: 'decodes GB18030, Big5, EUC-KR and the rest alike on every platform' },
      { name: 'csv-parse', why: 'tables of libraries and sheets, quoted as spreadsheets quote', under: ['src/read/'] },
      { name: 'opencc-js', why: 'its tables tell simplified from traditional characters' },
      { name: 'mupdf', why: 'text and pictures of PDF pages, pixels of images', under: ['src/read/formats/'] },
      { name: 'tesseract.js', why: 'recognises text in pictures', under: ['src/read/formats/'] },
      { name: '@tesseract.js-data/eng', why: 'what the recogniser knows of English', under: ['src/read/formats/'] },
      {
        name: '@tesseract.js-data/chi_sim',
        why: 'what the recogniser knows of simplified Chinese',
        under: ['src/read/formats/'],
      },
      {
        name: '@tesseract.js-data/chi_tra',
        why: 'what the recogniser knows of traditional Chinese',
        under: ['src/read/formats/'],
      },
      { name: '@tesseract.js-data/kor', why: 'what the recogniser knows of Korean', under: ['src/read/formats/'] },
      { name: 'wink-porter2-stemmer', why: 'English words of one stem find each other', under: ['src/read/terms/'] },
      { name: 'tar-stream', why: 'TAR archives, entry by entry', under: ['src/read/formats/'] },
      { name: 'yaml', why: 'front matter of Markdown and files of theme packs' },
      {
        name: 'zod',
        why: 'checks theme packs, which strangers may write, and what engines for PDF and recognition answer',
      },
    ],
    modules: [
      {
        name: 'node:zlib',
        why: 'inflates records and answers of web archives, within a limit',
        under: ['src/read/formats/'],
        names: ['brotliDecompressSync', 'gunzipSync', 'inflateRawSync', 'inflateSync'],
      },
    ],
  },
  {
    name: 'weigh',
    rooms: leftOf('weigh'),
    packages: [{ name: 'zod', why: 'checks reviews, which another device wrote' }],
    modules: [],
  },
  { name: 'watch', rooms: leftOf('watch'), packages: [], modules: [] },
  { name: 'brief', rooms: leftOf('brief'), packages: [], modules: [] },
  {
    name: 'exchange',
    rooms: LINE,
    packages: [
      { name: 'age-encryption', why: 'the seal around bundles, which stock age opens too' },
      { name: 'zod', why: 'checks headers of bundles, invitations and requests, which strangers may write' },
    ],
    modules: [
      { name: 'node:crypto', why: 'SHA-256 over a bundle, which its signature covers', names: ['createHash'] },
      {
        name: 'node:http',
        why: 'asks the assistant that a user configured, on this machine alone',
        under: ['src/exchange/loopback-post.ts'],
        names: ['request'],
      },
    ],
  },
  {
    name: 'vault',
    rooms: LINE,
    packages: [
      { name: '@signalapp/sqlcipher', why: 'the encrypted database' },
      { name: '@node-rs/argon2', why: 'Argon2id, from passphrase to key' },
      {
        name: 'age-encryption',
        why: "seals the secret of an office's slot, 32 bytes, so that stock age opens it",
        under: ['src/vault/office-key.ts'],
      },
      {
        name: 'shamir-secret-sharing',
        why: 'splits the secret of a slot among several people',
        under: ['src/vault/key-shares.ts'],
      },
      { name: 'zod', why: 'checks the header and rows that a damaged or foreign folder may hold' },
    ],
    modules: [
      { name: 'node:crypto', why: 'AEAD, HKDF and MAC of slots, blobs and head; random keys' },
      { name: 'node:fs', why: 'the files of the vault, synced one by one' },
      { name: 'node:fs/promises', why: 'the files of the vault, without blocking the engine' },
      { name: 'node:path', why: 'paths inside the vault folder' },
      { name: 'node:timers/promises', why: 'waits for a turn at the lock of the vault' },
      { name: 'node:zlib', why: 'bodies of parts are packed before they are sealed' },
      { name: 'node:worker_threads', why: 'the synchronous database runs in threads of its own' },
    ],
  },
  {
    name: 'serve',
    rooms: [...LINE, 'exchange', 'vault'],
    packages: [
      { name: 'commander', why: 'commands, flags and their help' },
      { name: 'hono', why: 'addresses of the desk, and answers', under: ['src/serve/http/'] },
      {
        name: '@hono/node-server',
        why: 'requests of Node as those of the web standard; it opens no port here',
        under: ['src/serve/http/'],
      },
      { name: 'zod', why: 'flags and files are parsed once, at the edge' },
    ],
    modules: [
      { name: 'node:fs', why: 'reads what a user names, writes what a user asks for' },
      { name: 'node:fs/promises', why: 'reads what a user names, writes what a user asks for' },
      { name: 'node:path', why: 'paths a user names' },
      { name: 'node:os', why: 'the home folder, to warn about folders that a cloud client synchronises' },
      { name: 'node:url', why: 'finds the bundled packs and samples beside the program' },
      { name: 'node:readline', why: 'the prompt of daybook open, and questions' },
      { name: 'node:readline/promises', why: 'the prompt of daybook open, and questions' },
      { name: 'node:stream', why: 'standard input and output' },
      { name: 'node:stream/promises', why: 'standard input and output' },
      { name: 'node:tty', why: 'asks for a passphrase without showing it' },
      { name: 'node:util', why: 'widths and colours of the terminal' },
      { name: 'node:timers/promises', why: 'the idle lock' },
      { name: 'node:perf_hooks', why: 'durations told to the user' },
      { name: 'node:crypto', why: 'randomness, handed to the other rooms as a parameter' },
      { name: 'node:v8', why: 'frames between the reading process and the engine; no heap snapshots' },
      {
        name: 'node:inspector',
        why: 'whether a debugger listens, so that no vault is opened then; it is never started',
        under: ['src/serve/cli/debugger-watch.ts'],
      },
      { name: 'node:child_process', why: 'starts the reading process: our own program, never another' },
      {
        name: 'node:dgram',
        why: 'its sockets are shut in processes that read documents; none is opened',
        under: ['src/serve/network-guard.ts'],
      },
      {
        name: 'node:dns',
        why: 'its questions are shut in processes that read documents; none is asked',
        under: ['src/serve/network-guard.ts'],
      },
      {
        name: 'node:module',
        why: 'has what imports a shut module see it shut',
        under: ['src/serve/network-guard.ts'],
      },
      {
        name: 'node:http',
        why: 'the desk listens on this machine; it never asks',
        under: ['src/serve/http/'],
        names: ['createServer'],
      },
      {
        name: 'node:net',
        why: 'the supervisor listens for the desk on this machine and hands each connection on unread; processes that read documents shut it; nothing asks',
        under: ['src/serve/cli/desk-listener.ts', 'src/serve/network-guard.ts'],
        names: ['createServer', 'default', 'Server', 'Socket'],
      },
    ],
  },
  {
    name: 'web',
    rooms: ['base'],
    bundled: true,
    packages: [
      { name: 'react', why: 'the desk is made of components that redraw what changed and no more' },
      { name: 'react-dom', why: 'draws the components into the page', names: ['createRoot', 'flushSync'] },
      { name: 'wouter', why: 'which screen an address means, in 2 KB' },
      { name: '@tanstack/react-query', why: 'asks the server once for what several parts of a screen show' },
      { name: '@tanstack/react-virtual', why: 'long lists draw only the rows that are seen' },
      { name: '@lingui/core', why: 'the catalogues of four languages, with plurals' },
      { name: '@lingui/react', why: 'has components say their words anew when the language changes' },
      {
        name: '@observablehq/plot',
        why: 'draws figures as SVG; loaded when a picture is asked for',
        under: ['src/web/figures/'],
      },
    ],
    modules: [],
  },
];

/** The one file of serve that web may name, and its types only. */
export const WEB_CONTRACT = 'src/serve/api.ts';

/** The one file of web that asks the server it came from; each of its addresses begins with `/api/`. */
export const OWN_ORIGIN: { readonly file: string; readonly name: string } = {
  file: 'src/web/api-client.ts',
  name: 'fetch',
};

/** The only room that may connect. */
export const CONNECTING_ROOM = 'exchange';

/** Where each conduct is at home. */
export const HOMES: Readonly<Record<Conduct, string>> = {
  clock: 'serve',
  randomness: 'serve',
  environment: 'serve',
  sql: 'vault',
};

export const EXCEPTIONS: readonly Exception[] = [
  {
    file: 'src/vault/durable-file.ts',
    conduct: 'environment',
    names: ['platform'],
    why: 'Windows has no call that syncs a folder',
  },
  {
    file: 'src/vault/fault.ts',
    conduct: 'environment',
    names: ['kill', 'pid'],
    why: 'ends itself at a named point when a test of lost work asks for it',
  },
  {
    file: 'src/vault/vault.ts',
    conduct: 'randomness',
    names: ['randomBytes'],
    why: 'keys are drawn where they are sealed: no caller can hand in weak ones',
  },
  {
    file: 'src/vault/blob-file.ts',
    conduct: 'randomness',
    names: ['randomBytes'],
    why: 'names, salts and nonces of blobs are drawn where they are written',
  },
  {
    file: 'src/vault/create-vault.ts',
    conduct: 'randomness',
    names: ['randomBytes'],
    why: 'the keys of a new vault are drawn where they are sealed: no caller can hand in weak ones',
  },
  {
    file: 'src/vault/vault-slots.ts',
    conduct: 'randomness',
    names: ['randomBytes'],
    why: 'salts and nonces of slots are drawn where they are sealed: no caller can hand in weak ones',
  },
  {
    file: 'src/vault/revoke.ts',
    conduct: 'randomness',
    names: ['randomBytes'],
    why: 'a new vault key is drawn where it is sealed: no caller can hand in a weak one',
  },
  {
    file: 'src/vault/vault-identity.ts',
    conduct: 'randomness',
    names: ['randomBytes'],
    why: 'the keys of a new device are drawn where they are kept',
  },
  {
    file: 'src/web/elapsed.ts',
    conduct: 'clock',
    names: ['performance'],
    why: 'how fast files are taken in is told while they are; nothing of it is kept',
  },
  {
    file: 'src/vault/entry-author.ts',
    conduct: 'randomness',
    names: ['randomBytes'],
    why: 'salts of parts are drawn in the thread that writes them; no function can be handed to a thread',
  },
];
