import type { ReactNode } from 'react';
import type { SearchAnswerView } from '../../serve/api.ts';
import { useFormats } from '../formats.ts';
import { PlaceIcon } from '../icons.tsx';
import { useSay } from '../session.tsx';
import css from './library.module.css';
import type { SearchChoice } from './search-ask.ts';

const WHY: Readonly<Record<string, string>> = {
  stem: 'why.stem',
  particle: 'why.particle',
  ending: 'why.ending',
  spelling: 'why.spelling',
  name: 'why.name',
  number: 'why.number',
  date: 'why.date',
};

const NOTES: Readonly<Record<string, string>> = {
  'open-quotation': 'note.open-quotation',
  'too-many-words': 'note.too-many-words',
  'nothing-to-find': 'note.nothing-to-find',
  'only-exclusions': 'note.only-exclusions',
};

/** How a query was understood: its words, what was added to each, and what can be taken away again. */
export function QueryReading(props: {
  readonly answer: SearchAnswerView;
  readonly choice: SearchChoice;
  readonly change: (more: Partial<SearchChoice>) => void;
}): ReactNode {
  const say = useSay();
  const { list } = useFormats();
  const { answer, choice, change } = props;
  const additions = answer.terms.reduce((sum, term) => sum + term.additions.length, 0);
  return (
    <details className={css['reading']} open={additions > 0 && additions <= 12}>
      <summary>{say('library.read-as', { count: additions })}</summary>
      <dl>
        {answer.terms.map(({ text, names, additions: added }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same word may stand twice in a query
          <div key={at}>
            <dt translate="no">{text}</dt>
            <dd>
              {names.length === 0 ? undefined : (
                <span className={css['quiet']}>{say('library.means', { names: list(names) })}</span>
              )}
              {added.map(({ number, text: words, why }) => (
                <button
                  key={number}
                  type="button"
                  className={css['chip']}
                  onClick={() => change({ without: [...choice.without, number] })}
                >
                  <span className="unseen">{say('library.remove')}</span>
                  <span translate="no">{words}</span>
                  {WHY[why] === undefined ? undefined : <small>{say(WHY[why])}</small>}
                  <PlaceIcon name="close" />
                </button>
              ))}
              {names.length + added.length === 0 ? (
                <span className={css['quiet']}>{say('library.as-typed')}</span>
              ) : undefined}
            </dd>
          </div>
        ))}
        {answer.excluded.length === 0 ? undefined : (
          <div>
            <dt>{say('library.excluded')}</dt>
            <dd translate="no">{list(answer.excluded)}</dd>
          </div>
        )}
      </dl>
      {answer.notes.map((note) => (
        <p key={note} className={css['note']}>
          {NOTES[note] === undefined ? note : say(NOTES[note])}
        </p>
      ))}
      {choice.without.length === 0 ? undefined : (
        <button type="button" onClick={() => change({ without: [] })}>
          {say('library.restore', { count: choice.without.length })}
        </button>
      )}
    </details>
  );
}
