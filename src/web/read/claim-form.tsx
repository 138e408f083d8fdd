import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { ClaimView, Span } from '../../serve/api.ts';
import { errorMessage } from '../error-messages.ts';
import { useSay } from '../session.tsx';
import {
  type ClaimDraft,
  COMPARATORS,
  changeBetween,
  changeOfNew,
  draftOf,
  emptyDraft,
  NO_PLACE,
  NO_QUANTITY,
} from './claim-draft.ts';
import { Basis } from './claim-facts.tsx';
import { CLAIM_KINDS, kindWords, refusedMessage } from './claim-words.ts';
import css from './form.module.css';
import { useDraft } from './use-drafts.ts';
import type { ReadingDesk } from './use-reading.ts';

/** A claim to be typed, or changed where it stands. Words of the text stand left, what they mean right. */
export function ClaimForm(props: {
  readonly desk: ReadingDesk;
  readonly claim: ClaimView | undefined;
  readonly span?: Span;
}): ReactNode {
  const { desk, claim, span } = props;
  const say = useSay();
  const initial = claim === undefined ? emptyDraft() : draftOf(claim);
  const name = [desk.ask.source, claim?.id ?? `${span?.start}-${span?.end}`];
  const [draft, setDraft, forget] = useDraft(name, () => initial);
  const [untouched, setUntouched] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input')?.focus(), []);
  const fault = desk.judging.fault;
  const isFaulty = fault !== undefined && (fault.claim === 'new' || fault.claim === claim?.id);
  const field = isFaulty ? String(fault.error.facts['field'] ?? '') : '';
  useEffect(() => {
    // Whoever pressed Ctrl+Enter is brought to what is wrong; the reason stays in view above it.
    if (field !== '') form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [field]);
  const saving = desk.judging.pending.has(claim?.id ?? 'new');

  const save = async (): Promise<void> => {
    if (saving) return;
    if (claim === undefined) {
      if (span !== undefined && (await desk.make(changeOfNew(draft), span, draft.reason))) forget();
      return;
    }
    const change = changeBetween(initial, draft);
    setUntouched(Object.keys(change).length === 0);
    if (Object.keys(change).length > 0 && (await desk.edit(change, draft.reason))) forget();
  };
  const set = (change: Partial<ClaimDraft>): void => {
    setUntouched(false);
    desk.judging.clearFault();
    setDraft({ ...draft, ...change });
  };
  const close = (): void => {
    desk.judging.clearFault();
    forget();
    desk.leave();
  };

  return (
    <form
      ref={form}
      className={css['form']}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) {
          if (event.key === 'Enter') event.preventDefault();
        } else if (event.code === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void save();
        } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
          // One Enter too many does not put half a claim on record.
          event.preventDefault();
        } else if (event.key === 'Escape') {
          event.stopPropagation();
          close();
        }
      }}
    >
      {isFaulty ? (
        <p className={css['fault']} role="alert">
          {say(refusedMessage(field) ?? errorMessage(fault.error.code), fault.error.facts)}
        </p>
      ) : undefined}
      {span === undefined ? undefined : (
        <blockquote className={css['passage']} translate="no">
          {desk.view.text.slice(span.start, span.end)}
        </blockquote>
      )}
      <p className={css['hint']}>{say('reading.form.hint')}</p>
      <label className={css['field']}>
        <span>{say('reading.fact.kind')}</span>
        <select value={draft.kind} onChange={({ target }) => set({ kind: target.value })}>
          {CLAIM_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kindWords(say, kind)}
            </option>
          ))}
        </select>
      </label>
      <div className={css['field']}>
        <Words
          label={say('reading.form.who')}
          value={draft.named ? draft.who : ''}
          disabled={!draft.named}
          wrong={field === 'who'}
          onChange={(who) => set({ who })}
        />
        <label className={css['check']}>
          <input type="checkbox" checked={!draft.named} onChange={({ target }) => set({ named: !target.checked })} />{' '}
          {say('reading.form.unnamed')}
        </label>
        <Basis basis={claim?.attribution[0]?.basis ?? null} onBasis={desk.showBasis} />
      </div>
      <Quantities draft={draft} set={set} wrong={field === 'quantities'} />
      <Places draft={draft} set={set} wrong={field === 'places'} claim={claim} desk={desk} />
      <div className={css['pairOf']}>
        <Words
          label={say('reading.form.date')}
          value={draft.dateStated}
          wrong={field === 'date'}
          onChange={(dateStated) => set({ dateStated })}
        />
        <Words
          label={say('reading.form.date-norm')}
          value={draft.dateNorm}
          wrong={field === 'date'}
          onChange={(dateNorm) => set({ dateNorm })}
        />
        <Basis basis={claim?.date?.basis ?? null} onBasis={desk.showBasis} />
      </div>
      <Words
        label={say('reading.form.hedge')}
        value={draft.hedge}
        wrong={field === 'hedge'}
        onChange={(hedge) => set({ hedge })}
      />
      <Words
        label={say('reading.form.reason')}
        value={draft.reason}
        wrong={field === 'reason'}
        onChange={(reason) => set({ reason })}
      />
      <div className={css['foot']}>
        {untouched ? <p role="status">{say('reading.form.untouched')}</p> : undefined}
        <button type="submit" data-main="" disabled={saving} aria-keyshortcuts="Control+Enter">
          {say('reading.form.save')} <kbd>Ctrl+Enter</kbd>
        </button>
        <button type="button" onClick={close} aria-keyshortcuts="Escape">
          {say('reading.cancel')} <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  );
}

interface Part {
  readonly draft: ClaimDraft;
  readonly set: (change: Partial<ClaimDraft>) => void;
  readonly wrong: boolean;
}

function Quantities({ draft, set, wrong }: Part): ReactNode {
  const say = useSay();
  return (
    <RowsOf
      legend={say('reading.fact.number')}
      add={say('reading.form.add-number')}
      rows={draft.quantities}
      empty={NO_QUANTITY}
      onChange={(quantities) => set({ quantities })}
    >
      {(one, change) => (
        <>
          <Words
            label={say('reading.form.stated')}
            value={one.stated}
            wrong={wrong}
            onChange={(stated) => change({ stated })}
          />
          <label className={css['field']}>
            <span>{say('reading.form.comparator')}</span>
            <select value={one.op} onChange={({ target }) => change({ op: target.value })}>
              {COMPARATORS.map((op) => (
                <option key={op} value={op}>
                  {say(COMPARATOR_WORDS[op])}
                </option>
              ))}
            </select>
          </label>
          {one.op === '?' ? undefined : (
            <Words
              label={say(one.op === '..' ? 'reading.form.low' : 'reading.form.value')}
              value={one.value}
              wrong={wrong}
              onChange={(value) => change({ value })}
              numeric
            />
          )}
          {one.op === '..' ? (
            <Words
              label={say('reading.form.high')}
              value={one.high}
              wrong={wrong}
              onChange={(high) => change({ high })}
              numeric
            />
          ) : undefined}
          <Words
            label={say('reading.form.unit')}
            value={one.unit}
            wrong={wrong}
            onChange={(unit) => change({ unit })}
          />
          <Words
            label={say('reading.form.counts')}
            value={one.counts}
            wrong={wrong}
            onChange={(counts) => change({ counts })}
          />
        </>
      )}
    </RowsOf>
  );
}

const COMPARATOR_WORDS: Readonly<Record<(typeof COMPARATORS)[number], string>> = {
  '=': 'reading.op.is',
  '>': 'reading.op.over',
  '>=': 'reading.op.at-least',
  '<': 'reading.op.under',
  '<=': 'reading.op.at-most',
  '~': 'reading.op.about',
  '..': 'reading.op.range',
  '?': 'reading.op.vague',
};

function Places({
  draft,
  set,
  wrong,
  claim,
  desk,
}: Part & { readonly claim: ClaimView | undefined; readonly desk: ReadingDesk }): ReactNode {
  const say = useSay();
  return (
    <RowsOf
      legend={say('reading.fact.where')}
      add={say('reading.form.add-place')}
      rows={draft.places}
      empty={NO_PLACE}
      onChange={(places) => set({ places })}
    >
      {(one, change, at) => (
        <>
          <Words
            label={say('reading.form.stated')}
            value={one.stated}
            wrong={wrong}
            onChange={(stated) => change({ stated })}
          />
          <Words
            label={say('reading.form.place-norm')}
            value={one.norm}
            wrong={wrong}
            onChange={(norm) => change({ norm })}
          />
          <Basis basis={claim?.places[at]?.basis ?? null} onBasis={desk.showBasis} />
        </>
      )}
    </RowsOf>
  );
}

/** Rows of fields that can be added and taken away; `children` draws the fields of one. */
function RowsOf<One extends object>(props: {
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

function Words(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly wrong: boolean;
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
        autoComplete="off"
        spellCheck={false}
        translate="no"
        onChange={({ target }) => props.onChange(target.value)}
      />
    </div>
  );
}
