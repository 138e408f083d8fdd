import type { FaultPoint } from './write-request.ts';

/** The point of a fault campaign and which passing of it ends the process, counted from 1. */
export interface Fault {
  readonly point: FaultPoint;
  readonly passing: number;
}

/** Ends the process at the passing that was named, as a crash would; elsewhere, and when nothing was named, nothing. */
export function faultAt(fault: Fault | undefined): (point: FaultPoint) => void {
  let passed = 0;
  return (point) => {
    if (point !== fault?.point) return;
    passed++;
    if (passed === fault.passing) process.kill(process.pid, 'SIGKILL');
  };
}
