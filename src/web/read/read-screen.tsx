import type { ReactNode } from 'react';
import { Waiting } from '../waiting.tsx';

/** One source, to be read and reviewed. */
export function ReadScreen(_props: { readonly source: string; readonly claim?: string }): ReactNode {
  return <Waiting />;
}
