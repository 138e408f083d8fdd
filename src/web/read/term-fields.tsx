import type { ReactNode } from 'react';
import type { ClaimView, Span } from '../../serve/api.ts';
import { useFormats } from '../formats.ts';
import { useSay } from '../session.tsx';
import { type ClaimDraft, numbersOf } from './claim-draft.ts';
import { Basis } from './claim-facts.tsx';
import {
  COURSE_CODES,
  codeWords,
  DIRECTION_CODES,
  MODALITY_CODES,
  OPTION_STANCE_CODES,
  POLARITY_CODES,
  RISK_CODES,
} from './code-words.ts';
import { Choice, Choices, type FaultOf, RowsOf, Words } from './form-fields.tsx';
import { NO_EVENT, NO_OPTION, NO_RISK, NO_RULE, NO_STANCE, type RuleDraft } from './term-draft.ts';

interface TermProps {
  readonly draft: ClaimDraft;
  readonly set: (change: Partial<ClaimDraft>) => void;
  readonly faultOf: FaultOf;
  /** The claim that is changed; undefined for a new one. */
  readonly claim: ClaimView | undefined;
  readonly onBasis: (span: Span) => void;
}

/** What only some kinds of claims say: codes to be chosen by their words, and words of the passage beside them. */
export function TermFields(props: TermProps): ReactNode {
  const say = useSay();
  const { draft, set, faultOf } = props;
  return (
    <>
      {draft.kind === 'rule' ? (
        <RowsOf
          legend={say('reading.form.rule')}
          add={say('reading.form.add-rule')}
          rows={draft.rule}
          empty={NO_RULE}
          most={1}
          fault={faultOf('rule')}
          onChange={(rule) => set({ rule })}
        >
          {(rule, change) => <RuleFields {...props} rule={rule} change={change} />}
        </RowsOf>
      ) : undefined}
      {draft.kind === 'event' ? (
        <RowsOf
          legend={say('reading.form.event')}
          add={say('reading.form.add-event')}
          rows={draft.event}
          empty={NO_EVENT}
          most={1}
          fault={faultOf('event')}
          onChange={(event) => set({ event })}
        >
          {({ who, did, whom }, change) => (
            <>
              <Words
                label={say('reading.field.event-who')}
                value={who}
                fault={faultOf('event', 0, 'who')}
                onChange={(words) => change({ who: words })}
              />
              <Words
                label={say('reading.field.event-whom')}
                value={whom}
                fault={faultOf('event', 0, 'whom')}
                onChange={(words) => change({ whom: words })}
              />
              <Words
                label={say('reading.field.event-did')}
                value={did}
                wide
                fault={faultOf('event', 0, 'did')}
                onChange={(words) => change({ did: words })}
              />
            </>
          )}
        </RowsOf>
      ) : undefined}
    </>
  );
}

/** What any kind of claim may say besides: a risk, what an organisation could do, for or against whom. */
export function BearingFields({ draft, set, faultOf }: TermProps): ReactNode {
  const say = useSay();
  const formats = useFormats();
  const words = (field: string) => (code: string) => codeWords(say, formats, field, code);
  const none = say('reading.form.choose');
  return (
    <>
      <RowsOf
        legend={say('reading.field.risk')}
        add={say('reading.form.add-risk')}
        rows={draft.risk}
        empty={NO_RISK}
        most={1}
        fault={faultOf('risk')}
        onChange={(risk) => set({ risk })}
      >
        {({ category, direction, stated }, change) => (
          <>
            <Choice
              label={say('reading.field.risk-category')}
              value={category}
              of={RISK_CODES}
              words={words('risk.category')}
              none={none}
              fault={faultOf('risk', 0, 'category')}
              onChange={(code) => change({ category: code })}
            />
            <Choice
              label={say('reading.field.direction')}
              value={direction}
              of={DIRECTION_CODES}
              words={words('risk.direction')}
              onChange={(code) => change({ direction: code })}
            />
            <Words
              label={say('reading.form.risk-stated')}
              value={stated}
              wide
              fault={faultOf('risk', 0, 'stated')}
              onChange={(typed) => change({ stated: typed })}
            />
          </>
        )}
      </RowsOf>
      <RowsOf
        legend={say('reading.field.options')}
        add={say('reading.form.add-option')}
        rows={draft.option}
        empty={NO_OPTION}
        most={1}
        fault={faultOf('option')}
        onChange={(option) => set({ option })}
      >
        {({ options, stance }, change) => (
          <>
            <Choices
              label={say('reading.form.options')}
              values={options}
              of={COURSE_CODES}
              words={words('option.options')}
              fault={faultOf('option', 0, 'options')}
              onChange={(codes) => change({ options: codes })}
            />
            <Choice
              label={say('reading.form.option-stance')}
              value={stance}
              of={OPTION_STANCE_CODES}
              words={words('option.stance')}
              none={none}
              fault={faultOf('option', 0, 'stance')}
              onChange={(code) => change({ stance: code })}
            />
          </>
        )}
      </RowsOf>
      <RowsOf
        legend={say('reading.field.stance')}
        add={say('reading.form.add-stance')}
        rows={draft.stance}
        empty={NO_STANCE}
        most={1}
        fault={faultOf('stance')}
        onChange={(stance) => set({ stance })}
      >
        {({ toward, polarity }, change) => (
          <>
            <Choice
              label={say('reading.form.polarity')}
              value={polarity}
              of={POLARITY_CODES}
              words={words('stance.polarity')}
              none={none}
              fault={faultOf('stance', 0, 'polarity')}
              onChange={(code) => change({ polarity: code })}
            />
            <Words
              label={say('reading.field.toward')}
              value={toward}
              fault={faultOf('stance', 0, 'toward')}
              onChange={(typed) => change({ toward: typed })}
            />
          </>
        )}
      </RowsOf>
    </>
  );
}

function RuleFields(
  props: TermProps & { readonly rule: RuleDraft; readonly change: (part: Partial<RuleDraft>) => void },
): ReactNode {
  const say = useSay();
  const formats = useFormats();
  const { draft, rule, change, faultOf, claim, onBasis } = props;
  const fault = (part: string): string | undefined => faultOf('rule', 0, part);
  const amounts = [...new Set(numbersOf(draft).map((number) => number.replaceAll(/[\s,]/g, '')))];
  return (
    <>
      <Words
        label={say('reading.field.addressee')}
        value={rule.addressee}
        fault={fault('addressee')}
        onChange={(addressee) => change({ addressee })}
      />
      <Choice
        label={say('reading.field.modality')}
        value={rule.modality}
        of={MODALITY_CODES}
        words={(code) => codeWords(say, formats, 'rule.modality', code)}
        none={say('reading.form.choose')}
        fault={fault('modality')}
        onChange={(modality) => change({ modality })}
      />
      <Words
        label={say('reading.field.action')}
        value={rule.action}
        wide
        fault={fault('action')}
        onChange={(action) => change({ action })}
      />
      <Words
        label={say('reading.field.condition')}
        value={rule.condition}
        wide
        fault={fault('condition')}
        onChange={(condition) => change({ condition })}
      />
      <Words
        label={say('reading.field.sanction')}
        value={rule.sanction}
        fault={fault('sanction')}
        onChange={(sanction) => change({ sanction })}
      />
      <Words
        label={say('reading.field.reward')}
        value={rule.reward}
        fault={fault('reward')}
        onChange={(reward) => change({ reward })}
      />
      <Choice
        label={say('reading.form.amount')}
        value={amounts.includes(rule.amount) ? rule.amount : ''}
        of={amounts}
        words={(number) => formats.number(Number(number))}
        none={say('reading.form.none')}
        fault={fault('amount')}
        onChange={(amount) => change({ amount })}
      />
      <Choice
        label={say('reading.field.currency')}
        value={rule.currency}
        of={Intl.supportedValuesOf('currency')}
        words={(code) => `${formats.currency(code)} (${code})`}
        none={say('reading.form.none')}
        fault={fault('currency')}
        onChange={(currency) => change({ currency })}
      />
      <Words
        label={say('reading.form.effective')}
        value={rule.effectiveStated}
        onChange={(effectiveStated) => change({ effectiveStated })}
      />
      <Words
        label={say('reading.form.effective-norm')}
        value={rule.effectiveNorm}
        fault={fault('effective')}
        onChange={(effectiveNorm) => change({ effectiveNorm })}
      />
      <Basis basis={claim?.rule?.effective?.basis ?? null} onBasis={onBasis} />
    </>
  );
}
