import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { decodeBytes } from '../src/read/charset.ts';
import type { Extract } from './main-text.ts';

/** The reader mode of Firefox, the peer of the main text of pages. */
export const READABILITY = 'Readability 0.6.0 on linkedom 0.18.12';

/** What Readability takes from a page, the encoding decided as for ours; nothing where it takes nothing or fails. */
export function readWithReadability(bytes: Uint8Array): Extract {
  const { document } = parseHTML(decodeBytes(bytes, { mediaType: 'text/html' }).text);
  const article = takenFrom(document);
  if (article === null) return { text: '', found: {} };
  const { title, byline, publishedTime } = article;
  return {
    text: blockText(article.content ?? ''),
    found: {
      ...(title && { title }),
      ...(byline && { author: byline }),
      ...(publishedTime && { date: publishedTime.slice(0, 10) }),
    },
  };
}

function takenFrom(document: ReturnType<typeof parseHTML>['document']): ReturnType<Readability['parse']> {
  try {
    return new Readability(document).parse();
  } catch {
    // It fails on pages without a body, as linkedom gives them; that counts as nothing taken.
    return null;
  }
}

/** Text with its blocks apart: `textContent` alone glues the last word of a paragraph to the first of the next. */
function blockText(html: string): string {
  const apart = html.replace(/<(?:\/(?:p|div|li|h[1-6]|td|th|tr|section|figcaption)|br)\b/gi, '\n$&');
  return parseHTML(`<!doctype html><html><body>${apart}</body></html>`).document.body.textContent ?? '';
}
