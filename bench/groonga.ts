import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

/** Debian's groonga-bin as a peer: one table of texts in the open, with its own index of pairs of characters and words. */
export class Groonga {
  readonly #folder: string;
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  private constructor(folder: string, child: ChildProcess, lines: Interface) {
    this.#folder = folder;
    this.#child = child;
    this.#lines = lines[Symbol.asyncIterator]();
  }

  /** Makes an empty database in a folder. Throws when groonga is not installed (apt-get install groonga-bin). */
  static async create(folder: string): Promise<Groonga> {
    mkdirSync(folder);
    const path = join(folder, 'db');
    const made = spawnSync('groonga', ['-n', path, 'table_create', 'Docs', 'TABLE_NO_KEY'], { encoding: 'utf8' });
    if (made.status !== 0) throw new Error('groonga is not here: apt-get install groonga-bin');
    const child = spawn('groonga', [path], { stdio: ['pipe', 'pipe', 'inherit'] });
    if (child.stdout === null) throw new Error('groonga has no output');
    const peer = new Groonga(folder, child, createInterface({ input: child.stdout }));
    await peer.#say('column_create Docs body COLUMN_SCALAR Text');
    return peer;
  }

  /** Adds texts, and makes the index over all of them at once, which is its fastest way. */
  async load(texts: Iterable<string>): Promise<void> {
    const input = this.#child.stdin;
    if (input === null) throw new Error('groonga has no input');
    input.write('load --table Docs\n[\n');
    let comma = '';
    for (const text of texts) {
      // One row a line: groonga reads a long line again from its beginning for each row.
      const isTaken = input.write(`${comma}${JSON.stringify({ body: text })}`);
      comma = ',\n';
      if (!isTaken) await once(input, 'drain');
    }
    await this.#say('\n]');
    await this.#say(
      'table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerNFKC150',
    );
    await this.#say('column_create Terms at COLUMN_INDEX|WITH_POSITION Docs body');
  }

  /** The ten best with snippets, as a person would ask for them. */
  async ask(query: string, any: boolean): Promise<string> {
    const words = query.startsWith('"') ? [query] : any ? partsOf(query) : query.split(' ');
    const text = words
      .join(any ? ' OR ' : ' ')
      .replaceAll('\\', ' ')
      .replaceAll("'", ' ');
    return this.#say(
      `select Docs --match_columns body --query '${text}' --limit 10 --sort_keys -_score --output_columns '_id,_score,snippet_html(body)' --command_version 2`,
    );
  }

  async #say(line: string): Promise<string> {
    this.#child.stdin?.write(`${line}\n`);
    const { value } = await this.#lines.next();
    const answer = String(value);
    if (!/^\[\[0,/.test(answer)) throw new Error(`groonga refused: ${answer.slice(0, 200)}`);
    return answer;
  }

  /** Bytes of memory that it holds. */
  memory(): number {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.#child.pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  }

  bytes(): number {
    return readdirSync(this.#folder).reduce((sum, file) => sum + statSync(join(this.#folder, file)).blocks * 512, 0);
  }

  async close(): Promise<void> {
    this.#child.stdin?.end('quit\n');
    await once(this.#child, 'exit');
  }
}

/** Words, and pairs of characters, none of which is an operator. */
function partsOf(query: string): readonly string[] {
  const parts = query.match(/[A-Za-z0-9]+|\p{Script=Han}{2}|\p{Script=Hangul}+/gu) ?? [];
  return [...new Set(parts)].map((part) => `"${part}"`);
}
