import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Vault } from '../../src/vault/index.ts';
import { temporaryVault } from '../vault/temporary-vault.ts';
import { jsonLines, type Run } from './daybook.ts';
import { runHere } from './run-here.ts';

/** How many items a library has where more of them prove nothing else. */
export const MANY: number = process.env['SLOW'] === undefined ? 20 : 100;

/** What a library says of one source. */
interface Described {
  readonly file: string;
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/** A vault and a folder for each test of a file, with libraries to import written into the folder. */
export class Importing {
  #vault: Vault | undefined;
  base = '';

  constructor() {
    let remove = (): void => {};
    beforeEach(async () => {
      const made = await temporaryVault();
      this.#vault = made.vault;
      ({ remove } = made);
      this.base = mkdtempSync(join(tmpdir(), 'daybook-imports-'));
    });
    afterEach(async () => {
      await this.vault.close();
      remove();
      rmSync(this.base, { recursive: true, force: true });
    });
  }

  get vault(): Vault {
    if (this.#vault === undefined) throw new Error('no test has begun');
    return this.#vault;
  }

  /** Runs a command on the vault, which stays open. */
  readonly run = (...args: readonly string[]): Promise<Run> =>
    runHere(this.base, args, { session: { vault: this.vault, folder: 'vault' } });

  readonly write = (name: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(this.base, name)), { recursive: true });
    writeFileSync(join(this.base, name), content);
  };

  /** The sources here, with what libraries say of each. */
  readonly described = async (): Promise<readonly Described[]> => {
    const { items } = await this.vault.query('sources', { limit: 500 });
    const all = [];
    for (const { source, record } of items) {
      const said = (await this.vault.query('descriptions', { source })).flatMap(({ fields }) => fields);
      all.push({ file: record.fileName, fields: new Map(said.map(({ name, values }) => [name, values])) });
    }
    return all;
  };
}

/** What a run with `--json` ends with. */
export const receiptOf = (done: Run): unknown => jsonLines(done).at(-1)?.['receipt'];

/** A made-up page whose figure tells it from the others. */
export const pageOf = (n: number): string =>
  `SAMPLE, INVENTED\n\nThe Lantern Society said that ${n},000 people lived near the harbour at the end of 2018.\n`;
