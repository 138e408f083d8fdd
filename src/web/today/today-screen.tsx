import type { ReactNode } from 'react';
import { Waiting } from '../waiting.tsx';

export function TodayScreen(): ReactNode {
  return <Waiting />;
}
