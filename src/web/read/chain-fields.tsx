import type { ReactNode } from 'react';
import type { ClaimView, Span } from '../../serve/api.ts';
import { useSay } from '../session.tsx';
import { type ClaimDraft, NO_LINK } from './claim-draft.ts';
import { Basis } from './claim-facts.tsx';
import { ROLE_CODES, roleWords } from './claim-words.ts';
import { Choice, type FaultOf, RowsOf, Words } from './form-fields.tsx';

/** Through whom the words of a claim came: what the claim, or its document, says of that stands there already, each with its basis. */
export function ChainFields(props: {
  readonly draft: ClaimDraft;
  readonly set: (change: Partial<ClaimDraft>) => void;
  /** The links that are known: the claim's own, or its document's. */
  readonly links: ClaimView['attribution'];
  readonly faultOf: FaultOf;
  readonly onBasis: (span: Span) => void;
}): ReactNode {
  const say = useSay();
  const { draft, set, links, faultOf, onBasis } = props;
  return (
    <RowsOf
      legend={say('reading.form.chain')}
      add={say('reading.form.add-link')}
      rows={draft.chain}
      empty={NO_LINK}
      fault={faultOf('chain')}
      onChange={(chain) => set({ chain })}
    >
      {({ role, name }, change, at) => (
        <>
          <Choice
            label={say('reading.form.role')}
            value={role}
            of={ROLE_CODES}
            words={(code) => roleWords(say, code)}
            onChange={(code) => change({ role: code })}
          />
          <Words
            label={say('reading.form.name')}
            value={name}
            fault={faultOf('chain', at, 'name')}
            onChange={(words) => change({ name: words })}
          />
          <Basis
            basis={links.find((link) => link.role === role && (link.name ?? '') === name)?.basis ?? null}
            onBasis={onBasis}
          />
        </>
      )}
    </RowsOf>
  );
}
