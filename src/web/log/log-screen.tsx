import type { ReactNode } from 'react';
import { Waiting } from '../waiting.tsx';

export function LogScreen(): ReactNode {
  return <Waiting />;
}
