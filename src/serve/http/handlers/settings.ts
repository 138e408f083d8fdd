import { ok, type Result } from '../../../base/index.ts';
import type { Vault } from '../../../vault/index.ts';
import type { SettingsView } from '../../api.ts';
import { setIdleMinutes } from '../../workspace-settings.ts';
import type { Answers, Desk } from '../desk.ts';
import { type Refused, writeRefusal } from '../refusal.ts';

/** Calls of an assistant that are listed. */
const CALLS = 50;

export const settingsAnswers: Pick<Answers, 'settings' | 'settings-change'> = {
  settings: (desk) => settings(desk),

  'settings-change': async (desk, { idleMinutes }) => {
    const { vault, now, activity } = desk;
    if (idleMinutes !== undefined) {
      const set = await setIdleMinutes(vault, idleMinutes, { now });
      if (!set.ok) return writeRefusal(set.error);
      activity.limitMs = idleMinutes * 60_000;
    }
    return settings(desk);
  },
};

async function settings(desk: Desk): Promise<Result<SettingsView, Refused>> {
  const { vault, activity, knowledge, version } = desk;
  const [backups, retention, assistant, calls] = await Promise.all([
    vault.query('backups', undefined),
    retentionOf(desk),
    vault.query('assistant', { device: vault.device }),
    vault.query('assistantCalls', { limit: CALLS }),
  ]);
  return ok({
    idleMinutes: activity.limitMs / 60_000,
    backups: backups.toReversed().map(({ madeAt, heads }) => ({
      at: madeAt,
      entries: heads.reduce((sum, { size }) => sum + size, 0),
    })),
    retention,
    packs: knowledge.packs.map(({ title, version: made, places, offices, terms, licence }) => ({
      ...{ name: title, version: made, note: licence },
      rows: places.length + offices.length + terms.length,
    })),
    // The only thing that Daybook ever connects to is an assistant that somebody turned on, on this computer.
    connections: calls.items.map(({ at, asked }) => ({ at, what: 'assistant', to: asked.model })),
    assistant: { on: assistant?.address !== undefined, address: assistant?.address ?? null },
    version,
    licence: 'AGPL-3.0-only',
  });
}

async function retentionOf({
  vault,
  now,
}: {
  readonly vault: Vault;
  readonly now: Desk['now'];
}): Promise<SettingsView['retention']> {
  const [rules, due] = await Promise.all([
    vault.query('retention', undefined),
    vault.query('due', { now: Date.parse(now()) }),
  ]);
  return rules.map(({ collection, name, days }) => ({
    collection: name,
    days,
    due: due.filter((each) => each.collection === collection).length,
  }));
}
