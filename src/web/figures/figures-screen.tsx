import type { ReactNode } from 'react';
import { Waiting } from '../waiting.tsx';

export function FiguresScreen(): ReactNode {
  return <Waiting />;
}
