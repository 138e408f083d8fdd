import type { ReactNode } from 'react';
import type { BasisView, ClaimView, Span } from '../../serve/api.ts';
import { useFormats } from '../formats.ts';
import { usePlaceNames } from '../place-names.ts';
import { useSay } from '../session.tsx';
import { unitedWords } from '../unit-words.ts';
import { ClaimTerms } from './claim-terms.tsx';
import { basisWords, roleWords } from './claim-words.ts';
import css from './pane.module.css';

type OnBasis = (span: Span) => void;

/** What a claim holds: the words of the text first, what they are taken to mean beside them, and from where each comes. */
export function ClaimFacts({ claim, onBasis }: { readonly claim: ClaimView; readonly onBasis: OnBasis }): ReactNode {
  const say = useSay();
  const placeName = usePlaceNames();
  const { date, places, quantities, hedge, attribution } = claim;
  return (
    <dl className={css['facts']}>
      <dt>{say('reading.fact.who')}</dt>
      <dd>
        {attribution.length === 0 ? <Absent words={say('reading.nobody')} /> : undefined}
        <ol className={css['chain']}>
          {attribution.map((link, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a chain has an order and may name one twice
            <li key={at}>
              <span className={css['role']}>{roleWords(say, link.role)}</span>{' '}
              {link.name === null ? <Absent words={say('reading.unnamed')} /> : <b translate="no">{link.name}</b>}
              <Basis basis={link.basis} onBasis={onBasis} />
            </li>
          ))}
        </ol>
      </dd>
      {quantities.length === 0 ? undefined : (
        <>
          <dt>{say('reading.fact.number')}</dt>
          <dd>
            {quantities.map((quantity) => (
              <Quantity key={`${quantity.stated} ${quantity.counts}`} quantity={quantity} />
            ))}
          </dd>
        </>
      )}
      <ClaimTerms claim={claim} dated={(each) => <When date={each} onBasis={onBasis} />} />
      {hedge.length === 0 ? undefined : (
        <>
          <dt>{say('reading.fact.hedge')}</dt>
          <dd translate="no">{hedge.map((words) => `“${words}”`).join(' ')}</dd>
        </>
      )}
      <dt>{say('reading.fact.when')}</dt>
      <dd>{date === null ? <Absent words={say('reading.not-stated')} /> : <When date={date} onBasis={onBasis} />}</dd>
      <dt>{say('reading.fact.where')}</dt>
      <dd>
        {places.length === 0 ? <Absent words={say('reading.not-stated')} /> : undefined}
        {places.map(({ stated, norm, candidates, basis }) => (
          <div key={`${stated} ${basis?.start ?? ''}`}>
            <Stated words={stated} meant={norm === null ? null : placeName(norm)} />
            {norm === null || placeName(norm) === norm ? undefined : <small className={css['code']}> {norm}</small>}
            {candidates.length > 1 ? (
              <span className={css['meant']}>
                {' '}
                {say('reading.candidates', { names: candidates.map(placeName).join(' / ') })}
              </span>
            ) : undefined}
            <Basis basis={basis} onBasis={onBasis} />
          </div>
        ))}
      </dd>
    </dl>
  );
}

function Quantity({ quantity }: { readonly quantity: ClaimView['quantities'][number] }): ReactNode {
  const say = useSay();
  const formats = useFormats();
  const { number } = formats;
  const { stated, op, value, low, high, unit, counts } = quantity;
  const range = (end: number | null): string => (end === null ? '?' : number(end));
  const meant =
    op === '?'
      ? say('reading.number.vague')
      : value === null
        ? `${range(low)}–${range(high)}`
        : `${op === '=' ? '' : `${SIGNS[op] ?? op} `}${number(value)}`;
  return (
    <div>
      <Stated words={stated} meant={unitedWords(say, formats, meant, unit)} />
      {counts === '' ? undefined : <span className={css['meant']}> · {counts}</span>}
    </div>
  );
}

const SIGNS: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '~': '≈' };

function When(props: { readonly date: NonNullable<ClaimView['date']>; readonly onBasis: OnBasis }): ReactNode {
  const { stated, norm, basis } = props.date;
  const { date } = useFormats();
  return (
    <>
      {stated === null ? <span className={css['meant']}>{norm === null ? '' : date(norm)}</span> : undefined}
      {stated === null ? undefined : <Stated words={stated} meant={norm === null ? null : date(norm)} />}
      <Basis basis={basis} onBasis={props.onBasis} />
    </>
  );
}

function Stated({ words, meant }: { readonly words: string; readonly meant: string | null }): ReactNode {
  return (
    <>
      <b translate="no">{words}</b>
      {meant === null || meant === words ? undefined : <span className={css['meant']}> → {meant}</span>}
    </>
  );
}

function Absent({ words }: { readonly words: string }): ReactNode {
  return <span className={css['absent']}>{words}</span>;
}

/** From where a value comes that the passage does not state. One press shows it in the text. */
export function Basis(props: { readonly basis: BasisView | null; readonly onBasis: OnBasis }): ReactNode {
  const say = useSay();
  const { basis, onBasis } = props;
  if (basis === null) return undefined;
  const from = say('reading.basis', { from: basisWords(say, basis.from) });
  if (basis.words === '') return <span className={css['basis']}> {from}</span>;
  return (
    <button type="button" data-quiet="" className={css['basis']} onClick={() => onBasis(basis)}>
      {from}: <q translate="no">{basis.words}</q>
    </button>
  );
}
