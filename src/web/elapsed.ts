/** Milliseconds since the page was opened; only differences mean anything. */
export function elapsedNow(): number {
  return performance.now();
}
