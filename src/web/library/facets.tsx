import { type ReactNode, useState } from 'react';
import { useFormats } from '../formats.ts';
import { useAnswer, useSay } from '../session.tsx';
import css from './library.module.css';
import { isFacetDate, type SearchChoice } from './search-ask.ts';

const SOURCE_LANGUAGES = ['en', 'zh-Hans', 'zh-Hant', 'ko'];

const KINDS: readonly (readonly [kind: string, message: string])[] = [
  ['heading', 'kind.heading'],
  ['text', 'kind.text'],
  ['quotation', 'kind.quotation'],
  ['table', 'kind.table'],
  ['boilerplate', 'kind.boilerplate'],
];

interface FacetProps {
  readonly choice: SearchChoice;
  readonly change: (more: Partial<SearchChoice>) => void;
}

/** How a search is narrowed. Without a search only the collection matters. */
export function Facets({ choice, change, searching }: FacetProps & { readonly searching: boolean }): ReactNode {
  const say = useSay();
  const formats = useFormats();
  const { data } = useAnswer('collections', {});
  const collections = data?.collections ?? [];
  if (!searching && collections.length === 0) return undefined;
  return (
    <fieldset className={css['facets']}>
      <legend className="unseen">{say('library.facets')}</legend>
      <label>
        {say('library.collection')}
        <select value={choice.collection} onChange={({ target }) => change({ collection: target.value })}>
          <option value="">{say('library.any')}</option>
          {collections.map(({ name, sources }) => (
            <option key={name} value={name}>
              {say('library.collection.option', { name, count: sources })}
            </option>
          ))}
        </select>
      </label>
      {searching ? (
        <>
          <label>
            {say('library.language')}
            <select value={choice.language} onChange={({ target }) => change({ language: target.value })}>
              <option value="">{say('library.any')}</option>
              {SOURCE_LANGUAGES.map((tag) => (
                <option key={tag} value={tag}>
                  {formats.language(tag)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {say('library.kind')}
            <select value={choice.kind} onChange={({ target }) => change({ kind: target.value })}>
              <option value="">{say('library.any')}</option>
              {KINDS.map(([kind, message]) => (
                <option key={kind} value={kind}>
                  {say(message)}
                </option>
              ))}
            </select>
          </label>
          <Typed label={say('library.place')} value={choice.place} keep={(place) => change({ place })} />
          <Typed label={say('library.from')} value={choice.from} keep={(from) => change({ from })} isDate />
          <Typed label={say('library.to')} value={choice.to} keep={(to) => change({ to })} isDate />
          <label>
            {say('library.order')}
            <select
              value={choice.order}
              onChange={({ target }) => change({ order: target.value === 'newest' ? 'newest' : 'best' })}
            >
              <option value="best">{say('library.best')}</option>
              <option value="newest">{say('library.newest')}</option>
            </select>
          </label>
          <label className={css['check']}>
            <input
              type="checkbox"
              checked={choice.exact}
              onChange={({ target }) => change({ exact: target.checked, any: false, without: [] })}
            />
            {say('library.exact')}
          </label>
        </>
      ) : undefined}
    </fieldset>
  );
}

/** A field that takes effect when it is left or Enter is pressed. */
function Typed(props: {
  readonly label: string;
  readonly value: string;
  readonly keep: (value: string) => void;
  readonly isDate?: boolean;
}): ReactNode {
  const say = useSay();
  const [typed, setTyped] = useState(props.value);
  const wrong = props.isDate === true && !isFacetDate(typed.trim());
  const keep = (): void => {
    if (!wrong && typed.trim() !== props.value) props.keep(typed.trim());
  };
  return (
    <label>
      {props.label}
      <input
        className={css['typed']}
        value={typed}
        maxLength={100}
        spellCheck={false}
        autoComplete="off"
        placeholder={props.isDate === true ? say('library.date.example') : ''}
        aria-invalid={wrong}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep();
        }}
      />
      {wrong ? <span className={css['wrong']}>{say('library.date.wrong')}</span> : undefined}
    </label>
  );
}
