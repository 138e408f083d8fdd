import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ok, type Result, refuse } from '../../base/index.ts';
import { CONSENT_USES, type Consent, type ConsentAnswer, type UseConsent } from '../../preserve/index.ts';
import { consentProblem, parseConsent } from '../consent.ts';
import { EXIT, type Stop, stop } from '../exit-code.ts';
import { errorCode } from '../system-errors.ts';
import { consentStop, USE_WORDS } from './consent-words.ts';
import type { CommandContext } from './context.ts';

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
  const consent = await askConsent(context.terminal);
  const problem = consentProblem(consent);
  return problem === undefined ? ok(consent) : refuse(consentStop(problem));
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

/** Asks what holds of all uses once, and then each use by itself: one yes is never taken for another. */
async function askConsent(terminal: CommandContext['terminal']): Promise<Consent> {
  const ask = async (question: string): Promise<string> => ((await terminal.ask(question)) ?? '').trim();
  const legalBasis = await ask('On what legal basis is this kept (Enter: not said): ');
  const date = await ask('When was consent asked for, as 2026-05-03 (Enter: not known): ');
  const language = await ask('In which language was it explained (Enter: not known): ');
  const explainedBy = await ask('Who explained it (Enter: not said): ');
  const uses: UseConsent[] = [];
  for (const use of CONSENT_USES) {
    const typed = await ask(`May it ${USE_WORDS[use]}? given, refused or not asked (g, r, n): `);
    const answer = ANSWERS.get(typed.toLowerCase().slice(0, 1)) ?? 'not-asked';
    const shared =
      use === 'share' && answer === 'given'
        ? await ask('With whom; several by semicolon (Enter: all who belong here): ')
        : '';
    const sharedWith = shared
      .split(';')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const note = await ask('Anything to note about this answer (Enter: nothing): ');
    uses.push({
      use,
      answer,
      note,
      ...(date !== '' && { date }),
      ...(language !== '' && { language }),
      ...(explainedBy !== '' && { explainedBy }),
      ...(sharedWith.length > 0 && { sharedWith }),
    });
  }
  return { legalBasis, uses };
}

/** Anything else than a plain yes or no is no answer. */
const ANSWERS: ReadonlyMap<string, ConsentAnswer> = new Map([
  ['g', 'given'],
  ['r', 'refused'],
]);
