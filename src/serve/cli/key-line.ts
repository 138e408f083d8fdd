/** The key that a line stands for: its first character, '' for an empty one. */
export function keyIn(line: string | undefined): string | undefined {
  return line === undefined ? undefined : ([...line][0] ?? '').toLowerCase();
}
