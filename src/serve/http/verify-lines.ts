import type { VerifyLine } from '../api.ts';
import { damageIn, isDamaged, type Verdict, verifyVault } from '../verification.ts';
import type { Desk } from './desk.ts';

/** Checks the whole vault, and tells how far it is and what was found. */
export async function* verifyLines({ vault }: Desk): AsyncGenerator<VerifyLine> {
  const waiting: VerifyLine[] = [];
  let wake = (): void => undefined;
  const tell = (line: VerifyLine): void => {
    // Only the newest progress is worth a line.
    if (waiting.at(-1)?.type === 'progress') waiting.pop();
    waiting.push(line);
    wake();
  };
  const verdict = verifyVault(vault, ({ of, done }) => tell({ type: 'progress', words: of, done }));
  let isOver = false;
  const over = verdict.finally(() => {
    isOver = true;
    wake();
  });
  // Told by the generator when it is asked for; until then it must not count as nobody's.
  over.catch(() => undefined);
  while (!isOver || waiting.length > 0) {
    const line = waiting.shift();
    if (line !== undefined) yield line;
    else {
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (isOver) resolve();
      });
    }
  }
  yield verdictLine(await over);
}

function verdictLine(verdict: Verdict): VerifyLine {
  const { record, blobs, condition } = verdict;
  const found: readonly string[] = [...record.faults, ...blobs.faults].map((fault) =>
    'error' in fault ? `${fault.type}-${fault.error}` : fault.type,
  );
  return {
    type: 'verdict',
    sound: !isDamaged(verdict),
    entries: record.counts.entries,
    documents: blobs.blobs,
    faults: [...found, ...(blobs.complete ? [] : ['blob-unplaced']), ...damageCodes(condition)],
  };
}

function damageCodes(condition: Verdict['condition']): readonly string[] {
  const damage = damageIn(condition);
  return damage === undefined ? [] : [damage.type];
}
