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

/**
 * Computes once for each thing and keeps the result as long as the thing is there. Both must never change: a theme pack is
 * indexed once, not for every document that it reads.
 */
export function oncePer<Key extends object, T>(compute: (key: Key) => T): (key: Key) => T {
  const held = new WeakMap<Key, { readonly value: T }>();
  return (key) => {
    let kept = held.get(key);
    if (kept === undefined) {
      kept = { value: compute(key) };
      held.set(key, kept);
    }
    return kept.value;
  };
}

/** Computes once for each word of a list that a program holds, such as its tags; never for the words of a text, of which there is no end. */
export function onceOf<T>(compute: (word: string) => T): (word: string) => T {
  const held = new Map<string, { readonly value: T }>();
  return (word) => {
    let kept = held.get(word);
    if (kept === undefined) {
      kept = { value: compute(word) };
      held.set(word, kept);
    }
    return kept.value;
  };
}
