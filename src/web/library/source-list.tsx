import { useInfiniteQuery } from '@tanstack/react-query';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { PageOf, SourceLine } from '../../serve/api.ts';
import type { CallError } from '../api-client.ts';
import { useFormats } from '../formats.ts';
import { passagePath } from '../routes.tsx';
import { EmptyState } from '../screen-head.tsx';
import { useDesk, useSay } from '../session.tsx';
import { ReviewCounts, SourceFacts } from '../source-facts.tsx';
import { Failure, Waiting } from '../waiting.tsx';
import { CollectionButton } from './collection-button.tsx';
import css from './library.module.css';

const PAGE = 100;
/** Height of a row before it was measured. */
const ROW = 76;

/** All sources, the newest first. Rows far from what is seen are not drawn, and not asked for. */
export function SourceList({ collection }: { readonly collection: string }): ReactNode {
  const say = useSay();
  const { client } = useDesk();
  const { number } = useFormats();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery<
    PageOf<SourceLine>,
    CallError,
    { readonly pages: readonly PageOf<SourceLine>[] },
    readonly unknown[],
    string | undefined
  >({
    queryKey: ['sources', 'list', collection],
    initialPageParam: undefined,
    queryFn: ({ pageParam, signal }) =>
      client.call(
        'sources',
        {
          limit: PAGE,
          ...(pageParam === undefined ? {} : { after: pageParam }),
          ...(collection === '' ? {} : { collection }),
        },
        signal,
      ),
    getNextPageParam: ({ after }) => after,
  });
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const lines = data.pages.flatMap(({ items }) => items);
  const total = data.pages[0]?.total ?? 0;
  if (lines.length === 0) {
    return (
      <EmptyState title={say('library.empty.title')}>
        <p>{say('library.empty.words')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <p className={css['count']} role="status">
        {say('library.total', { count: number(total) })}
      </p>
      <Rows
        lines={lines}
        total={total}
        wantMore={() => {
          if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
        }}
      />
    </>
  );
}

function Rows(props: {
  readonly lines: readonly SourceLine[];
  readonly total: number;
  readonly wantMore: () => void;
}): ReactNode {
  const say = useSay();
  const { lines, total, wantMore } = props;
  const list = useRef<HTMLOListElement>(null);
  const rows = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => ROW,
    overscan: 8,
    scrollMargin: list.current?.offsetTop ?? 0,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= lines.length - 20) wantMore();
  }, [last, lines.length, wantMore]);
  return (
    <ol
      ref={list}
      className={css['sources']}
      data-keys="library"
      aria-label={say('library.sources')}
      style={{ height: rows.getTotalSize() }}
    >
      {shown.map(({ index, start }) => {
        const line = lines[index];
        return line === undefined ? undefined : (
          <li
            key={line.source}
            ref={rows.measureElement}
            data-index={index}
            aria-setsize={total}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - rows.options.scrollMargin}px)` }}
          >
            <div>
              <Link href={passagePath(line.source)} data-title="" lang={line.language ?? undefined}>
                {line.title}
              </Link>
              <SourceFacts line={line} />
            </div>
            <ReviewCounts line={line} />
            <CollectionButton source={line.source} />
          </li>
        );
      })}
    </ol>
  );
}
