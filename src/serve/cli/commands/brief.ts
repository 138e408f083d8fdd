import { accessSync, constants, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { ok, type Result, refuse } from '../../../base/index.ts';
import { heldBackLine, searchedLine } from '../../../brief/index.ts';
import { makeFolders } from '../../../vault/index.ts';
import { draftAndRecord, type WrittenBrief } from '../../brief-drafting.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { counted, vaultSentence } from '../../sentences.ts';
import { errorCode, systemStop } from '../../system-errors.ts';
import { openBundledPacks } from '../../theme-packs.ts';
import { oneLine } from '../cell-text.ts';
import { lostWords } from '../claim-words.ts';
import { testimonyStop } from '../consent-words.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags, someText } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { nextLine } from '../query-words.ts';
import { namedCollection } from '../source-words.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const QUERY_LIMIT = 2000;

const schema = vaultFlags.extend({
  about: someText(QUERY_LIMIT),
  out: z.string().min(1).default('.'),
  collection: z.string().min(1).optional(),
  json: given,
});
type Flags = z.infer<typeof schema>;

/** Records a draft about some words, then writes it as Markdown and as one HTML file. */
export async function brief(context: CommandContext, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  let about = flags.value.about;
  if (about === '-') {
    const typedIn = await inputWords(context);
    if (typeof typedIn !== 'string') return typedIn;
    about = typedIn;
  }
  return withVault(context, flags.value, (session) => writeBrief(context, session, about, flags.value));
}

async function inputWords(context: CommandContext): Promise<string | Stop> {
  const words = await nextLine(context, 'About: ');
  if (words === undefined || words.length > QUERY_LIMIT)
    return stop(EXIT.usage, `What a brief is about takes at most ${QUERY_LIMIT} characters.`);
  return words === '' ? stop(EXIT.usage, 'There were no words on standard input. Say what the brief is about.') : words;
}

async function writeBrief(
  context: CommandContext,
  { vault, folder }: Session,
  about: string,
  { out, collection, json }: Flags,
): Promise<ExitCode | Stop> {
  const { terminal, now, random, installation } = context;
  const within = await namedCollection(vault, collection);
  if (!within.ok) return within.error;
  const packs = openBundledPacks(installation);
  // Made ready first: a draft that cannot be written is not to be recorded.
  const place = prepareFolder(resolve(context.folder, out), out);
  if (!place.ok) return place.error;
  const made = await draftAndRecord(vault, { about, collection: within.value?.collection, packs, now, random });
  if (!made.ok || made.value.sentences === 0) removeFolders(resolve(context.folder, out), place.value);
  if (!made.ok)
    return made.error.type === 'use-refused' ? testimonyStop(made.error.refused) : vaultSentence(made.error, folder);
  const { draft, sentences, unsearched, lost } = made.value;
  const nothing = sentences === 0;
  const written = nothing ? [] : writeFiles(resolve(context.folder, out), out, made.value);
  if ('type' in written) return written;
  if (json) {
    const { searched, heldBack, leftOut, accepted } = draft;
    const told = { brief: draft.brief, sentences, files: written, searched, heldBack, leftOut, unsearched };
    terminal.out(jsonLine({ ...told, ...(accepted !== undefined && { claims: accepted, lost }) }));
  } else {
    for (const file of written) terminal.out(`wrote ${oneLine(file)}`);
    terminal.out(`${counted(sentences, 'cited sentence')}. ${searchedLine(draft)}`);
    if (unsearched > 0) terminal.out(unsearchedLine(unsearched, draft.accepted !== undefined));
    if (lost > 0) terminal.out(lostWords(lost));
    if (!nothing || draft.heldBack.passages > 0) terminal.out(heldBackLine(draft));
    if (draft.leftOut > 0)
      terminal.out(
        `${counted(draft.leftOut, 'sentence')} beyond the limit left out. Narrow the words, or name a collection.`,
      );
    terminal.out(
      nothing
        ? 'No file was written.'
        : 'DRAFT, NOT REVIEWED, NOT CHECKED FOR DISCLOSURE: read every line before you pass it on.',
    );
  }
  if (!nothing) return EXIT.done;
  return draft.heldBack.passages > 0
    ? stop(EXIT.heldBack, 'Every passage about these words was held back, so there is no draft.')
    : stop(
        EXIT.inputRefused,
        'No passage that is searched is about these words, so there is no draft. Try other or fewer words.',
      );
}

/** Silence is not absence: who searches for Korean or Chinese words must not take it for that. */
function unsearchedLine(unsearched: number, accepted: boolean): string {
  const what = accepted ? 'no accepted claim' : 'no such passage';
  return `${counted(unsearched, 'source')} ${unsearched === 1 ? 'has' : 'have'} ${what} at all: what ${unsearched === 1 ? 'it says' : 'they say'} about these words was not searched.`;
}

/** Makes the folder of a draft; answers the topmost that was made for it, and a sentence when nothing can be written there. */
function prepareFolder(folder: string, shown: string): Result<string | undefined, Stop> {
  try {
    const made = makeFolders(folder);
    accessSync(folder, constants.W_OK);
    return ok(made);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST' || code === 'ENOTDIR')
      return refuse(
        stop(
          EXIT.inputRefused,
          `No draft was made: something is in the way at ${oneLine(shown)}. Name another folder with --out DIR.`,
        ),
      );
    const known = systemStop(error);
    if (known === undefined) throw error;
    return refuse(
      stop(EXIT.partFailed, `No draft was made: nothing can be written to ${oneLine(shown)}. ${known.sentence}`),
    );
  }
}

/** Takes away the empty folders that were made for a draft that there is not. */
function removeFolders(folder: string, topmost: string | undefined): void {
  if (topmost === undefined) return;
  for (let at = folder; ; at = dirname(at)) {
    rmdirSync(at);
    if (at === topmost) return;
  }
}

/** Writes the files of a draft; what is there already is never written over. */
export function writeFiles(
  folder: string,
  shown: string,
  { draft, markdown, html }: WrittenBrief,
): readonly string[] | Stop {
  const name = `brief-${draft.brief.slice(0, 16)}`;
  try {
    makeFolders(folder);
    return [
      [`${name}.md`, markdown],
      [`${name}.html`, html],
    ].map(([file = '', content = '']) => {
      writeFileSync(join(folder, file), content, { flag: 'wx', mode: 0o600 });
      return join(shown, file);
    });
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST' || code === 'ENOTDIR')
      return stop(
        EXIT.inputRefused,
        `The draft was recorded, and not written: something is in the way in ${oneLine(shown)}. Name another folder with --out DIR.`,
      );
    const known = systemStop(error);
    if (known === undefined) throw error;
    return stop(EXIT.partFailed, `The draft was recorded, and not written to ${oneLine(shown)}. ${known.sentence}`);
  }
}
