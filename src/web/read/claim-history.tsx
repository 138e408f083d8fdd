import type { ReactNode } from 'react';
import type { ClaimView } from '../../serve/api.ts';
import { useFormats } from '../formats.ts';
import { useSay } from '../session.tsx';
import { fieldWords, verdictWords } from './claim-words.ts';
import css from './pane.module.css';

/** Who judged a claim, when and why, the newest first. */
export function ClaimHistory({ claim }: { readonly claim: ClaimView }): ReactNode {
  const say = useSay();
  const { instant } = useFormats();
  return (
    <section className={css['history']}>
      <h3>{say('reading.history')}</h3>
      {claim.history.length === 0 ? <p className={css['absent']}>{say('reading.history.none')}</p> : undefined}
      <ol>
        {claim.history.toReversed().map(({ at, person, verdict, reason, mine }) => (
          <li key={`${at} ${person}`}>
            <b>{verdictWords(say, verdict)}</b> · {mine ? say('reading.history.you', { person }) : person} ·{' '}
            <time dateTime={at}>{instant(at)}</time>
            {isUnsaid(reason) ? (
              <span className={css['why']}>{say('reading.unsaid')}</span>
            ) : (
              <span className={css['why']} translate="no">
                {reason}
              </span>
            )}
          </li>
        ))}
      </ol>
      <p className={css['origin']}>
        {claim.typed
          ? say('reading.origin.typed')
          : claim.proposedBy === null
            ? say('reading.origin.reader')
            : say('reading.origin.by', { by: claim.proposedBy })}
      </p>
    </section>
  );
}

/** Whether a reason is what the record says where nobody gave one: in the record's words, which are English everywhere. */
function isUnsaid(reason: string): boolean {
  return UNSAID.test(reason);
}

const UNSAID =
  /^(?:accepted|accepted with changes|kept as it was|rejected|unsure|taken back|typed) (?:at the desk|in the review queue)$/;

const CHANGED_FIELDS: Readonly<Record<string, string>> = {
  kind: 'reading.fact.kind',
  attribution: 'reading.fact.who',
  date: 'reading.fact.when',
  place: 'reading.fact.where',
  quantity: 'reading.fact.number',
  hedge: 'reading.fact.hedge',
  subkind: 'reading.fact.kind',
  rule: 'reading.form.rule',
  event: 'reading.form.event',
  signal: 'reading.field.risk',
  option: 'reading.field.options',
  stance: 'reading.field.stance',
};

/** What a person must know before they judge: a lost place, a disagreement, a reader that changed its mind. */
export function ClaimNotices({ claim }: { readonly claim: ClaimView }): ReactNode {
  const say = useSay();
  const { span, state, changed } = claim;
  const fields = (changed?.fields ?? []).map((field) => {
    const message = CHANGED_FIELDS[field];
    return message === undefined ? fieldWords(say, field) : say(message);
  });
  return (
    <>
      {span === null ? (
        <p className={css['notice']} data-tone="bad" role="alert">
          <b>{say('reading.lost')}</b> {say('reading.lost.words')}
        </p>
      ) : undefined}
      {state === 'disputed' ? (
        <p className={css['notice']} data-tone="unsure">
          {say('reading.disputed')}
        </p>
      ) : undefined}
      {changed === null ? undefined : (
        <p className={css['notice']} data-tone="warn">
          {changed.type === 'gone'
            ? say('reading.changed.gone')
            : say('reading.changed.differs', { fields: fields.join(', ') })}
        </p>
      )}
    </>
  );
}
