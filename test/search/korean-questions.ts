import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameForms, parseQuery } from '../../src/read/index.ts';
import { openDefaultPack } from '../../src/serve/theme-packs.ts';
import type { Vault } from '../../src/vault/index.ts';
import { installation } from '../serve/daybook.ts';
import { addLayered } from './layered-source.ts';

interface GoldSet {
  readonly texts: readonly { readonly id: string; readonly title: string; readonly text: string }[];
  readonly queries: readonly GoldQuery[];
}

export interface GoldQuery {
  readonly query: string;
  readonly kind: string;
  readonly relevant: readonly string[];
  /** Neither for nor against. */
  readonly unsure?: readonly string[];
}

export interface Answered {
  readonly query: GoldQuery;
  /** Ids among the first ten, the unsure left out. */
  readonly found: readonly string[];
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

const gold: GoldSet = JSON.parse(readFileSync(join(import.meta.dirname, 'gold/korean.json'), 'utf8'));
const documents = join(import.meta.dirname, '../../../shared/documents');

/** Whether the five real documents, which some answers are among, lie beside the repository. */
export const hasDocuments: boolean = existsSync(documents);

/** Asks every question of the Korean set of a vault that holds its texts, the samples and the five documents. */
export async function askKorean(vault: Vault): Promise<readonly Answered[]> {
  const ids = new Map<string, string>();
  for (const { id, title, text } of gold.texts) {
    ids.set((await addLayered(vault, `${title}\n\n${text}`)).source, id);
  }
  const examples = join(import.meta.dirname, '../../examples');
  for (const file of readdirSync(examples).filter((name) => /^\d\d-/.test(name))) {
    const { source } = await addLayered(vault, readFileSync(join(examples, file)), { fileName: file });
    ids.set(source, `sample-${file.slice(0, 2)}`);
  }
  for (const file of readdirSync(documents).filter((name) => /^\d{3}_/.test(name))) {
    const { source } = await addLayered(vault, readFileSync(join(documents, file)), { fileName: file });
    ids.set(source, `document-${file.slice(0, 3)}`);
  }
  const names = nameForms([openDefaultPack(installation).pack]);
  const answered: Answered[] = [];
  for (const query of gold.queries) {
    const { hits } = await vault.query('search', {
      query: parseQuery(query.query, { names, exact: false }),
      ...{ mode: 'all', order: 'best', filter: {}, limit: 20 },
    });
    const unsure = new Set(query.unsure);
    const found = hits.map(({ source }) => ids.get(source) ?? '').filter((id) => !unsure.has(id));
    const first = found.slice(0, 10);
    answered.push({
      query,
      found: first,
      missed: query.relevant.filter((id) => !first.includes(id)),
      wrong: first.filter((id) => !query.relevant.includes(id)),
    });
  }
  return answered;
}

/** Recall and precision among the first ten, each the mean over the questions. */
export function shares(answered: readonly Answered[]): { readonly recall: number; readonly precision: number } {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);
  return {
    recall: mean(
      answered.map(({ query, missed }) => {
        const wanted = Math.min(10, query.relevant.length);
        return Math.max(0, wanted - Math.max(0, missed.length - (query.relevant.length - wanted))) / wanted;
      }),
    ),
    precision: mean(
      answered.map(({ found, wrong }) => (found.length === 0 ? 0 : (found.length - wrong.length) / found.length)),
    ),
  };
}
