import { type ReactNode, useId } from 'react';
import { useSay } from '../session.tsx';
import css from './form.module.css';

/**
 * The sentence for a field, when it is the one that is wrong; undefined for every other. `at` is its row where there are several,
 * `part` the part of it.
 */
export type FaultOf = (field: string, at?: number, part?: string) => string | undefined;

/** Rows of fields that can be added and taken away; `children` draws the fields of one. */
export function RowsOf<One extends object>(props: {
  readonly legend: string;
  readonly add: string;
  readonly rows: readonly One[];
  readonly empty: One;
  readonly onChange: (rows: readonly One[]) => void;
  /** Without it there may be any number. */
  readonly most?: number;
  /** What is wrong where there is no row to say it beside. */
  readonly fault?: string | undefined;
  readonly children: (one: One, change: (part: Partial<One>) => void, at: number) => ReactNode;
}): ReactNode {
  const { rows, onChange, fault } = props;
  const told = useId();
  const lacks = rows.length === 0 && fault !== undefined;
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
      {lacks ? <Fault id={told} words={fault} /> : undefined}
      {rows.length >= (props.most ?? Number.POSITIVE_INFINITY) ? undefined : (
        <button
          type="button"
          data-quiet=""
          data-fault={lacks || undefined}
          aria-describedby={lacks ? told : undefined}
          onClick={() => onChange([...rows, props.empty])}
        >
          {props.add}
        </button>
      )}
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

/** What is wrong, in one sentence beside what it is said of. */
function Fault({ id, words }: { readonly id: string; readonly words: string }): ReactNode {
  return (
    <p id={id} className={css['fault']} role="alert">
      {words}
    </p>
  );
}

/** What a field is told when it is wrong: it is marked, says so to a screen reader, and is where the focus goes. */
function marked(
  fault: string | undefined,
  told: string,
): { readonly 'aria-invalid'?: true; readonly 'aria-describedby'?: string; readonly 'data-fault'?: true } {
  return fault === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': told, 'data-fault': true };
}

/** One of some codes, each shown by its words. A code that is not among them is offered besides, so that none is lost. */
export function Choice<Code extends string>(props: {
  readonly label: string;
  readonly value: string;
  readonly of: readonly Code[];
  readonly words: (code: Code) => string;
  readonly onChange: (code: string) => void;
  readonly fault?: string | undefined;
  /** Offered first, for none of them. */
  readonly none?: string;
}): ReactNode {
  const { value, fault } = props;
  const id = useId();
  const told = useId();
  const isKnown = value === '' || props.of.some((code) => code === value);
  return (
    <div className={css['field']}>
      <label htmlFor={id}>{props.label}</label>
      <select id={id} value={value} {...marked(fault, told)} onChange={({ target }) => props.onChange(target.value)}>
        {props.none === undefined ? undefined : <option value="">{props.none}</option>}
        {isKnown ? undefined : <option value={value}>{value}</option>}
        {props.of.map((code) => (
          <option key={code} value={code}>
            {props.words(code)}
          </option>
        ))}
      </select>
      {fault === undefined ? undefined : <Fault id={told} words={fault} />}
    </div>
  );
}

/** Some of several codes, each shown by its words. */
export function Choices<Code extends string>(props: {
  readonly label: string;
  readonly values: readonly string[];
  readonly of: readonly Code[];
  readonly words: (code: Code) => string;
  readonly onChange: (codes: readonly string[]) => void;
  readonly fault?: string | undefined;
}): ReactNode {
  const { values, fault } = props;
  const told = useId();
  return (
    <fieldset className={css['choices']} aria-describedby={fault === undefined ? undefined : told}>
      <legend>{props.label}</legend>
      {props.of.map((code, at) => (
        <label key={code} className={css['check']}>
          <input
            type="checkbox"
            checked={values.includes(code)}
            data-fault={(fault !== undefined && at === 0) || undefined}
            onChange={({ target }) =>
              props.onChange(props.of.filter((one) => (one === code ? target.checked : values.includes(one))))
            }
          />{' '}
          {props.words(code)}
        </label>
      ))}
      {fault === undefined ? undefined : <Fault id={told} words={fault} />}
    </fieldset>
  );
}

/** A field for words of the text, or what they mean. One that is wrong has the sentence that says so beneath it. */
export function Words(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly fault?: string | undefined;
  readonly disabled?: boolean;
  readonly numeric?: boolean;
  /** Whether it is as wide as the form. */
  readonly wide?: boolean;
}): ReactNode {
  const id = useId();
  const told = useId();
  return (
    <div className={css['field']} data-wide={props.wide || undefined}>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        value={props.value}
        disabled={props.disabled}
        maxLength={500}
        inputMode={props.numeric === true ? 'decimal' : undefined}
        {...marked(props.fault, told)}
        autoComplete="off"
        spellCheck={false}
        translate="no"
        onChange={({ target }) => props.onChange(target.value)}
      />
      {props.fault === undefined ? undefined : <Fault id={told} words={props.fault} />}
    </div>
  );
}
