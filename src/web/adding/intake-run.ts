import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { IntakeItemView, IntakeReceiptView } from '../../serve/api.ts';
import { CallError } from '../api-client.ts';
import { elapsedNow } from '../elapsed.ts';
import { useDesk } from '../session.tsx';

/** Files on their way at once: while one is kept, the next one's bytes arrive. */
const AT_ONCE = 2;

export interface IntakeFile {
  readonly number: number;
  readonly name: string;
  readonly bytes: number;
  readonly state: 'waiting' | 'sending' | 'done' | 'failed' | 'left';
  readonly outcome?: IntakeItemView;
  /** A code of `error-messages`, when the server would not have it. */
  readonly code?: CallError['code'];
}

export interface IntakeState {
  readonly stage: 'idle' | 'asking' | 'running' | 'ended';
  readonly files: readonly IntakeFile[];
  readonly receipt: IntakeReceiptView | undefined;
  readonly error: CallError | undefined;
  readonly elapsedMs: number;
}

export interface IntakeRun {
  readonly state: IntakeState;
  /** Lays files ready and asks; nothing is sent before `begin`. */
  readonly offer: (files: readonly File[]) => void;
  readonly begin: (facts: { readonly reason?: string; readonly collection?: string; readonly origin?: string }) => void;
  readonly stop: () => void;
  readonly close: () => void;
}

const IDLE: IntakeState = { stage: 'idle', files: [], receipt: undefined, error: undefined, elapsedMs: 0 };

/** Takes files into the vault one after another, and tells what each became. */
export function useIntakeRun(): IntakeRun {
  const { client } = useDesk();
  const queries = useQueryClient();
  const [state, setState] = useState<IntakeState>(IDLE);
  const offered = useRef<readonly File[]>([]);
  const stopped = useRef(false);

  const change = useCallback((number: number, more: Partial<IntakeFile>, elapsedMs: number) => {
    setState((before) => ({
      ...before,
      elapsedMs,
      files: before.files.map((file) => (file.number === number ? { ...file, ...more } : file)),
    }));
  }, []);

  const run = useCallback(
    async (facts: Parameters<IntakeRun['begin']>[0]): Promise<void> => {
      const files = offered.current;
      const startedAt = elapsedNow();
      const { intake } = await client.call('intake-begin', { files: files.length, ...facts });
      const left = files.map((file, number) => ({ file, number }));
      const send = async (): Promise<void> => {
        for (let next = left.shift(); next !== undefined; next = left.shift()) {
          const { file, number } = next;
          if (stopped.current) {
            change(number, { state: 'left' }, elapsedNow() - startedAt);
            continue;
          }
          change(number, { state: 'sending' }, elapsedNow() - startedAt);
          try {
            const outcome = await client.sendFile(intake, file);
            change(number, { state: 'done', outcome }, elapsedNow() - startedAt);
          } catch (error) {
            const code = error instanceof CallError ? error.code : 'unreachable';
            change(number, { state: 'failed', code }, elapsedNow() - startedAt);
          }
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, send));
      const receipt = await client.call('intake-end', { intake });
      setState((before) => ({ ...before, stage: 'ended', receipt, elapsedMs: elapsedNow() - startedAt }));
      await queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== 'library-choice' });
    },
    [client, change, queries],
  );

  return {
    state,
    offer: (files) => {
      offered.current = files;
      stopped.current = false;
      setState({
        ...IDLE,
        stage: 'asking',
        files: files.map(({ name, size }, number) => ({ number, name, bytes: size, state: 'waiting' })),
      });
    },
    begin: (facts) => {
      setState((before) => ({ ...before, stage: 'running' }));
      run(facts).catch((error: unknown) => {
        const failure = error instanceof CallError ? error : new CallError('broken');
        setState((before) => ({ ...before, stage: 'ended', error: failure }));
      });
    },
    stop: () => {
      stopped.current = true;
    },
    close: () => setState(IDLE),
  };
}
