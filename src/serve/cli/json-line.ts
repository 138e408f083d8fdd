/** Controls and formats, which JSON.stringify leaves as they are from U+007F on. */
const DRIVING = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/**
 * A value as one line of JSON that a terminal can be given: what could drive it or turn the line around stands as an
 * escape (RFC 8259, section 7), so whoever parses the line gets every character back.
 */
export function jsonLine(value: object): string {
  return JSON.stringify(value).replace(DRIVING, escaped);
}

function escaped(character: string): string {
  return Array.from(character.split(''), (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}
