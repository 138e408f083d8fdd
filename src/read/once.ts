/**
 * Computes on first use and keeps the result, for tables that cost time and that not every text needs. What is kept
 * must never change, so that tests and workspaces may share it.
 */
export function once<T>(compute: () => T): () => T {
  let held: { readonly value: T } | undefined;
  return () => {
    held ??= { value: compute() };
    return held.value;
  };
}
