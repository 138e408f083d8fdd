import { ok } from '../../../base/index.ts';
import { headWords } from '../../../vault/index.ts';
import type { Answers } from '../desk.ts';

/** Who works here, and the end of it. */
export const sessionAnswers: Pick<Answers, 'session' | 'lock'> = {
  session: async ({ vault, workspace, activity, version: product }) => {
    const [version, status, condition] = await Promise.all([
      vault.query('version', undefined),
      vault.query('status', undefined),
      vault.condition(),
    ]);
    const own = status.persons.find(({ person }) => person === vault.person);
    return ok({
      workspace,
      person: { id: vault.person, name: own?.name ?? null },
      condition: condition.type === 'sound' ? 'sound' : 'read-only',
      ...(condition.type !== 'sound' && { why: condition.type }),
      version,
      entries: status.entries,
      sources: status.sources,
      headWords: await headWords(vault.workspace, status.heads),
      idle: {
        minutes: activity.limitMs / 60_000,
        leftSeconds: Math.max(0, Math.ceil(activity.leftMs / 1000)),
      },
      product: { version: product },
    });
  },

  lock: async ({ lock }) => {
    lock();
    return ok({});
  },
};
