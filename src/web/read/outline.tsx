import type { ReactNode } from 'react';
import type { DocumentView } from '../../serve/api.ts';
import { useFormats } from '../formats.ts';
import { useSay } from '../session.tsx';
import css from './reading.module.css';

/** The documents that one page holds, several notices or speakers, each one press away. */
export function Outline(props: {
  readonly documents: readonly DocumentView[];
  readonly onGo: (start: number) => void;
}): ReactNode {
  const say = useSay();
  const { date } = useFormats();
  const { documents } = props;
  if (documents.length < 2) return undefined;
  return (
    <details className={css['outline']}>
      <summary>{say('reading.outline', { count: documents.length })}</summary>
      <ol>
        {documents.map((one, at) => (
          <li key={`${one.start} ${one.end}`}>
            <button type="button" data-quiet="" onClick={() => props.onGo(one.start)}>
              <span translate="no" lang={one.language === 'und' ? undefined : one.language}>
                {one.title ?? one.issuer ?? say('reading.outline.untitled', { at: at + 1 })}
              </span>
              <span className={css['quiet']}>
                {[one.title === null ? null : one.issuer, one.date === null ? null : date(one.date)]
                  .filter((fact) => fact !== null)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
