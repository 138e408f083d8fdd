import type { ReactNode } from 'react';
import { Waiting } from '../waiting.tsx';

export function LibraryScreen(): ReactNode {
  return <Waiting />;
}
