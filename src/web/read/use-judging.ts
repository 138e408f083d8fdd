import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ClaimChangedView, ReviewAsk, SourceView } from '../../serve/api.ts';
import type { AskOf, CallError } from '../api-client.ts';
import { useDesk } from '../session.tsx';
import { type JudgedStack, pushJudged, withClaim } from './queue.ts';

export interface Judging {
  /** Claims whose review is on its way to the record. */
  readonly pending: ReadonlySet<string>;
  readonly stack: JudgedStack;
  readonly setStack: (stack: JudgedStack) => void;
  /** The last that was refused, and of which claim. */
  readonly fault: { readonly claim: string; readonly error: CallError } | undefined;
  readonly clearFault: () => void;
  /** Sends reviews in the order in which they were made; false when this one was refused. */
  readonly review: (ask: ReviewAsk) => Promise<boolean>;
  readonly undo: (claim: string) => Promise<boolean>;
  /** The claim that was made; undefined when it was refused. */
  readonly make: (ask: AskOf<'claim-make'>) => Promise<string | undefined>;
}

/** Sends what is judged, one after the other, and has the text show what the record then says. */
export function useJudging(source: AskOf<'source'>): Judging {
  const { client } = useDesk();
  const queries = useQueryClient();
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const [stack, setStack] = useState<JudgedStack>([]);
  const [fault, setFault] = useState<Judging['fault']>();

  const show = async ({ claim }: ClaimChangedView): Promise<void> => {
    const queryKey = ['source', source];
    // An answer that was asked for before this review would take it back on screen.
    await queries.cancelQueries({ queryKey });
    if (claim === null) await queries.invalidateQueries({ queryKey });
    else {
      queries.setQueryData<SourceView>(queryKey, (view) =>
        view === undefined ? undefined : { ...view, claims: withClaim(view.claims, claim) },
      );
    }
  };
  const inTurn = (claim: string, send: () => Promise<ClaimChangedView>): Promise<ClaimChangedView | undefined> => {
    setFault(undefined);
    setPending((before) => new Set([...before, claim]));
    const sent = line.current.then(async () => {
      try {
        const answer = await send();
        await show(answer);
        return answer;
      } catch (error) {
        if (!isCallError(error)) throw error;
        setFault({ claim, error });
        setStack((before) => before.filter((id) => id !== claim));
        return undefined;
      } finally {
        setPending((before) => new Set([...before].filter((id) => id !== claim)));
      }
    });
    line.current = sent.catch(() => undefined);
    return sent;
  };

  return {
    pending,
    stack,
    setStack,
    fault,
    clearFault: () => setFault(undefined),
    review: async (ask) => {
      setStack((before) => pushJudged(before, ask.claim));
      return (await inTurn(ask.claim, () => client.call('review', ask))) !== undefined;
    },
    undo: async (claim) => {
      const ask = { ...source, claim };
      return (await inTurn(claim, () => client.call('review-undo', ask))) !== undefined;
    },
    make: async (ask) => {
      const answer = await inTurn('new', () => client.call('claim-make', ask));
      const id = answer?.claim?.id;
      if (id !== undefined) setStack((before) => pushJudged(before, id));
      return id;
    },
  };
}

function isCallError(error: unknown): error is CallError {
  return error instanceof Error && 'code' in error && 'facts' in error;
}
