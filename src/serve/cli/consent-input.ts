import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ok, type Result, refuse } from '../../base/index.ts';
import {
  CONSENT_USES,
  type Consent,
  type ConsentAnswer,
  type ConsentUse,
  type UseConsent,
} from '../../preserve/index.ts';
import { parseConsent } from '../consent.ts';
import { EXIT, type Stop, stop } from '../exit-code.ts';
import { errorCode } from '../system-errors.ts';
import { consentStop, standingLine, USE_WORDS } from './consent-words.ts';
import type { CommandContext, Terminal } from './context.ts';
import { askLine, askLines, atMost, calledOff, realDate } from './questions.ts';

const FILE_LIMIT = 256 * 1024;

/** Consent out of a file, or asked for use by use; a sentence when testimony cannot be stored under it. */
export async function consentFrom(context: CommandContext, file: string | undefined): Promise<Result<Consent, Stop>> {
  if (file !== undefined) return consentIn(context, file);
  if (!context.terminal.confirms) {
    return refuse(
      stop(
        EXIT.usage,
        'There is nobody to ask what was consented to. Give it in a file: --consent FILE (docs/testimony.md). Nothing was stored.',
      ),
    );
  }
  return askConsent(context.terminal);
}

function consentIn(context: CommandContext, file: string): Result<Consent, Stop> {
  const path = resolve(context.folder, file);
  let json: string;
  try {
    if (statSync(path).size > FILE_LIMIT) return refuse(consentStop('malformed'));
    json = readFileSync(path, 'utf8');
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return refuse(
      stop(
        EXIT.inputRefused,
        `The file that --consent names ${code === 'ENOENT' ? 'does not exist' : 'cannot be read'}. Nothing was stored.`,
      ),
    );
  }
  const consent = parseConsent(json);
  return typeof consent === 'string' ? refuse(consentStop(consent)) : ok(consent);
}

/**
 * Asks what holds of all uses once, and then each use by itself: one yes is never taken for another, and nothing is
 * guessed. Ends at once when storing is not given. What was answered is shown, and kept when that is confirmed.
 */
async function askConsent(terminal: Terminal): Promise<Result<Consent, Stop>> {
  const general = await askLines(terminal, [
    { question: 'On what legal basis is this kept (Enter: not said): ', problem: atMost(1000) },
    { question: 'When was consent asked for, as 2026-05-03 (Enter: not known): ', problem: realDate },
    { question: 'In which language was it explained (Enter: not known): ', problem: atMost(100) },
    { question: 'Who explained it (Enter: not said): ', problem: atMost(400) },
  ]);
  if (!general.ok) return general;
  const [legalBasis, date, language, explainedBy] = general.value;
  const facts = {
    ...(date !== '' && { date }),
    ...(language !== '' && { language }),
    ...(explainedBy !== '' && { explainedBy }),
  };
  const uses: UseConsent[] = [];
  for (const use of CONSENT_USES) {
    const said = await askUse(terminal, use);
    if (!said.ok) return said;
    uses.push({ ...said.value, ...facts });
    if (use === 'store' && said.value.answer !== 'given') return refuse(consentStop('store-not-given'));
  }
  terminal.err('This was answered:');
  if (legalBasis !== '') terminal.err(`  kept on the basis of: ${legalBasis}`);
  for (const each of uses) terminal.err(`  ${standingLine(each)}`);
  const keep = await askLine(terminal, {
    question: 'Keep this? yes or no: ',
    problem: (typed) => (YES_OR_NO.has(typed.toLowerCase()) ? undefined : 'Type yes or no.'),
  });
  if (!keep.ok) return keep;
  if (YES_OR_NO.get(keep.value.toLowerCase()) !== true) return refuse(calledOff());
  return ok({ legalBasis, uses });
}

async function askUse(terminal: Terminal, use: ConsentUse): Promise<Result<UseConsent, Stop>> {
  const typed = await askLine(terminal, {
    question: `May it ${USE_WORDS[use]}? given, refused or not asked (g, r or na): `,
    problem: (words) =>
      answerIn(words) === undefined
        ? 'Type given, refused or not asked, or g, r or na. Nothing else is taken, so that no refusal is lost.'
        : undefined,
  });
  if (!typed.ok) return typed;
  const answer = answerIn(typed.value) ?? 'not-asked';
  const shared =
    use === 'share' && answer === 'given'
      ? await askLine(terminal, {
          question: 'With whom; several by semicolon (Enter: all who belong here): ',
          problem: (words) => {
            const names = namesIn(words);
            return names.length > 50 || names.some((name) => name.length > 200)
              ? 'It takes at most 50 names, each of at most 200 characters.'
              : undefined;
          },
        })
      : ok('');
  if (!shared.ok) return shared;
  const sharedWith = namesIn(shared.value);
  const note = await askLine(terminal, {
    question: 'Anything to note about this answer (Enter: nothing): ',
    problem: atMost(1000),
  });
  if (!note.ok) return note;
  return ok({ use, answer, note: note.value, ...(sharedWith.length > 0 && { sharedWith }) });
}

function namesIn(typed: string): readonly string[] {
  return typed
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** A plain no could be a refusal as well as a question that was not asked: whole words are taken, and letters of one meaning. */
function answerIn(typed: string): ConsentAnswer | undefined {
  return ANSWERS.get(typed.toLowerCase().replace(/[\s-]+/g, ' '));
}

const ANSWERS: ReadonlyMap<string, ConsentAnswer> = new Map([
  ['given', 'given'],
  ['g', 'given'],
  ['refused', 'refused'],
  ['r', 'refused'],
  ['not asked', 'not-asked'],
  ['na', 'not-asked'],
]);

const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['y', true],
  ['no', false],
  ['n', false],
]);
