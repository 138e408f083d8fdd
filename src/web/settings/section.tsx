import { type ReactNode, useId } from 'react';
import css from './settings.module.css';

/** A part of Settings: what it is about, in a sentence, and what there is. */
export function Section(props: {
  readonly title: string;
  readonly words: string;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className={css['section']} aria-labelledby={id}>
      <div className={css['about']}>
        <h2 id={id}>{props.title}</h2>
        <p className={css['quiet']}>{props.words}</p>
      </div>
      <div className={css['content']}>{props.children}</div>
    </section>
  );
}

/** Names with what belongs to each. Nothing at all when there is no row. */
export function Rows({ children }: { readonly children: ReactNode }): ReactNode {
  const rows = Array.isArray(children) ? children.flat().filter(Boolean) : [children];
  return rows.length === 0 ? undefined : <dl className={css['rows']}>{children}</dl>;
}

export function Row({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
