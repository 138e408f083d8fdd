import type { ReactNode } from 'react';
import type { Span } from '../serve/api.ts';

/** Words of a source with what was found in them marked, in the face of their language. */
export function Marked(props: {
  readonly text: string;
  readonly marks: readonly Span[];
  readonly language: string;
  readonly className?: string | undefined;
}): ReactNode {
  const { text, marks, language, className } = props;
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    pieces.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <p lang={language} className={className}>
      {pieces}
      {text.slice(at)}
    </p>
  );
}
