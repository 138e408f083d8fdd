import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { useSay } from '../session.tsx';
import css from './adding.module.css';
import { AddingDialog } from './adding-dialog.tsx';
import { filesDropped } from './dropped-files.ts';
import { useIntakeRun } from './intake-run.ts';

const AddContext = createContext<() => void>(() => undefined);

/** Opens the browser's choice of files. */
export function useAddFiles(): () => void {
  return useContext(AddContext);
}

/** Takes what is dropped anywhere on the desk: a browser would else leave the page and show the file. */
export function AddingPlace({ children }: { readonly children: ReactNode }): ReactNode {
  const say = useSay();
  const run = useIntakeRun();
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const offer = useRef(run.offer);
  offer.current = run.state.stage === 'running' ? () => undefined : run.offer;

  useEffect(() => {
    const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      const { dataTransfer } = event;
      if (dataTransfer === null || !carriesFiles(event)) return;
      event.preventDefault();
      void filesDropped(dataTransfer).then((files) => {
        if (files.length > 0) offer.current(files);
      });
    };
    document.addEventListener('dragover', onOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, []);

  return (
    <AddContext value={() => chooser.current?.click()}>
      {children}
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={say('adding.choose')}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same file may be chosen twice in a row.
          target.value = '';
          if (files.length > 0) offer.current(files);
        }}
      />
      {over ? (
        <div className={css['over']} aria-hidden="true">
          <p>{say('adding.drop')}</p>
          <p className={css['quiet']}>{say('adding.drop.words')}</p>
        </div>
      ) : undefined}
      {run.state.stage === 'idle' ? undefined : <AddingDialog run={run} />}
    </AddContext>
  );
}
