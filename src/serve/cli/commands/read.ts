import { z } from 'zod';
import { type Layer, type Reading, readingToClaimsJson } from '../../../read/index.ts';
import { countStates } from '../../../weigh/index.ts';
import { readDocument } from '../../document-reading.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { type ClaimView, claimViews, figureRows } from '../../figure-view.ts';
import { rereadEntries } from '../../layer-entries.ts';
import { ReadingPool } from '../../reading-pool.ts';
import { counted, notReadWords, vaultSentence } from '../../sentences.ts';
import { claimsOf } from '../../source-claims.ts';
import { layerOf } from '../../stored-readings.ts';
import { newLayerId } from '../../subjects.ts';
import type { OpenedPack } from '../../theme-packs.ts';
import { readCorrected } from '../../translating.ts';
import { DAYBOOK } from '../../typed.ts';
import { veilWords } from '../../veil-words.ts';
import { oneLine, wrapCells } from '../cell-text.ts';
import { countWords, reopenedWords } from '../claim-words.ts';
import type { CommandContext, Session } from '../context.ts';
import { chooseInput, readFiles } from '../document-files.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { recordReveal } from '../revealing.ts';
import { findSource } from '../source-words.ts';
import { vaultFlags, withVault } from '../vault-session.ts';
import { choosePack } from './add.ts';

const schema = vaultFlags.extend({
  source: z.string().min(1).optional(),
  pack: z.string().min(1).optional(),
  reveal: given,
  json: given,
});
type Flags = z.infer<typeof schema>;

/**
 * Finds claims in files, or reads a source again with this build and this pack. Claims JSON of files shows every word:
 * whoever asks has the file in clear. What comes from a vault is veiled unless asked for.
 */
export async function read(
  context: CommandContext,
  files: readonly string[],
  typed: unknown,
): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const { source } = flags.value;
  const missing = chooseInput('read', files, source);
  if (missing !== undefined) return missing;
  const pack = choosePack(context, flags.value.pack);
  if (!pack.ok) return pack.error;
  if (source !== undefined) {
    return withVault(context, flags.value, (session) => readAgain(context, session, source, pack.value, flags.value));
  }
  return readFiles(context, files, { pack: pack.value.files }, (file, { layer, claims }) => {
    if (claims === undefined) return;
    print(context, file, layer, claims.reading, { ...flags.value, reveal: true });
    if (!flags.value.json) context.terminal.out('  None of them is reviewed: that takes a vault.');
  });
}

async function readAgain(
  context: CommandContext,
  { vault, folder }: Session,
  id: string,
  pack: OpenedPack,
  flags: Flags,
): Promise<ExitCode | Stop> {
  const found = await findSource(vault, id);
  if (!found.ok) return found.error;
  const { source, record } = found.value;
  const refused = await recordReveal(context, { vault, folder }, { reveal: flags.reveal, sources: [source] });
  if (refused !== undefined) return refused;
  const opened = await vault.bytesOf(source);
  if (!opened?.ok)
    return stop(EXIT.damaged, `The bytes of this source are not here, or damaged. Run ${DAYBOOK} verify.`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of opened.value) chunks.push(chunk);
  const pool = new ReadingPool({ installation: context.installation, pack: pack.files, most: 1 });
  try {
    const fileName = record.fileName.split('/').at(-1) ?? record.fileName;
    const bytes = Buffer.concat(chunks);
    // A text that a person corrected is read as they left it: the bytes would bring the mistakes back.
    const corrected = found.value.layer?.made?.by === 'correction' ? await layerOf(vault, found.value) : undefined;
    const made =
      corrected === undefined
        ? await readDocument(pool, { bytes, fileName, sha256: record.sha256, claims: true })
        : await readCorrected(pool, corrected);
    if (made.type === 'not-read')
      return stop(EXIT.inputRefused, `This source was not read: ${notReadWords(made.reason)}.`);
    const options = { layer: newLayerId(context.random), at: context.now() };
    const kept = await vault.append({ ...(await rereadEntries(vault, found.value, made, options)), blobs: [] });
    if (!kept.ok) return vaultSentence(kept.error, folder);
    if (made.claims === undefined) throw new Error('claims were asked for and not read');
    const { reading } = made.claims;
    const name = flags.reveal ? record.fileName : veilWords(record.fileName, reading.mentions);
    print(context, name, made.layer, reading, flags);
    if (!flags.json) {
      const row = (await vault.query('source', { source })) ?? found.value;
      const counts = countStates((await claimsOf(vault, row)).claims);
      for (const line of [`Claims of this source: ${countWords(counts)}.`, reopenedWords(counts)])
        if (line !== undefined) context.terminal.out(line);
    }
    return EXIT.done;
  } finally {
    await pool.close();
  }
}

function print(
  { terminal }: CommandContext,
  file: string,
  layer: Layer,
  reading: Reading,
  { reveal, json }: Flags,
): void {
  if (json) {
    terminal.out(jsonLine(readingToClaimsJson(file, layer, reading, { reveal })));
    return;
  }
  terminal.out(`${oneLine(file)}: ${counted(reading.claims.length, 'claim')} suggested`);
  for (const view of claimViews(layer, reading, { reveal })) {
    for (const line of claimLines(view, terminal.cells)) terminal.out(line);
  }
}

function claimLines(view: ClaimView, cells: number): readonly string[] {
  const rows = figureRows(view).map(({ value, counts, who, through, when, where }) => {
    const facts = [
      value + (counts === '' ? '' : ` (${counts})`),
      through === '' ? who : `${who} ← ${through}`,
      when,
      where,
    ];
    return oneLine(facts.filter((fact) => fact !== '').join(' · '));
  });
  const words = [...(rows.length === 0 ? [view.kind] : rows), `“${oneLine(view.quote)}”`];
  return words.flatMap((line, i) =>
    wrapCells(line, cells - 6).map((part, j) => `${i === 0 && j === 0 ? '  - ' : j === 0 ? '    ' : '      '}${part}`),
  );
}
