import type { ReactNode } from 'react';
import type { ClaimStateCode } from '../../serve/api.ts';
import { useSay } from '../session.tsx';
import { stateWords } from './claim-words.ts';
import css from './pane.module.css';

/** A state in a word and a sign, never in colour alone. */
export function StateChip(props: { readonly state: ClaimStateCode; readonly pending?: boolean }): ReactNode {
  const say = useSay();
  return (
    <span className={css['chip']} data-state={props.state}>
      <span aria-hidden="true">{SIGNS[props.state]}</span> {stateWords(say, props.state)}
      {props.pending === true ? ` · ${say('reading.saving')}` : undefined}
    </span>
  );
}

const SIGNS: Readonly<Record<ClaimStateCode, string>> = {
  ...{ unreviewed: '○', accepted: '✓', rejected: '✕', unsure: '?', disputed: '≠' },
};
