import type { ReactNode } from 'react';
import { Waiting } from '../waiting.tsx';

export function SettingsScreen(): ReactNode {
  return <Waiting />;
}
