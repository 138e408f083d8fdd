import { memo, type ReactNode, type RefObject, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { SourceView, Span } from '../../serve/api.ts';
import { useSay } from '../session.tsx';
import { createPainter, type Layers, type Paint, sameList, unitsOf } from './paint.ts';
import { Paragraph } from './paragraph.tsx';
import css from './text.module.css';
import { groupsOf, type ShownBlock, type TextGroup, unitsIn } from './text-groups.ts';

/** The text of record with everything that lies over it. `root` is where selections are counted from. */
export function TextColumn(props: {
  readonly view: SourceView;
  readonly layers: Layers;
  readonly root: RefObject<HTMLDivElement | null>;
  /** Must be on screen: what is folded around it opens. */
  readonly shown: Span | undefined;
}): ReactNode {
  const { view, layers, root, shown } = props;
  const { text, blocks, line } = view;
  const units = useMemo(() => unitsOf(text, blocks, line.language ?? 'und'), [text, blocks, line.language]);
  const groups = useMemo(() => groupsOf(units), [units]);
  const flat = useMemo(() => unitsIn(units), [units]);
  const [paint] = useState(createPainter);
  const paints = useMemo(() => paint(text, flat, layers), [paint, text, flat, layers]);
  const [first] = useState(() => groupsAround(groups, shown));
  const isWhole = useDeferredValue(true, groups.length <= first.length);
  return (
    <div ref={root} className={css['text']} translate="no">
      {groups.map((group, at) => {
        if (!isWhole && !first.includes(at)) return <section key={group.start} className={css['group']} />;
        const own = paints.slice(group.from, group.to);
        return group.type === 'text' ? (
          <Group key={group.start} text={text} group={group} paints={own} />
        ) : (
          <Around key={group.start} text={text} group={group} paints={own} shown={shown} />
        );
      })}
    </div>
  );
}

/** What is drawn before the rest of a long text: where somebody arrives, and around it. */
function groupsAround(groups: readonly TextGroup[], shown: Span | undefined): readonly number[] {
  const at = Math.max(
    0,
    groups.findIndex(({ end }) => shown !== undefined && end > shown.start),
  );
  return [...groups.keys()].filter((one) => Math.abs(one - at) <= 2);
}

interface GroupProps {
  readonly text: string;
  readonly group: TextGroup;
  readonly paints: readonly Paint[];
}

const Group: React.NamedExoticComponent<GroupProps> = memo(
  (props: GroupProps): ReactNode => (
    <section className={css['group']}>
      <Blocks {...props} />
    </section>
  ),
  (a, b) => a.text === b.text && a.group === b.group && sameList(a.paints, b.paints, Object.is),
);

function Around({ shown, ...props }: GroupProps & { readonly shown: Span | undefined }): ReactNode {
  const say = useSay();
  const { start, end, blocks } = props.group;
  const [open, setOpen] = useState(false);
  const isWanted = shown !== undefined && shown.start < end && shown.end > start;
  useEffect(() => {
    if (isWanted) setOpen(true);
  }, [isWanted]);
  return (
    <details className={css['around']} open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('reading.around', { count: blocks.length })}</summary>
      {open ? <Blocks {...props} /> : undefined}
    </details>
  );
}

function Blocks({ text, group, paints }: GroupProps): ReactNode {
  const drawn: ReactNode[] = [];
  let at = 0;
  let rows: ReactNode[] = [];
  const endTable = (key: number): void => {
    if (rows.length > 0) drawn.push(<Table key={`table ${key}`}>{rows}</Table>);
    rows = [];
  };
  for (const shown of group.blocks) {
    const own = paints.slice(at, at + shown.units.length);
    at += shown.units.length;
    if (shown.block.kind === 'table-row') {
      rows.push(<Row key={shown.block.start} text={text} shown={shown} paints={own} />);
    } else {
      endTable(shown.block.start);
      const [paint] = own;
      if (paint !== undefined) drawn.push(<Block key={shown.block.start} text={text} shown={shown} paint={paint} />);
    }
  }
  endTable(group.end);
  return drawn;
}

function Table({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <table className={css['table']}>
      <tbody>{children}</tbody>
    </table>
  );
}

function Row(props: {
  readonly text: string;
  readonly shown: ShownBlock;
  readonly paints: readonly Paint[];
}): ReactNode {
  return (
    <tr>
      {props.paints.map((paint) => (
        <td key={paint.unit.key} data-start={paint.unit.start} lang={paint.unit.language}>
          <Paragraph text={props.text} paint={paint} />
        </td>
      ))}
    </tr>
  );
}

function Block(props: { readonly text: string; readonly shown: ShownBlock; readonly paint: Paint }): ReactNode {
  const { text, shown, paint } = props;
  const { kind } = shown.block;
  const common = {
    'data-start': paint.unit.start,
    lang: paint.unit.language,
    className: css[kind] ?? css['paragraph'],
  };
  const inside = <Paragraph text={text} paint={paint} />;
  switch (kind) {
    case 'heading': {
      const Heading = HEADINGS[shown.heading] ?? 'h6';
      return <Heading {...common}>{inside}</Heading>;
    }
    case 'quotation':
      return <blockquote {...common}>{inside}</blockquote>;
    case 'preformatted':
      return <pre {...common}>{inside}</pre>;
    default:
      return <p {...common}>{inside}</p>;
  }
}

const HEADINGS: Readonly<Record<number, 'h2' | 'h3' | 'h4' | 'h5' | 'h6'>> = {
  2: 'h2',
  3: 'h3',
  4: 'h4',
  5: 'h5',
  6: 'h6',
};
