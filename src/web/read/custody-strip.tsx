import { type ReactNode, useState } from 'react';
import type { CustodyView } from '../../serve/api.ts';
import { useFormats } from '../formats.ts';
import { useAnswer, useSay } from '../session.tsx';
import { Failure } from '../waiting.tsx';
import { roleWords } from './claim-words.ts';
import css from './reading.module.css';

/** What custody proves of a source and no more: who captured it when, and that its bytes are the same since. */
export function CustodyStrip({ source }: { readonly source: string }): ReactNode {
  const say = useSay();
  const { instant } = useFormats();
  const { data: custody, error, refetch } = useAnswer('custody', { source });
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (custody === undefined) return <p className={css['custody']}>{say('frame.waiting')}</p>;
  const at = instant(custody.capturedAt);
  return (
    <div className={css['custody']} data-bytes={custody.bytes}>
      <p>
        {custody.capturedBy === null
          ? say('reading.custody.captured', { at })
          : say('reading.custody.captured-by', { at, by: custody.capturedBy })}{' '}
        <Unchanged custody={custody} />
      </p>
      {custody.origin === null ? undefined : (
        <p>
          {say('reading.custody.origin')} <b translate="no">{custody.origin}</b>
        </p>
      )}
      {custody.reason === null ? undefined : (
        <p>
          {say('reading.custody.reason')} <b translate="no">{custody.reason}</b>
        </p>
      )}
      {custody.chain.length === 0 ? undefined : (
        <ol className={css['carriers']} aria-label={say('reading.custody.chain')}>
          {custody.chain.map(({ role, name }, at) => (
            <li key={`${role} ${name}`} data-beside={custody.chain[at - 1]?.role === role || undefined}>
              {roleWords(say, role)} <b translate="no">{name}</b>
            </li>
          ))}
        </ol>
      )}
      <Digest sha256={custody.sha256} />
    </div>
  );
}

function Unchanged({ custody }: { readonly custody: CustodyView }): ReactNode {
  const say = useSay();
  const { instant } = useFormats();
  const checked = instant(custody.checkedAt);
  switch (custody.bytes) {
    case 'unchanged':
      return <span>{say('reading.custody.unchanged', { at: checked })}</span>;
    case 'changed':
      return <b role="alert">{say('reading.custody.changed', { at: checked })}</b>;
    case 'missing':
      return <b role="alert">{say('reading.custody.missing')}</b>;
  }
}

function Digest({ sha256 }: { readonly sha256: string }): ReactNode {
  const say = useSay();
  const [copied, setCopied] = useState(false);
  return (
    <p className={css['digest']}>
      SHA-256 <code>{sha256.slice(0, 12)}…</code>
      <button
        type="button"
        data-quiet=""
        aria-label={say('reading.custody.copy-label')}
        onClick={() => void navigator.clipboard.writeText(sha256).then(() => setCopied(true))}
      >
        {say(copied ? 'reading.custody.copied' : 'reading.custody.copy')}
      </button>
    </p>
  );
}
