import type { ReactNode } from 'react';
import { useSay } from '../session.tsx';
import { type ClaimDraft, COMPARATORS, NO_QUANTITY } from './claim-draft.ts';
import { Choice, type FaultOf, RowsOf, Words } from './form-fields.tsx';

/** The numbers of a claim. Of one that is wrong only the part is marked that is. */
export function QuantityFields(props: {
  readonly draft: ClaimDraft;
  readonly set: (change: Partial<ClaimDraft>) => void;
  readonly faultOf: FaultOf;
}): ReactNode {
  const { draft, set, faultOf } = props;
  const say = useSay();
  return (
    <RowsOf
      legend={say('reading.fact.number')}
      add={say('reading.form.add-number')}
      rows={draft.quantities}
      empty={NO_QUANTITY}
      fault={faultOf('quantities')}
      onChange={(quantities) => set({ quantities })}
    >
      {(one, change, at) => (
        <>
          <Words
            label={say('reading.form.stated')}
            value={one.stated}
            fault={faultOf('quantities', at, 'stated')}
            onChange={(stated) => change({ stated })}
          />
          <Choice
            label={say('reading.form.comparator')}
            value={one.op}
            of={COMPARATORS}
            words={(op) => say(COMPARATOR_WORDS[op])}
            onChange={(op) => change({ op })}
          />
          {one.op === '?' ? undefined : (
            <Words
              label={say(one.op === '..' ? 'reading.form.low' : 'reading.form.value')}
              value={one.value}
              fault={faultOf('quantities', at, 'value')}
              onChange={(value) => change({ value })}
              numeric
            />
          )}
          {one.op === '..' ? (
            <Words
              label={say('reading.form.high')}
              value={one.high}
              fault={faultOf('quantities', at, 'high')}
              onChange={(high) => change({ high })}
              numeric
            />
          ) : undefined}
          <Words
            label={say('reading.form.unit')}
            value={one.unit}
            fault={faultOf('quantities', at, 'unit')}
            onChange={(unit) => change({ unit })}
          />
          <Words
            label={say('reading.form.counts')}
            value={one.counts}
            fault={faultOf('quantities', at, 'counts')}
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
