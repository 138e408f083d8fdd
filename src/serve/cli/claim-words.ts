import { type PersonKey, type Result, refuse } from '../../base/index.ts';
import type { Vault } from '../../vault/index.ts';
import {
  type ClaimCounts,
  type ClaimState,
  fieldsThatDiffer,
  isReopened,
  type Review,
  type ReviewedClaim,
} from '../../weigh/index.ts';
import { claimFacts, showClaim } from '../claim-view.ts';
import { EXIT, type Stop, stop } from '../exit-code.ts';
import { type FoundClaim, findClaim, shortClaimIds } from '../finding-claims.ts';
import { counted } from '../sentences.ts';
import { protectedIn, type SourceClaims, textOf } from '../source-claims.ts';
import { veilWords } from '../veil-words.ts';
import { oneLine, wrapCells } from './cell-text.ts';
import { shortId } from './source-words.ts';

/** What persons are called: the name by which they were enrolled, else the first digits of their key. */
export type NameOf = (person: PersonKey) => string;

/** The names of everybody enrolled here. */
export async function namesIn(vault: Vault): Promise<NameOf> {
  const { persons } = await vault.query('status', undefined);
  const names = new Map(persons.map(({ person, name }) => [person, name]));
  return (person) => oneLine(names.get(person) ?? `the holder of key ${shortId(person)}…`);
}

/** The claim whose id begins with these digits; a sentence when there is none, or more than one. */
export async function claimNamed(vault: Vault, typed: string): Promise<Result<FoundClaim, Stop>> {
  const found = await findClaim(vault, typed);
  if (found.ok) return found;
  const { error } = found;
  switch (error.type) {
    case 'no-id':
      return refuse(
        stop(
          EXIT.usage,
          `"${oneLine(typed.slice(0, 40))}" is no claim: an id is made of the digits 0-9 and a-f. Type claims to see all.`,
        ),
      );
    case 'no-claim':
      return refuse(stop(EXIT.inputRefused, "No claim's id begins with these digits. Type claims to see all."));
    case 'several': {
      const few = error.ids.map((id) => `${id.slice(0, Math.max(12, typed.length + 4))}…`);
      return refuse(stop(EXIT.inputRefused, `More than one claim may be meant: ${few.join(', ')}. Type more digits.`));
    }
  }
}

/** A claim's state in a word or two: as persons say it, and whether somebody should look again. */
export function stateWords(claim: ReviewedClaim): string {
  const marks = [
    claim.state,
    ...(claim.typed ? ['typed'] : []),
    ...(claim.proposedBy === undefined ? [] : ['assistant']),
    ...(isReopened(claim) ? ['changed'] : []),
  ];
  return marks.join(', ');
}

/** What was counted and what was not: "12 accepted, 30 unreviewed". Only states that occur. */
export function countWords(counts: ClaimCounts): string {
  const words = STATES.filter((state) => counts[state] > 0).map(
    (state) => `${counts[state].toLocaleString('en-US')} ${state}`,
  );
  return words.length === 0 ? 'none' : words.join(', ');
}

/** What is left out where accepted claims alone count; undefined when nothing is. */
export function notCountedWords(counts: ClaimCounts): string | undefined {
  const words = countWords({ ...counts, accepted: 0 });
  return words === 'none' ? undefined : `${words} not counted`;
}

/** As they are read out: what counts first. */
const STATES = ['accepted', 'unreviewed', 'rejected', 'unsure', 'disputed'] as const satisfies readonly ClaimState[];

/** That a reader has come to say something else, in a sentence; undefined when it has not. */
export function proposalWords(
  source: SourceClaims,
  { proposal, proposalChanged }: ReviewedClaim,
  options: { readonly reveal: boolean },
): string | undefined {
  if (proposalChanged === undefined) return undefined;
  if (proposalChanged.type === 'gone' || !proposal) return 'the reader no longer proposes this';
  const shown = showClaim(textOf(source, proposal), proposal, options);
  const facts = claimFacts({ ...shown, bases: [] }).map(([name, words]) => `${name} ${words}`);
  const said = [`kind ${shown.view.kind}`, ...facts].join('; ');
  return `the reader now proposes other values of ${proposalChanged.fields.join(', ')}: ${said}`;
}

/** Everything that was said of a claim, oldest first, a line each. */
export function historyLines(
  source: SourceClaims,
  { history, claim }: ReviewedClaim,
  { reveal, nameOf, cells }: { readonly reveal: boolean; readonly nameOf: NameOf; readonly cells: number },
): readonly string[] {
  const mentions = reveal ? [] : protectedIn(textOf(source, claim));
  return history.flatMap((review) => {
    const reason = veilWords(review.record.reason, mentions);
    const line = `${review.at.slice(0, 16).replace('T', ' ')}  ${nameOf(review.person)}: ${verdictWords(review, history)}, because: ${oneLine(reason)}`;
    return wrapCells(line, cells - 6).map((part, i) => `${i === 0 ? '  ' : '      '}${part}`);
  });
}

/** What one review says, in words that hold none of the source's. */
export function verdictWords({ record, leaf }: Review, history: readonly Review[]): string {
  if (record.type === 'review-withdrawn') {
    const of = history.find((each) => each.leaf === record.review);
    return of === undefined ? 'took a review back' : `took back: ${verdictWords(of, [])}`;
  }
  const undone = history.some((each) => each.record.type === 'review-withdrawn' && each.record.review === leaf);
  const said = record.typed ? 'typed it' : VERDICT_WORDS[record.verdict];
  const fields = record.edited === null ? [] : fieldsThatDiffer(record.claim, record.edited);
  return `${said}${fields.length === 0 ? '' : ` (${fields.join(', ')})`}${undone ? ' [taken back]' : ''}`;
}

/** That accepted claims were left out, since nothing here bears them out. */
export function lostWords(lost: number): string {
  return `${counted(lost, 'accepted claim')} left out: the text is not here, was not read here, or does not hold every word.`;
}

/** How many reviewed claims wait for somebody to look again; undefined when none does. */
export function reopenedWords({ reopened }: ClaimCounts): string | undefined {
  if (reopened === 0) return undefined;
  return `Of ${counted(reopened, 'reviewed claim')} the reader now proposes something else: claims --state changed`;
}

/** The first digits of a claim's id, as many as tell it from the others of its source. */
export function shortClaimId({ claims }: SourceClaims, { id }: ReviewedClaim): string {
  return id.slice(0, shortClaimIds(claims));
}

const VERDICT_WORDS = { accept: 'accepted', reject: 'rejected', unsure: 'unsure', edit: 'accepted with changes' };
