import { type ReactNode, useId } from 'react';
import { useSay } from '../session.tsx';
import css from './form.module.css';

/** Rows of fields that can be added and taken away; `children` draws the fields of one. */
export function RowsOf<One extends object>(props: {
  readonly legend: string;
  readonly add: string;
  readonly rows: readonly One[];
  readonly empty: One;
  readonly onChange: (rows: readonly One[]) => void;
  readonly children: (one: One, change: (part: Partial<One>) => void, at: number) => ReactNode;
}): ReactNode {
  const { rows, onChange } = props;
  return (
    <fieldset className={css['group']}>
      <legend>{props.legend}</legend>
      {rows.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form have a place and no name
        <div key={at} className={css['rowOf']}>
          {props.children(
            one,
            (part) => onChange(rows.map((other, i) => (i === at ? { ...other, ...part } : other))),
            at,
          )}
          <Remove onClick={() => onChange(rows.filter((_, i) => i !== at))} />
        </div>
      ))}
      <button type="button" data-quiet="" onClick={() => onChange([...rows, props.empty])}>
        {props.add}
      </button>
    </fieldset>
  );
}

function Remove({ onClick }: { readonly onClick: () => void }): ReactNode {
  const say = useSay();
  return (
    <button type="button" data-quiet="" className={css['remove']} onClick={onClick}>
      {say('reading.form.remove')}
    </button>
  );
}

/** One of some codes, each shown by its words. */
export function Choice<Code extends string>(props: {
  readonly label: string;
  readonly value: string;
  readonly of: readonly Code[];
  readonly words: (code: Code) => string;
  readonly onChange: (code: string) => void;
}): ReactNode {
  return (
    <label className={css['field']}>
      <span>{props.label}</span>
      <select value={props.value} onChange={({ target }) => props.onChange(target.value)}>
        {props.of.map((code) => (
          <option key={code} value={code}>
            {props.words(code)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A field for words of the text, or what they mean. One that is wrong points to the sentence that says so. */
export function Words(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly wrong: boolean;
  /** Where the sentence stands that says what is wrong. */
  readonly told?: string;
  readonly disabled?: boolean;
  readonly numeric?: boolean;
}): ReactNode {
  const id = useId();
  return (
    <div className={css['field']}>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        value={props.value}
        disabled={props.disabled}
        maxLength={500}
        inputMode={props.numeric === true ? 'decimal' : undefined}
        aria-invalid={props.wrong || undefined}
        aria-describedby={props.wrong ? props.told : undefined}
        autoComplete="off"
        spellCheck={false}
        translate="no"
        onChange={({ target }) => props.onChange(target.value)}
      />
    </div>
  );
}
