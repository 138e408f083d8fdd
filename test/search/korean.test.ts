import { expect, it } from 'vitest';
import { temporaryVault } from '../vault/temporary-vault.ts';
import { tell } from '../vault/told.ts';
import { askKorean, hasDocuments, shares } from './korean-questions.ts';

it.skipIf(!hasDocuments)(
  'the Korean question set: what answers is among the first ten (needs ../shared/documents)',
  { timeout: 120_000 },
  async () => {
    const { vault, remove } = await temporaryVault();
    try {
      const answered = await askKorean(vault);
      const { recall, precision } = shares(answered);
      tell(
        `Korean questions: ${answered.length}, recall@10 ${recall.toFixed(3)}, precision@10 ${precision.toFixed(3)}`,
      );
      for (const kind of new Set(answered.map(({ query }) => query.kind))) {
        const some = answered.filter(({ query }) => query.kind === kind);
        const of = shares(some);
        tell(`  ${kind}: ${some.length}, recall@10 ${of.recall.toFixed(3)}, precision@10 ${of.precision.toFixed(3)}`);
      }
      if (process.env['SHOW_MISSES']) {
        for (const { query, missed, wrong } of answered) {
          if (missed.length > 0 || wrong.length > 0) {
            tell(`  ${query.kind} ${query.query}: missed ${missed.join(' ')}; wrong ${wrong.join(' ')}`);
          }
        }
      }
      expect(recall).toBeGreaterThanOrEqual(0.95);
    } finally {
      await vault.close();
      remove();
    }
  },
);
