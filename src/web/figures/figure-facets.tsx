import { type ReactNode, useState } from 'react';
import type { FiguresAsk } from '../../serve/api.ts';
import { useAnswer, useSay } from '../session.tsx';
import css from './figures.module.css';

const DATE = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;

/** Which figures: of a place, a time, a collection. */
export function FigureFacets(props: {
  readonly ask: FiguresAsk;
  readonly change: (ask: FiguresAsk) => void;
}): ReactNode {
  const say = useSay();
  const { data } = useAnswer('collections', {});
  const [place, setPlace] = useState(props.ask.place ?? '');
  const [from, setFrom] = useState(props.ask.from ?? '');
  const [to, setTo] = useState(props.ask.to ?? '');
  const [collection, setCollection] = useState(props.ask.collection ?? '');
  const wrong = [from, to].some((date) => date !== '' && !DATE.test(date));
  return (
    <form
      className={css['facets']}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong) return;
        props.change({
          ...(place.trim() === '' ? {} : { place: place.trim() }),
          ...(from === '' ? {} : { from }),
          ...(to === '' ? {} : { to }),
          ...(collection === '' ? {} : { collection }),
        });
      }}
    >
      <label>
        {say('library.place')}
        <input value={place} maxLength={100} spellCheck={false} onChange={({ target }) => setPlace(target.value)} />
      </label>
      <label>
        {say('library.from')}
        <input
          value={from}
          maxLength={10}
          placeholder={say('library.date.example')}
          onChange={({ target }) => setFrom(target.value.trim())}
        />
      </label>
      <label>
        {say('library.to')}
        <input
          value={to}
          maxLength={10}
          placeholder={say('library.date.example')}
          onChange={({ target }) => setTo(target.value.trim())}
        />
      </label>
      {(data?.collections.length ?? 0) === 0 ? undefined : (
        <label>
          {say('library.collection')}
          <select value={collection} onChange={({ target }) => setCollection(target.value)}>
            <option value="">{say('library.any')}</option>
            {data?.collections.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit">{say('figures.narrow')}</button>
      {wrong ? (
        <p className={css['wrong']} role="alert">
          {say('library.date.wrong')}
        </p>
      ) : undefined}
    </form>
  );
}
