import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { EntryAbout, LogView } from '../../serve/api.ts';
import { entryKindMessage } from '../entry-kinds.ts';
import { useFormats } from '../formats.ts';
import { passagePath } from '../routes.tsx';
import { useSay } from '../session.tsx';
import css from './log.module.css';

const ROW = 52;

/** Entries, the newest first. Rows far from what is seen are not drawn, and not asked for. */
export function EntryList(props: {
  readonly entries: LogView['entries'];
  readonly total: number;
  readonly wantMore: () => void;
}): ReactNode {
  const say = useSay();
  const { instant, number } = useFormats();
  const { entries, total, wantMore } = props;
  const list = useRef<HTMLOListElement>(null);
  const rows = useWindowVirtualizer({
    count: entries.length,
    estimateSize: () => ROW,
    overscan: 10,
    scrollMargin: list.current?.offsetTop ?? 0,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= entries.length - 20) wantMore();
  }, [last, entries.length, wantMore]);
  return (
    <ol ref={list} className={css['entries']} style={{ height: rows.getTotalSize() }} aria-label={say('log.entries')}>
      {shown.map(({ index, start }) => {
        const entry = entries[index];
        if (entry === undefined) return undefined;
        const message = entryKindMessage(entry.kind);
        return (
          <li
            key={entry.id}
            ref={rows.measureElement}
            data-index={index}
            aria-setsize={total}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - rows.options.scrollMargin}px)` }}
          >
            <span className={css['seq']}>{number(entry.seq)}</span>
            <span>
              {message === undefined ? entry.kind : say(message)}
              {entry.erased ? <span className={css['erased']}>{say('log.erased')}</span> : undefined}
              {entry.about === null ? undefined : <About about={entry.about} />}
            </span>
            <span className={css['quiet']}>
              {[entry.person, entry.device.slice(0, 8)].filter((part) => part !== null).join(' · ')}
            </span>
            <time className={css['quiet']} dateTime={entry.at}>
              {instant(entry.at)}
            </time>
          </li>
        );
      })}
    </ol>
  );
}

/** What an entry is about, and the way there: a claim in its words, and the source that they stand in. */
function About({ about }: { readonly about: EntryAbout }): ReactNode {
  const { source, title, claim, quote } = about;
  return (
    <Link href={passagePath(source, claim ?? undefined)} className={css['about']} translate="no">
      {quote === null ? title : `“${quote}” · ${title}`}
    </Link>
  );
}
