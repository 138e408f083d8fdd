import { z } from 'zod';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { ReadingPool } from '../../reading-pool.ts';
import { languagesNamed, pagesNamed, recogniseSource } from '../../recognising.ts';
import { counted, notReadWords, vaultSentence } from '../../sentences.ts';
import { newLayerId } from '../../subjects.ts';
import type { OpenedPack } from '../../theme-packs.ts';
import { DAYBOOK } from '../../typed.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { findSource } from '../source-words.ts';
import { vaultFlags, withVault } from '../vault-session.ts';
import { choosePack } from './add.ts';

const schema = vaultFlags.extend({
  pages: z.string().min(1).optional(),
  language: z.string().min(1).optional(),
  pack: z.string().min(1).optional(),
  json: given,
});
type Flags = z.infer<typeof schema>;

/** Looks for text in the pictures of a source, and keeps it as a layer of its own beside what was read before. */
export async function recognise(context: CommandContext, id: string, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const pack = choosePack(context, flags.value.pack);
  if (!pack.ok) return pack.error;
  return withVault(context, flags.value, (session) => recogniseIn(context, session, id, pack.value, flags.value));
}

async function recogniseIn(
  { installation, terminal, random, now }: CommandContext,
  { vault, folder }: Session,
  id: string,
  pack: OpenedPack,
  flags: Flags,
): Promise<ExitCode | Stop> {
  const pages = flags.pages === undefined ? undefined : pagesNamed(flags.pages);
  if (flags.pages !== undefined && pages === undefined)
    return stop(EXIT.usage, 'The pages are not understood. Name them like this: --pages 1,3-5');
  const languages = flags.language === undefined ? undefined : languagesNamed(flags.language);
  if (flags.language !== undefined && languages === undefined)
    return stop(EXIT.usage, 'Text is recognised in en, zh-Hans, zh-Hant and ko. Part several by commas.');
  const found = await findSource(vault, id);
  if (!found.ok) return found.error;
  const row = found.value;
  if (row.layer?.made?.by === 'correction')
    return stop(EXIT.inputRefused, 'A person corrected the text of this source; recognised anew, it would lose that.');
  const opened = await vault.bytesOf(row.source);
  if (!opened?.ok)
    return stop(EXIT.damaged, `The bytes of this source are not here, or damaged. Run ${DAYBOOK} verify.`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of opened.value) chunks.push(chunk);
  const pool = new ReadingPool({ installation, pack: pack.files, most: 1 });
  let seen = 0;
  try {
    const came = await recogniseSource(row, Buffer.concat(chunks), {
      ...{ vault, pool, now, layer: newLayerId(random), ask: { pages, languages } },
      onPage: (page) => {
        seen++;
        terminal.progress(`page ${page} …`);
      },
    });
    terminal.progress('');
    if (came.type === 'not-written') return vaultSentence(came.refusal, folder);
    if (came.type === 'not-read')
      return stop(EXIT.inputRefused, `Nothing was recognised: ${notReadWords(came.reason)}.`);
    const claims = came.made.claims?.reading.claims.length ?? 0;
    const unread = came.made.file?.unread ?? [];
    if (flags.json) {
      const layer = (await vault.query('source', { source: row.source }))?.layer?.layer ?? null;
      terminal.out(jsonLine({ source: row.source, layer, pages: seen, claims, unread }));
    } else {
      terminal.out(
        `${counted(seen, 'page')} looked at; ${counted(claims, 'claim')} suggested. The text is marked as recognised.`,
      );
      for (const { part, reason } of unread) terminal.out(`  not read: ${part} (${reason})`);
    }
    return unread.length === 0 ? EXIT.done : EXIT.partFailed;
  } finally {
    await pool.close();
  }
}
