import { memo, type ReactNode } from 'react';
import { useSay } from '../session.tsx';
import { kindWords, markId, stateWords } from './claim-words.ts';
import type { ClaimNode, Node, Paint, TextNode } from './paint.ts';
import css from './text.module.css';

/** One paragraph, heading or cell with what lies over it. Drawn again when its paint is another, and never otherwise. */
export const Paragraph: React.NamedExoticComponent<{ readonly text: string; readonly paint: Paint }> = memo(
  ({ text, paint }: { readonly text: string; readonly paint: Paint }): ReactNode => {
    const { nodes, undrawn } = paint;
    const say = useSay();
    return (
      <>
        <Nodes text={text} nodes={nodes} />
        {undrawn === 0 ? undefined : (
          <span data-aside="" className={css['undrawn']}>
            {say('reading.undrawn', { count: undrawn })}
          </span>
        )}
      </>
    );
  },
);

function Nodes({ text, nodes }: { readonly text: string; readonly nodes: readonly Node[] }): ReactNode {
  return nodes.map((node) =>
    node.type === 'text' ? (
      <Letters key={node.start} node={node} words={text.slice(node.start, node.end)} />
    ) : (
      <Mark key={`${node.claim.id} ${node.start}`} node={node} text={text} />
    ),
  );
}

function Letters({ node, words }: { readonly node: TextNode; readonly words: string }): ReactNode {
  const { veil, find, cursor, basis, pair } = node;
  if (!veil && find === 'none' && !cursor && !basis && !pair) return words;
  return (
    <span
      className={css['letters']}
      data-veil={veil || undefined}
      data-find={find === 'none' ? undefined : find}
      data-cursor={cursor || undefined}
      data-basis={basis || undefined}
      data-pair={pair || undefined}
    >
      {words}
    </span>
  );
}

/** A claim's words. Its name is spoken from words that nobody sees: a `mark` may not have a label. */
function Mark({ node, text }: { readonly node: ClaimNode; readonly text: string }): ReactNode {
  const say = useSay();
  const { claim, first, last, lane } = node;
  return (
    <mark
      id={first ? markId(claim.id) : undefined}
      className={css['claim']}
      data-claim={claim.id}
      data-state={claim.state}
      data-lane={lane}
      data-first={first || undefined}
      data-last={last || undefined}
      aria-current={claim.selected || undefined}
      tabIndex={first ? 0 : undefined}
    >
      {first ? (
        <span data-aside="" className={`unseen ${css['label']}`}>
          {say(claim.who === '' ? 'reading.mark.unnamed' : 'reading.mark', {
            kind: kindWords(say, claim.kind),
            state: stateWords(say, claim.state),
            who: claim.who,
          })}
        </span>
      ) : undefined}
      <Nodes text={text} nodes={node.children} />
    </mark>
  );
}
