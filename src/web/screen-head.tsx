import type { ReactNode } from 'react';
import css from './screen-head.module.css';

/** The name of a screen and, beside it, what can be done with all of it. */
export function ScreenHead(props: { readonly title: string; readonly children?: ReactNode }): ReactNode {
  return (
    <div className={css['head']}>
      <h1>{props.title}</h1>
      <div className={css['actions']}>{props.children}</div>
    </div>
  );
}

/** What a screen says while it has nothing to show: what would stand here, and how it comes to. */
export function EmptyState(props: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={css['empty']}>
      <h2>{props.title}</h2>
      {props.children}
    </div>
  );
}
