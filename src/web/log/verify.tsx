import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { VerifyLine } from '../../serve/api.ts';
import { CallError } from '../api-client.ts';
import { faultMessage } from '../fault-messages.ts';
import { useFormats } from '../formats.ts';
import { useDesk, useSay } from '../session.tsx';
import { Failure } from '../waiting.tsx';
import css from './log.module.css';

type Verdict = Extract<VerifyLine, { type: 'verdict' }>;

interface Run {
  readonly entries: number;
  readonly documents: number;
  readonly verdict?: Verdict;
  readonly error?: CallError;
}

/** Checks the whole record while one watches, and says what the check proves and what it does not. */
export function Verify(): ReactNode {
  const say = useSay();
  const { number } = useFormats();
  const { client } = useDesk();
  const [run, setRun] = useState<Run>();
  const ending = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    ending.current = controller;
    return () => controller.abort();
  }, []);

  const start = (): void => {
    setRun({ entries: 0, documents: 0 });
    const { signal } = ending.current;
    client
      .verify((line) => {
        setRun((before) => {
          const so = before ?? { entries: 0, documents: 0 };
          return line.type === 'verdict' ? { ...so, verdict: line } : { ...so, [line.words]: line.done };
        });
      }, signal)
      .then(() => {
        // An answer that ends without its verdict has proved nothing.
        setRun((before) =>
          before?.verdict === undefined ? { entries: 0, documents: 0, error: new CallError('unreachable') } : before,
        );
      })
      .catch((error: unknown) => {
        if (signal.aborted) return;
        setRun({ entries: 0, documents: 0, error: error instanceof CallError ? error : new CallError('broken') });
      });
  };
  const going = run !== undefined && run.verdict === undefined && run.error === undefined;

  return (
    <section className={css['verify']} aria-labelledby="verify-title">
      <div className={css['verify-head']}>
        <h2 id="verify-title">{say('verify.title')}</h2>
        <button type="button" data-main="" disabled={going} onClick={start}>
          {say('verify.button')}
        </button>
      </div>
      <p className={css['quiet']}>{say('verify.words')}</p>
      <div role="status">
        {going ? (
          <p>{say('verify.going', { entries: number(run.entries), documents: number(run.documents) })}</p>
        ) : undefined}
        {run?.verdict === undefined ? undefined : <VerdictWords verdict={run.verdict} />}
      </div>
      {run?.error === undefined ? undefined : <Failure error={run.error} retry={start} />}
    </section>
  );
}

/** What a fault is, with its code for whoever is asked about it. */
function FaultWords({ fault }: { readonly fault: string }): ReactNode {
  const say = useSay();
  const message = faultMessage(fault);
  return (
    <>
      {message === undefined ? undefined : `${say(message)} `}
      <code>{fault}</code>
    </>
  );
}

function VerdictWords({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const say = useSay();
  const { number } = useFormats();
  const counts = { entries: number(verdict.entries), documents: number(verdict.documents) };
  return (
    <div className={css['verdict']} data-tone={verdict.sound ? 'good' : 'bad'}>
      <p className={css['verdict-words']}>{say(verdict.sound ? 'verify.sound' : 'verify.not-sound', counts)}</p>
      {verdict.faults.length === 0 ? undefined : (
        <ul>
          {verdict.faults.map((fault) => (
            <li key={fault}>
              <FaultWords fault={fault} />
            </li>
          ))}
        </ul>
      )}
      <p className={css['quiet']}>{say(verdict.sound ? 'verify.limits' : 'verify.next')}</p>
    </div>
  );
}
