const LONGEST = 180;

/**
 * A member's name as its container gives it, made safe: no way out of a folder, no control or bidirectional characters
 * that would show `gpj.exe` as `exe.jpg`. Undefined when nothing is left of it.
 */
export function memberName(given: string): string | undefined {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    // biome-ignore lint/suspicious/noControlCharactersInRegex: looking for control characters is the point
    .replace(/[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  if (clean === '' || /^\.+$/.test(clean)) return undefined;
  if (clean.length <= LONGEST) return clean;
  const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(clean)?.[0] ?? '';
  return `${clean.slice(0, LONGEST - ending.length).toWellFormed()}${ending}`;
}

/** Gives each name once: the second `a.txt` becomes `a (2).txt`. */
export function distinctNames(): (name: string) => string {
  const taken = new Map<string, number>();
  return (name) => {
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    if (count === 1) return name;
    const dot = name.lastIndexOf('.');
    const other = dot > 0 ? `${name.slice(0, dot)} (${count})${name.slice(dot)}` : `${name} (${count})`;
    taken.set(other, (taken.get(other) ?? 0) + 1);
    return other;
  };
}
