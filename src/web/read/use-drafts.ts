import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ClaimDraft } from './claim-draft.ts';

/**
 * A form whose words are still there when somebody went away by mistake and comes back. They are held in the page's memory and
 * nowhere else, and end with it.
 */
export function useDraft(
  name: readonly string[],
  initial: () => ClaimDraft,
): readonly [ClaimDraft, (draft: ClaimDraft) => void, () => void] {
  const queries = useQueryClient();
  const key = ['draft', ...name].join(' ');
  const [draft, setDraft] = useState<ClaimDraft>(() => queries.getQueryData<ClaimDraft>(['draft', key]) ?? initial());
  const change = useCallback(
    (next: ClaimDraft) => {
      setDraft(next);
      queries.setQueryDefaults(['draft'], { gcTime: Number.POSITIVE_INFINITY });
      queries.setQueryData(['draft', key], next);
    },
    [queries, key],
  );
  const forget = useCallback(() => queries.removeQueries({ queryKey: ['draft', key] }), [queries, key]);
  return [draft, change, forget];
}
