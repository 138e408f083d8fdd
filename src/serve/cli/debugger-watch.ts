/** Tells, whenever it is asked, whether a debugger listens in this process; never, in a Node that was built without one. */
export async function debuggerWatch(): Promise<() => boolean> {
  if (!process.features.inspector) return () => false;
  const { url } = await import('node:inspector');
  return () => url() !== undefined;
}
