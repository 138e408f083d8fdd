import type { ReactNode } from 'react';
import type { ClaimView } from '../../serve/api.ts';
import { useFormats } from '../formats.ts';
import { useSay } from '../session.tsx';
import { fieldWords } from './claim-words.ts';
import { codeWords, isCoded } from './code-words.ts';
import css from './pane.module.css';

/** What only some kinds of claims say, a line each: a code in words with the code beside it, or words of the text. */
export function ClaimTerms(props: {
  readonly claim: ClaimView;
  /** How a date is shown, with where it comes from. */
  readonly dated: (date: NonNullable<ClaimView['date']>) => ReactNode;
}): ReactNode {
  const { rule, event, risk, option, stance } = props.claim;
  return (
    <>
      {rule === null ? undefined : (
        <>
          <Term field="rule.addressee" value={rule.addressee} />
          <Term field="rule.modality" value={rule.modality} />
          <Term field="rule.action" value={rule.action} />
          <Term field="rule.condition" value={rule.condition} />
          <Term field="rule.sanction" value={rule.sanction} />
          <Term field="rule.reward" value={rule.reward} />
          <Amount amount={rule.amount} currency={rule.currency} />
          {rule.effective === null ? undefined : <Named field="rule.effective">{props.dated(rule.effective)}</Named>}
        </>
      )}
      {event === null ? undefined : (
        <>
          <Term field="event.who" value={event.who} />
          <Term field="event.did" value={event.did} />
          <Term field="event.whom" value={event.whom} />
        </>
      )}
      {risk === null ? undefined : (
        <>
          <Term field="risk.category" value={risk.category} />
          <Term field="risk.direction" value={risk.direction} />
          <Term field="risk.stated" value={risk.stated} />
        </>
      )}
      {option === null ? undefined : (
        <>
          <Term field="option.options" value={option.options.join(', ')} />
          <Term field="option.stance" value={option.stance} />
        </>
      )}
      {stance === null ? undefined : (
        <>
          <Term field="stance.polarity" value={stance.polarity} />
          <Term field="stance.toward" value={stance.toward} />
        </>
      )}
    </>
  );
}

function Named({ field, children }: { readonly field: string; readonly children: ReactNode }): ReactNode {
  const say = useSay();
  return (
    <>
      <dt>{fieldWords(say, field)}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Term({ field, value }: { readonly field: string; readonly value: string | null }): ReactNode {
  const say = useSay();
  const formats = useFormats();
  if (value === null || value === '') return undefined;
  if (!isCoded(field)) {
    return (
      <Named field={field}>
        <span translate="no">{value}</span>
      </Named>
    );
  }
  const words = codeWords(say, formats, field, value);
  return (
    <Named field={field}>
      {words}
      {words === value ? undefined : (
        <small className={css['code']} translate="no">
          {' '}
          {value}
        </small>
      )}
    </Named>
  );
}

function Amount({ amount, currency }: { readonly amount: number | null; readonly currency: string | null }): ReactNode {
  const { number, currency: named } = useFormats();
  if (amount === null && currency === null) return undefined;
  return (
    <Named field="rule.amount">
      {[amount === null ? undefined : number(amount), currency === null ? undefined : named(currency)]
        .filter((part) => part !== undefined)
        .join(' ')}
      {currency === null || named(currency) === currency ? undefined : (
        <small className={css['code']} translate="no">
          {' '}
          {currency}
        </small>
      )}
    </Named>
  );
}
