import type { Span } from '../anchor.ts';
import { isPublication } from '../imprint.ts';
import { GAVE_IT, REPORTED_IT } from './data/afterwards-words.ts';
import { AGENCY } from './data/source-words.ts';
import type { ReadLanguage, SourceWords } from './findings.ts';

/** A stretch of a paragraph, and whose it was, as a sentence behind it says. */
export interface SaidAfterwards {
  /** Within the sentence that says so, or from the beginning of its paragraph. */
  readonly from: number;
  readonly to: number;
  readonly sources: readonly SourceWords[];
}

/** What such a sentence has at least; most paragraphs have none of it. */
const SIGN =
  /上述|以上|这些|這些|这一|這一|有关|有關|相关|相關|[—，；](?:这|這)(?:是|系)|(?:figures|numbers|details|findings|counts?|what|how)\b|(?:내용|수치|사실|통계|숫자|집계|이야기|소식)(?:은|는|이?라)/u;

/**
 * Whose a paragraph says that what stands before was (docs/read-claims.md RC13): the body that gave it, or an agency and whoever it had it from. Undefined
 * when no sentence says so.
 */
export function saidAfterwards(
  text: string,
  sentences: readonly Span[],
  lang: ReadLanguage,
): SaidAfterwards | undefined {
  for (const { start, end } of sentences) {
    const words = text.slice(start, Math.min(end, start + 400));
    if (!SIGN.test(words)) continue;
    const reported = REPORTED_IT[lang].exec(words);
    if (reported !== null) {
      const [, first = '', second = ''] = reported;
      const [carrier, teller] = lang === 'zh' ? [first, second] : [second, first];
      const role = AGENCY.test(carrier) ? 'agency' : isPublication(carrier) ? 'newspaper' : 'speaker';
      return {
        from: reported.index > 0 ? start : 0,
        to: start + reported.index,
        sources: [
          sourceAt(text, start, { name: teller, link: { role: 'quoted-source', name: null, type: 'anonymous' } }),
          sourceAt(text, start, { name: carrier, link: { role, name: carrier, type: 'media' } }),
        ],
      };
    }
    for (const pattern of GAVE_IT[lang]) {
      const name = pattern.exec(words)?.[1]?.trim();
      if (name === undefined) continue;
      const link = { role: 'data-source', name, type: 'organisation' } as const;
      const at = words.search(pattern);
      return { from: at > 0 ? start : 0, to: start + at, sources: [sourceAt(text, start, { name, link })] };
    }
  }
  return undefined;
}

function sourceAt(
  text: string,
  from: number,
  { name, link }: { readonly name: string; readonly link: SourceWords['link'] },
): SourceWords {
  const start = text.indexOf(name, from);
  return { start, end: start + name.length, link };
}
