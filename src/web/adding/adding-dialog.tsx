import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { Dialog } from '../dialog.tsx';
import { errorMessage } from '../error-messages.ts';
import { useFormats } from '../formats.ts';
import { passagePath } from '../routes.tsx';
import { useAnswer, useSay } from '../session.tsx';
import { Failure } from '../waiting.tsx';
import css from './adding.module.css';
import { MOST_FILES } from './dropped-files.ts';
import type { IntakeFile, IntakeRun, IntakeState } from './intake-run.ts';
import { outcomeOf, reasonMessage } from './item-words.ts';

/** Lines that are shown; the counts are of all files. Those that went wrong come first. */
const SHOWN = 200;

/** Asks once, shows how far it has come, and ends with a receipt that counts every file. */
export function AddingDialog({ run }: { readonly run: IntakeRun }): ReactNode {
  const say = useSay();
  const { number, bytes } = useFormats();
  const { state } = run;
  const total = state.files.reduce((sum, file) => sum + file.bytes, 0);
  const done = state.files.filter(({ state: one }) => one !== 'waiting' && one !== 'sending').length;
  const title =
    state.stage === 'asking'
      ? say('adding.title', { count: state.files.length })
      : state.stage === 'running'
        ? say('adding.running', { done: number(done), total: number(state.files.length) })
        : say('adding.receipt');
  return (
    <Dialog
      title={title}
      stage={state.stage}
      onClose={() => {
        if (state.stage !== 'running') run.close();
      }}
      closable={state.stage !== 'running'}
    >
      {state.stage === 'asking' ? (
        state.files.length > MOST_FILES ? (
          <p>{say('adding.too-many', { count: MOST_FILES })}</p>
        ) : (
          <Asking run={run} size={bytes(total)} />
        )
      ) : (
        <>
          {state.stage === 'running' ? <Progress run={run} done={done} /> : <Receipt run={run} />}
          <Files files={state.files} close={state.stage === 'ended' ? run.close : undefined} />
        </>
      )}
    </Dialog>
  );
}

function Asking({ run, size }: { readonly run: IntakeRun; readonly size: string }): ReactNode {
  const say = useSay();
  const [reason, setReason] = useState('');
  const [origin, setOrigin] = useState('');
  const [collection, setCollection] = useState('');
  const { data } = useAnswer('collections', {});
  return (
    <form
      className={css['asking']}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        run.begin({
          ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
          ...(origin.trim() === '' ? {} : { origin: origin.trim() }),
          ...(collection.trim() === '' ? {} : { collection: collection.trim() }),
        });
      }}
    >
      <p className={css['quiet']}>{say('adding.words', { size })}</p>
      <ul className={css['names']}>
        {run.state.files.slice(0, 5).map((file) => (
          <li key={file.number} translate="no">
            {file.name}
          </li>
        ))}
        {run.state.files.length > 5 ? <li>{say('adding.more', { count: run.state.files.length - 5 })}</li> : undefined}
      </ul>
      <label>
        {say('adding.origin')}
        <input value={origin} maxLength={4096} spellCheck={false} onChange={({ target }) => setOrigin(target.value)} />
      </label>
      <label>
        {say('adding.reason')}
        <input value={reason} maxLength={500} spellCheck={false} onChange={({ target }) => setReason(target.value)} />
      </label>
      <label>
        {say('adding.collection')}
        <input
          value={collection}
          maxLength={200}
          spellCheck={false}
          list="adding-collections"
          onChange={({ target }) => setCollection(target.value)}
        />
      </label>
      <datalist id="adding-collections">
        {data?.collections.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <p className={css['buttons']}>
        <button type="submit" data-main="" data-first="">
          {say('adding.save', { count: run.state.files.length })}
        </button>
        <button type="button" onClick={run.close}>
          {say('frame.cancel')}
        </button>
      </p>
    </form>
  );
}

function Progress({ run, done }: { readonly run: IntakeRun; readonly done: number }): ReactNode {
  const say = useSay();
  const { number } = useFormats();
  const { files, elapsedMs } = run.state;
  const rate = elapsedMs > 500 ? Math.round((done / elapsedMs) * 60_000) : undefined;
  return (
    <div className={css['progress']}>
      <progress max={files.length} value={done} aria-label={say('adding.progress')} />
      <p className={css['quiet']}>
        {rate === undefined ? say('adding.begun') : say('adding.rate', { rate: number(rate) })}
      </p>
      <button type="button" onClick={run.stop} data-first="">
        {say('adding.stop')}
      </button>
    </div>
  );
}

function Receipt({ run }: { readonly run: IntakeRun }): ReactNode {
  const say = useSay();
  const { state } = run;
  // The first that has suggestions: what there is to do next.
  const first =
    state.files.find(({ outcome }) => outcome?.source != null && outcome.claims > 0)?.outcome?.source ?? undefined;
  return (
    <div className={css['receipt']} role="status">
      {state.error === undefined ? undefined : <Failure error={state.error} />}
      {state.receipt === undefined ? undefined : <Counts state={state} receipt={state.receipt} />}
      <p className={css['buttons']}>
        {first === undefined ? undefined : (
          <Link href={passagePath(first)} className="button" data-main="" data-first="" onClick={run.close}>
            {say('adding.review')}
          </Link>
        )}
        <button
          type="button"
          {...(first === undefined ? { 'data-main': '', 'data-first': '' } : {})}
          onClick={run.close}
        >
          {say('frame.close')}
        </button>
      </p>
    </div>
  );
}

function Counts(props: {
  readonly state: IntakeState;
  readonly receipt: NonNullable<IntakeState['receipt']>;
}): ReactNode {
  const say = useSay();
  const { receipt } = props;
  const { files } = props.state;
  // What the server never got counts as not kept, whatever its own receipt says.
  const unsent = files.filter(({ state }) => state === 'left' || state === 'failed').length;
  const short = receipt.failed + receipt.refused + unsent;
  const poorly = files.filter(({ outcome }) => outcome?.outcome === 'not-read' || outcome?.outcome === 'partly-read');
  return (
    <>
      <p className={css['verdict']} data-tone={short > 0 ? 'bad' : poorly.length > 0 ? 'warn' : 'good'}>
        {short > 0
          ? say('adding.verdict.short', { count: short, total: files.length })
          : poorly.length > 0
            ? say('adding.verdict.poorly', { count: poorly.length })
            : say('adding.verdict.all', { count: files.length })}
      </p>
      <dl className={css['counts']}>
        {[
          ['adding.count.received', receipt.received] as const,
          ['adding.count.stored', receipt.stored] as const,
          ['adding.count.already', receipt.alreadyHere] as const,
          ['adding.count.refused', receipt.refused] as const,
          ['adding.count.failed', receipt.failed] as const,
          ['adding.count.unsent', unsent] as const,
        ].map(([message, count]) => (
          <div key={message}>
            <dt>{say(message)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <p className={css['quiet']}>{say(receipt.kept ? 'adding.kept' : 'adding.not-kept')}</p>
    </>
  );
}

function Files(props: {
  readonly files: readonly IntakeFile[];
  /** Closes the receipt; undefined while it still runs, and nobody is led away. */
  readonly close: (() => void) | undefined;
}): ReactNode {
  const { files, close } = props;
  const say = useSay();
  const weight = (file: IntakeFile): number =>
    file.state === 'failed' || toneOf(file) === 'bad'
      ? 0
      : file.state === 'sending'
        ? 1
        : toneOf(file) === 'warn'
          ? 2
          : 3;
  const shown = [...files].sort((a, b) => weight(a) - weight(b) || a.number - b.number).slice(0, SHOWN);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
    <section className={css['files']} tabIndex={0} aria-label={say('adding.files')}>
      <ul>
        {shown.map((file) => (
          <li key={file.number} data-tone={toneOf(file)}>
            <span className={css['name']} translate="no">
              {close === undefined || file.outcome?.source == null ? (
                file.name
              ) : (
                <Link href={passagePath(file.outcome.source)} onClick={close}>
                  {file.name}
                </Link>
              )}
            </span>
            <FileWords file={file} />
          </li>
        ))}
        {files.length > SHOWN ? <li>{say('adding.more', { count: files.length - SHOWN })}</li> : undefined}
      </ul>
    </section>
  );
}

function FileWords({ file }: { readonly file: IntakeFile }): ReactNode {
  const say = useSay();
  const { state, outcome, code } = file;
  if (code !== undefined) return <span>{say(errorMessage(code))}</span>;
  if (outcome === undefined) {
    const message =
      state === 'left' ? 'adding.item.left' : state === 'sending' ? 'adding.item.sending' : 'adding.item.waiting';
    return <span className={css['quiet']}>{say(message)}</span>;
  }
  const [message] = outcomeOf(outcome);
  const reason = outcome.why === null ? undefined : reasonMessage(outcome.why);
  return (
    <span>
      {say(message, { claims: outcome.claims, documents: outcome.documents })}
      {outcome.why === null ? undefined : ` ${reason === undefined ? `(${outcome.why})` : say(reason)}`}
    </span>
  );
}

function toneOf({ state, outcome }: IntakeFile): string {
  if (state === 'failed' || state === 'left') return 'bad';
  return outcome === undefined ? 'quiet' : outcomeOf(outcome)[1];
}
