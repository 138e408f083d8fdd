import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { generatePassphrase, type Vault } from '../../../vault/index.ts';
import { draftAndRecord } from '../../brief-drafting.ts';
import type { IntakeInput } from '../../capture.ts';
import { DEMO_QUERY } from '../../data/demo-figures.ts';
import { type DemoFolder, prepareDemoFolder } from '../../demo-folder.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { receive } from '../../intake.ts';
import { makeVault } from '../../open.ts';
import { ReadingPool } from '../../reading-pool.ts';
import { vaultSentence } from '../../sentences.ts';
import { openPack } from '../../theme-packs.ts';
import { DAYBOOK } from '../../typed.ts';
import { isDamaged, verifyVault } from '../../verification.ts';
import { oneLine } from '../cell-text.ts';
import { testimonyStop } from '../consent-words.ts';
import type { CommandContext } from '../context.ts';
import { briefLines, checkLines, introduction, keepLines, nextLines, readLines, section } from '../demo-words.ts';
import { parseFlags } from '../flags.ts';
import { newTally, tallyOutcome } from '../intake-words.ts';
import { writeFiles } from './brief.ts';

const schema = z.object({ out: z.string().min(1) });

/** The pack of the bundled samples: their places and offices are invented too. */
const SAMPLES_PACK = 'samples';

/** Makes a throw-away vault of the bundled samples and shows the whole way: keep, read, brief, check. */
export async function demo(context: CommandContext, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  if (context.watched !== undefined) return context.watched;
  const shown = oneLine(flags.value.out).replace(/\/+$/, '');
  const folder = prepareDemoFolder(resolve(context.folder, flags.value.out));
  if (folder === undefined) {
    return stop(
      EXIT.inputRefused,
      `There is something in ${shown} that the demo did not make, so nothing was touched. Name another folder: ${DAYBOOK} demo --out DIR`,
    );
  }
  const passphrase = await generatePassphrase({ randomInt: context.randomInt });
  writeFileSync(folder.passphrase, `${passphrase}\n`, { flag: 'wx', mode: 0o600 });
  const { installation, now, machine } = context;
  const made = await makeVault({ installation, folder: folder.vault, passphrase, now, machine, personName: 'Demo' });
  if (!made.ok) return vaultSentence(made.error, shown);
  try {
    return await showTheWay(context, made.value, folder, shown);
  } finally {
    await made.value.close();
  }
}

async function showTheWay(
  context: CommandContext,
  vault: Vault,
  folder: DemoFolder,
  shown: string,
): Promise<ExitCode | Stop> {
  const { terminal, installation, now, random } = context;
  const pack = openPack(join(installation.packs, SAMPLES_PACK), SAMPLES_PACK);
  if (!pack.ok) return pack.error;
  terminal.out(introduction(shown));
  const samples = samplesIn(installation.examples);
  const bytes = samples.reduce((sum, { path }) => sum + statSync(path).size, 0);
  const pool = new ReadingPool({ installation, pack: pack.value.files });
  const tally = newTally();
  let end: Awaited<ReturnType<typeof receive>>;
  try {
    end = await receive(samples, {
      vault,
      pool,
      now,
      random,
      tool: { name: 'daybook', version: context.version },
      method: 'demo-sample',
      reason: 'to show what Daybook does',
      origin: 'the samples that come with Daybook',
      collection: undefined,
      interrupted: new AbortController().signal,
      acknowledge: (_, outcome) => tallyOutcome(tally, outcome),
    });
  } finally {
    await pool.close();
  }
  if (end.refusal !== undefined) return vaultSentence(end.refusal, shown);
  const say = (title: string, lines: readonly string[]): void => {
    for (const line of section(title, lines, terminal.cells)) terminal.out(line);
  };
  say('KEEP', await keepLines(vault, end, tally, bytes));
  say('READ', await readLines(vault, terminal.cells));
  const packs = [pack.value.pack];
  const written = await draftAndRecord(vault, { about: DEMO_QUERY, collection: undefined, packs, now, random });
  if (!written.ok)
    return written.error.type === 'use-refused'
      ? testimonyStop(written.error.refused)
      : vaultSentence(written.error, shown);
  const files = writeFiles(folder.briefs, `${shown}/brief`, written.value);
  if ('type' in files) return files;
  say('BRIEF', briefLines(written.value, files));
  const verdict = await verifyVault(vault, () => undefined);
  say('CHECK', checkLines(verdict));
  say('NEXT', nextLines(shown));
  return isDamaged(verdict) || end.receipt.failed > 0 ? EXIT.damaged : EXIT.done;
}

/** The sample documents, in the order of their numbers. */
function samplesIn(examples: string): readonly Extract<IntakeInput, { type: 'file' }>[] {
  return readdirSync(examples)
    .filter((name) => /^\d\d-/.test(name))
    .sort()
    .map((name) => ({ type: 'file', shown: name, fileName: name, path: join(examples, name) }));
}
