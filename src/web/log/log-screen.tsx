import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { LogView } from '../../serve/api.ts';
import type { CallError } from '../api-client.ts';
import { useFormats } from '../formats.ts';
import { ScreenHead } from '../screen-head.tsx';
import { useDesk, useSay } from '../session.tsx';
import { Failure, Waiting } from '../waiting.tsx';
import { EntryList } from './entry-list.tsx';
import css from './log.module.css';
import { Verify } from './verify.tsx';

const PAGE = 100;

/** The record of everything that was done: its ends in words, its checkpoints, its entries, and a check of all of it. */
export function LogScreen(): ReactNode {
  const say = useSay();
  const { client } = useDesk();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery<
    LogView,
    CallError,
    { readonly pages: readonly LogView[] },
    readonly unknown[],
    string | undefined
  >({
    queryKey: ['log'],
    initialPageParam: undefined,
    queryFn: ({ pageParam, signal }) =>
      client.call('log', { limit: PAGE, ...(pageParam === undefined ? {} : { before: pageParam }) }, signal),
    getNextPageParam: ({ before }) => before,
  });
  const first = data?.pages[0];
  return (
    <div className={css['log']}>
      <ScreenHead title={say('place.log')} />
      <Verify />
      {error !== null ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : first === undefined ? (
        <Waiting />
      ) : (
        <>
          <Heads view={first} />
          <h2>{say('log.entries')}</h2>
          <EntryList
            entries={data?.pages.flatMap(({ entries }) => entries) ?? []}
            total={first.total}
            wantMore={() => {
              if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
            }}
          />
        </>
      )}
    </div>
  );
}

function Heads({ view }: { readonly view: LogView }): ReactNode {
  const say = useSay();
  const { number, instant } = useFormats();
  return (
    <>
      {view.forks === 0 ? undefined : (
        <p className={css['fork']} role="alert">
          {say('log.forks', { count: view.forks })}
        </p>
      )}
      <section className={css['part']}>
        <h2>{say('log.heads')}</h2>
        <p className={css['quiet']}>{say('log.heads.words')}</p>
        <ul className={css['cards']}>
          {view.heads.map(({ device, size, words }) => (
            <li key={device}>
              <p className={css['words']} translate="no" lang="en">
                {words.join(' ')}
              </p>
              <p className={css['quiet']}>
                {say('log.device', { device: device.slice(0, 8) })} · {say('log.entry-count', { count: number(size) })}
              </p>
            </li>
          ))}
        </ul>
      </section>
      <section className={css['part']}>
        <h2>{say('log.checkpoints')}</h2>
        <p className={css['quiet']}>{say('log.checkpoints.words')}</p>
        {view.checkpoints.length === 0 ? (
          <p>{say('log.checkpoints.none')}</p>
        ) : (
          <ul className={css['lines']}>
            {view.checkpoints.map(({ device, size, at }) => (
              <li key={`${device} ${size}`}>
                {say('log.device', { device: device.slice(0, 8) })} · {say('log.entry-count', { count: number(size) })}
                {at === null ? undefined : ` · ${instant(at)}`}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
