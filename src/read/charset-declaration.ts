import { encodingOfLabel } from './charset-label.ts';

/** The HTML standard asks authors to declare within 1,024 bytes; pages in the wild need a little more. */
const DECLARATION_WINDOW = 4096;

/**
 * The encoding that the source declares for itself: XML declaration, `<meta charset>`, `<meta http-equiv>`.
 * Undefined when there is none in the first 4,096 bytes or the label is unknown. Comments are not declarations.
 */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  let head = '';
  for (const byte of bytes.subarray(0, DECLARATION_WINDOW)) head += String.fromCharCode(byte);
  head = withoutComments(head);
  const xml = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head);
  const label = xml?.[1] ?? metaLabel(head);
  if (label === undefined) return undefined;
  const name = encodingOfLabel(label);
  // A declaration readable as ASCII cannot be in UTF-16 (HTML standard, "prescan a byte stream").
  return name?.startsWith('utf-16') || name?.startsWith('utf-32') ? 'utf-8' : name;
}

function metaLabel(head: string): string | undefined {
  for (const match of head.matchAll(/<meta\b([^>]{0,1000})/gi)) {
    const attributes = match[1] ?? '';
    const label = /\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(attributes)?.[1];
    if (label !== undefined && encodingOfLabel(label) !== undefined) return label;
  }
  return undefined;
}

function withoutComments(head: string): string {
  let text = '';
  let from = 0;
  for (;;) {
    const open = head.indexOf('<!--', from);
    if (open < 0) return text + head.slice(from);
    text += head.slice(from, open);
    const close = head.indexOf('-->', open + 4);
    if (close < 0) return text;
    from = close + 3;
  }
}
