import { tagEnd } from './xml.ts';

/** Elements that have no end in HTML. */
const VOID: ReadonlySet<string> = new Set([
  ...['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr'],
]);

const CDATA = '<![CDATA[';

/**
 * XHTML as a parser of HTML reads it: `<title/>` would swallow the rest of the page there, and CDATA would be a comment.
 * Nothing else is changed. One pass.
 */
export function xhtmlAsHtml(source: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    if (source.startsWith(CDATA, at)) {
      const end = source.indexOf(']]>', at);
      if (end < 0) break;
      const text = source.slice(at + CDATA.length, end);
      parts.push(source.slice(from, at), text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
      from = end + 3;
      at = from;
    } else if (source.startsWith('<!--', at)) {
      const end = source.indexOf('-->', at + 4);
      if (end < 0) break;
      at = end + 3;
    } else {
      const end = tagEnd(source, at);
      const name = /^[A-Za-z][\w:.-]{0,60}/.exec(source.slice(at + 1, at + 62))?.[0];
      if (end !== undefined && name !== undefined && source[end - 2] === '/' && !VOID.has(name.toLowerCase())) {
        parts.push(source.slice(from, end - 2), `></${name}>`);
        from = end;
      }
      at = end ?? at + 1;
    }
  }
  parts.push(source.slice(from));
  return parts.join('');
}
