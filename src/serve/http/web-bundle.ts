import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the application as it is sent. */
export interface BundleFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
};

/** Where the path is told to which a person wanted to go, and the token by which the page may ask. */
const TOKEN = 'daybook-token';
const PATH = 'daybook-path';

/** The application as it was built. Files are found by name among those that are there: an address is never made a path. */
export class WebBundle {
  readonly #folder: string;
  readonly #files: ReadonlyMap<string, string>;
  readonly #kept = new Map<string, BundleFile>();
  readonly #page: string | undefined;

  /** `folder` has `index.html` and `assets`; it may be missing, in an installation without the desk's pages. */
  constructor(folder: string) {
    this.#folder = folder;
    this.#files = new Map([...namesIn(folder, ''), ...namesIn(folder, 'assets/')]);
    const page = join(folder, 'index.html');
    this.#page = existsSync(page) ? readFileSync(page, 'utf8') : undefined;
  }

  /** A file by its address; undefined when there is none. */
  file(path: string): BundleFile | undefined {
    const type = this.#files.get(path);
    if (type === undefined) return undefined;
    const kept = this.#kept.get(path) ?? { type, bytes: readFileSync(join(this.#folder, path.slice(1))) };
    this.#kept.set(path, kept);
    return kept;
  }

  /** The application's page; undefined when it was not built. */
  page({ token, path }: { readonly token: string; readonly path: string }): string | undefined {
    return this.#page === undefined ? undefined : withMeta(withMeta(this.#page, PATH, path), TOKEN, token);
  }
}

function* namesIn(folder: string, below: string): Generator<readonly [string, string]> {
  const place = join(folder, below);
  if (!existsSync(place)) return;
  for (const entry of readdirSync(place, { withFileTypes: true })) {
    const type = TYPES[/\.([a-z0-9]{1,12})$/.exec(entry.name)?.[1] ?? ''];
    if (entry.isFile() && type !== undefined && /^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/.test(entry.name)) {
      yield [`/${below}${entry.name}`, type];
    }
  }
}

/** Fills a `meta` of the page, or adds it. What is put in has no character that could end an attribute. */
function withMeta(page: string, name: string, content: string): string {
  if (!/^[A-Za-z0-9/_-]*$/.test(content)) throw new Error('that cannot stand in the page');
  const meta = `<meta name="${name}" content="${content}">`;
  const known = new RegExp(`<meta name="${name}"[^>]*>`);
  return known.test(page) ? page.replace(known, meta) : page.replace(/<head[^>]*>/, (head) => `${head}\n${meta}`);
}
