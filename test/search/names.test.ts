import { expect, it } from 'vitest';
import { nameForms, parseQuery, type ThemeRow } from '../../src/read/index.ts';
import { openDefaultPack } from '../../src/serve/theme-packs.ts';
import { installation } from '../serve/daybook.ts';
import { temporaryVault } from '../vault/temporary-vault.ts';
import { tell } from '../vault/told.ts';
import { addLayered } from './layered-source.ts';

const { pack } = openDefaultPack(installation);
const rows = [...pack.places, ...pack.offices];

/** A form of a name in a sentence of its script. */
function sentence(form: string): string {
  if (/\p{Script=Hangul}/u.test(form)) return `어제 ${form}에서 소식이 왔다.`;
  return /\p{Script=Han}/u.test(form) ? `昨日有关${form}的消息。` : `Yesterday word came from ${form} again.`;
}

it('S7: every place and office of the first pack is found from each of its forms by every other', {
  timeout: 120_000,
}, async () => {
  const { vault, remove } = await temporaryVault();
  try {
    const names = nameForms([pack]);
    const sources = new Map<string, string>();
    for (const { names: forms } of rows) {
      for (const { text } of forms) {
        if (!sources.has(text)) sources.set(text, (await addLayered(vault, sentence(text))).source);
      }
    }
    const counts = { asked: 0, found: 0 };
    const ambiguous = new Map<string, readonly string[]>();
    const lines: string[] = [];
    for (const row of rows) {
      const of = await askAll(row);
      counts.asked += of.asked;
      counts.found += of.found;
      if (of.missed.length > 0) lines.push(`  ${row.id}: ${of.found} of ${of.asked}; not ${of.missed.join(', ')}`);
    }
    tell(
      `names: ${rows.length} places and offices, ${counts.asked} pairs of forms, found ${(counts.found / counts.asked).toFixed(4)}`,
      ...lines,
      `  ambiguous: ${[...ambiguous].map(([form, ids]) => `${form} (${ids.join(', ')})`).join('; ')}`,
    );
    expect(counts.found / counts.asked).toBeGreaterThanOrEqual(0.98);

    async function askAll({
      names: forms,
    }: ThemeRow): Promise<{ readonly asked: number; readonly found: number; readonly missed: readonly string[] }> {
      let [asked, found] = [0, 0];
      const missed: string[] = [];
      for (const { text } of forms) {
        const query = parseQuery(text, { names, exact: false });
        const [term] = query.terms;
        if (term !== undefined && term.names.length > 1)
          ambiguous.set(
            text,
            term.names.map(({ id }) => id),
          );
        const { hits } = await vault.query('search', { query, mode: 'all', order: 'best', filter: {}, limit: 500 });
        const have = new Set<string>(hits.map(({ source }) => source));
        for (const other of forms) {
          asked++;
          if (have.has(sources.get(other.text) ?? '')) found++;
          else missed.push(`${text} → ${other.text}`);
        }
      }
      return { asked, found, missed };
    }
  } finally {
    await vault.close();
    remove();
  }
});
