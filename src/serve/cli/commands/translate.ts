import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { ok, type Result, refuse } from '../../../base/index.ts';
import { alignSentences } from '../../../read/index.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { ReadingPool } from '../../reading-pool.ts';
import { counted, vaultSentence } from '../../sentences.ts';
import { errorCode } from '../../system-errors.ts';
import { openBundledPacks } from '../../theme-packs.ts';
import {
  correctText,
  enterTranslation,
  type LayerWorkRefusal,
  translationOf,
  withoutTranslator,
} from '../../translating.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags, someText } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { findSource, shortId } from '../source-words.ts';
import { InputTooLong } from '../terminal.ts';
import { vaultFlags, withVault } from '../vault-session.ts';
import { choosePack } from './add.ts';

/** Most bytes of a text that a person enters. */
const TEXT_LIMIT = 8 * 1024 * 1024;
const NAME_LIMIT = 400;

const shared = { file: z.string().min(1).default('-'), pack: z.string().min(1).optional(), json: given };
const translation = vaultFlags.extend({
  ...shared,
  language: z.enum(['en', 'zh', 'zh-Hans', 'zh-Hant', 'ko']),
  translator: someText(NAME_LIMIT),
});
const correction = vaultFlags.extend({ ...shared, by: someText(NAME_LIMIT) });

/** Enters a translation of a source as a layer of its own, aligned with its original. */
export async function translate(context: CommandContext, id: string, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(translation, typed);
  if (!flags.ok) return flags.error;
  const { translator, language, json } = flags.value;
  if (!isOneLine(translator)) return NO_NAME;
  return withText(context, id, flags.value, async ({ session, text, pool, row }) => {
    const { vault, folder } = session;
    const { now, random } = context;
    const entered = await enterTranslation(row, { vault, pool, now, random, text, person: translator, language });
    if (!entered.ok) return workStop(entered.error, folder);
    const made = await translationOf(vault, row, language);
    const groups =
      made && alignSentences(made.original, withoutTranslator(made.layer), openBundledPacks(context.installation));
    if (made === undefined || groups === undefined || 'type' in groups)
      throw new Error('what was entered is not there');
    const counts = {
      aligned: groups.filter(({ original, translation: by }) => original.length > 0 && by.length > 0).length,
      untranslated: groups.filter(({ translation: by }) => by.length === 0).length,
      added: groups.filter(({ original }) => original.length === 0).length,
    };
    if (json) context.terminal.out(jsonLine({ source: row.source, layer: entered.value, language, ...counts }));
    else {
      context.terminal.out(
        `Entered as a translation of ${shortId(row.source)}: ${counted(counts.aligned, 'group')} of sentences aligned.`,
      );
      if (counts.untranslated + counts.added > 0)
        context.terminal.out(
          `Not aligned: ${counted(counts.untranslated, 'sentence')} of the original, ${counts.added} of the translation. Look: show ${shortId(row.source)} --translation`,
        );
    }
    return EXIT.done;
  });
}

/** Corrects what was recognised in a source, as a new layer. */
export async function correct(context: CommandContext, id: string, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(correction, typed);
  if (!flags.ok) return flags.error;
  const { by, json } = flags.value;
  if (!isOneLine(by)) return NO_NAME;
  return withText(context, id, flags.value, async ({ session, text, pool, row }) => {
    const { vault, folder } = session;
    const { now, random, terminal } = context;
    const done = await correctText(row, { vault, pool, now, random, text, person: by });
    if (!done.ok) return workStop(done.error, folder);
    const { layer, placed, carried, lost } = done.value;
    if (json) terminal.out(jsonLine({ source: row.source, layer, placed, carried, lost }));
    else {
      terminal.out(`Corrected the text of ${shortId(row.source)}. What was recognised stays as an earlier layer.`);
      if (!placed) terminal.out('The new text has other paragraphs, so its places on the pages are not known.');
      terminal.out(`Reviewed claims: ${carried} carried over, ${lost.length} lost.`);
      for (const claim of lost)
        terminal.out(`  lost  ${claim.slice(0, 12)}  its words are not in the new text; it stays with the old one`);
    }
    return lost.length === 0 ? EXIT.done : EXIT.partFailed;
  });
}

interface Entered {
  readonly session: Session;
  readonly text: string;
  readonly pool: ReadingPool;
  readonly row: Extract<Awaited<ReturnType<typeof findSource>>, { ok: true }>['value'];
}

async function withText(
  context: CommandContext,
  id: string,
  flags: {
    readonly file: string;
    readonly pack?: string | undefined;
    readonly vault?: string | undefined;
    readonly passphraseFile?: string | undefined;
  },
  run: (entered: Entered) => Promise<ExitCode | Stop>,
): Promise<ExitCode | Stop> {
  const pack = choosePack(context, flags.pack);
  if (!pack.ok) return pack.error;
  const text = await textFrom(context, flags.file);
  if (!text.ok) return text.error;
  return withVault(context, flags, async (session) => {
    const found = await findSource(session.vault, id);
    if (!found.ok) return found.error;
    const pool = new ReadingPool({ installation: context.installation, pack: pack.value.files, most: 1 });
    try {
      return await run({ session, text: text.value, pool, row: found.value });
    } finally {
      await pool.close();
    }
  });
}

async function textFrom(context: CommandContext, file: string): Promise<Result<string, Stop>> {
  try {
    const path = resolve(context.folder, file);
    if (file !== '-' && statSync(path).size > TEXT_LIMIT) return refuse(TOO_LONG);
    const bytes = file === '-' ? await context.terminal.readInput(TEXT_LIMIT) : readFileSync(path);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n').trim();
    return text === '' ? refuse(stop(EXIT.inputRefused, 'There are no words in it. Nothing was stored.')) : ok(text);
  } catch (error) {
    if (error instanceof InputTooLong) return refuse(TOO_LONG);
    if (error instanceof TypeError) return refuse(NOT_UTF8);
    if (errorCode(error) === undefined) throw error;
    return refuse(stop(EXIT.inputRefused, 'The file that --file names is not there, or cannot be read.'));
  }
}

function isOneLine(name: string): boolean {
  return !/[\p{Cc}\u2028\u2029]/u.test(name) && name.trim() !== '';
}

function workStop(refusal: LayerWorkRefusal, folder: string): Stop {
  switch (refusal.type) {
    case 'no-original':
      return stop(
        EXIT.inputRefused,
        'This source has no text here. Read it first: read --source ID. Nothing was stored.',
      );
    case 'no-text':
      return stop(EXIT.inputRefused, 'No text was found in what was entered. Nothing was stored.');
    case 'not-recognised':
      return stop(
        EXIT.inputRefused,
        'The text of this source was not recognised from an image: it is what the source says, and is not corrected. Nothing was stored.',
      );
    case 'known-already':
      return stop(EXIT.inputRefused, 'These words are here already. Nothing was stored.');
    default:
      return vaultSentence(refusal, folder);
  }
}

const NO_NAME = stop(EXIT.usage, 'A name is one line of plain text.');
const TOO_LONG = stop(EXIT.inputRefused, 'A text that is entered takes at most 8 MB. Nothing was stored.');
const NOT_UTF8 = stop(EXIT.inputRefused, 'The text is not UTF-8. Nothing was stored.');
