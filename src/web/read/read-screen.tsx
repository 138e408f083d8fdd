import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { EmptyState, ScreenHead } from '../screen-head.tsx';
import { useAnswer, useSay } from '../session.tsx';
import { Failure, Waiting } from '../waiting.tsx';
import { CustodyStrip } from './custody-strip.tsx';
import { Reading } from './reading.tsx';

/** One source, to be read and reviewed. */
export function ReadScreen(props: { readonly source: string; readonly claim?: string }): ReactNode {
  const { source, claim } = props;
  const say = useSay();
  const queries = useQueryClient();
  const [reveal, setReveal] = useState(false);
  const ask = useMemo(() => (reveal ? { source, reveal } : { source }), [source, reveal]);
  const { data: view, error, refetch } = useAnswer('source', ask);
  // What was judged here is counted on the other screens at once.
  useEffect(() => () => void queries.invalidateQueries({ queryKey: ['session'] }), [queries]);
  const hide = (next: boolean): void => {
    // What was revealed does not stay in memory behind a veil.
    if (!next) queries.removeQueries({ queryKey: ['source', { source, reveal: true }] });
    setReveal(next);
  };

  if (error !== null && view === undefined) {
    return (
      <>
        <ScreenHead title={say('place.read')} />
        <Failure error={error} retry={() => void refetch()} />
      </>
    );
  }
  if (view === undefined) return <Waiting />;
  if (view.layer === null || view.text === '') {
    return (
      <>
        <ScreenHead title={view.line.title} />
        <CustodyStrip source={source} />
        <EmptyState title={say('reading.not-read')}>
          <p>{say('reading.not-read.words')}</p>
        </EmptyState>
      </>
    );
  }
  return <Reading key={String(reveal)} view={view} ask={ask} claim={claim} onReveal={hide} />;
}
