import type { Span } from '../anchor.ts';
import { sought } from '../sought.ts';
import { linesOf } from '../text-lines.ts';
import {
  CREDIT_DEEDS,
  CREDIT_SMALL_WORDS,
  CREDIT_TAILS,
  DATELINES,
  LABELS,
  REFERENCE_HEADS,
  REFERENCES,
  RESIDUE,
  TURN,
} from './data/residue-words.ts';
import { type ReadLanguage, within } from './findings.ts';
import type { Sentence } from './sentence-parts.ts';

/** Credits, closings and calls are short; a longer line is text, whatever it begins with. UTF-16 units. */
const LONGEST = 260;
const LONGEST_FORMULA = 170;

/**
 * The stretches of a block that may say something of the world, in text order: the block without the lines that stand around what a
 * text says (docs/read-claims.md RC11). `listsWorks` is whether a heading above the block says that works of others follow.
 */
export function spokenSpans(
  text: string,
  block: Span,
  { lang, listsWorks }: { readonly lang: ReadLanguage; readonly listsWorks: boolean },
): { readonly spans: readonly Span[]; readonly listsWorks: boolean } {
  const words = text.slice(block.start, block.end);
  // Text of some length in one line, as most paragraphs are: its sentences are asked one by one.
  if (!listsWorks && words.length > LONGEST && !words.includes('\n')) return { spans: [block], listsWorks };
  const lines = linesOf(words);
  const entries = contentsIn(lines.map((line) => line.text));
  let works = listsWorks;
  const spans: Span[] = [];
  let open: { start: number; end: number } | undefined;
  for (const [i, line] of lines.entries()) {
    const said = line.text.trim();
    const isHead = REFERENCE_HEADS.test(said);
    works = isHead || (works && (said === '' || isWork(said, lang)));
    if (said === '') continue;
    if (works || entries.has(i) || isResidueLine(said, lang)) {
      if (open !== undefined) spans.push(open);
      open = undefined;
      continue;
    }
    const start = block.start + line.start + line.text.indexOf(said);
    if (open !== undefined && LIST_MARKS.test(said)) {
      spans.push(open);
      open = undefined;
    }
    open = { start: open?.start ?? start, end: start + said.length };
  }
  if (open !== undefined) spans.push(open);
  return { spans, listsWorks: works };
}

/** A line of several sentences may begin with a courtesy and go on with a statement: then each sentence is asked. */
function isResidueLine(line: string, lang: ReadLanguage): boolean {
  if (line.length > LONGEST) return false;
  if (isOfSeveral(line)) return namesWork(line, lang) || isNamesOfMakers(line) || isContact(line);
  return isResidue(line, lang);
}

function isOfSeveral(line: string): boolean {
  return /[.!?]["”’)\]]*\s+["“‘([]?[\p{Lu}\p{Lo}]|[。！？]["”’」』)）]*[^"”’」』)）\s]/u.test(line);
}

/** Whether a line or sentence stands around what a text says, and says nothing of the world itself. */
function isResidue(line: string, lang: ReadLanguage): boolean {
  if (line.length > LONGEST) return false;
  const words = line.replace(/^(?:[\s•●○▲△■◆►▶*·–—-]+|\(?\d{1,2}[.)]\s)(?=\S)/u, '').trim();
  if (namesWork(words, lang) || isNamesOfMakers(words) || isStageDirection(words) || isContact(words)) return true;
  if (isListed(words, lang)) return true;
  // `CHAIR: Over to you.`
  const label = /^[^:：\d。]{1,20}[:：]\s?(?=\S)/u.exec(words)?.[0].length ?? 0;
  return label > 0 && isListed(words.slice(label), lang);
}

function isListed(words: string, lang: ReadLanguage): boolean {
  // What is longer is a list behind a label, or text.
  if (words.length > LONGEST_FORMULA && !/^.{1,24}[:：]/u.test(words)) return false;
  return (
    RESIDUE[lang].some((pattern) => pattern.test(words)) ||
    (lang !== 'en' && /^[ -~\s©—–’“”]/u.test(words) && isListed(words, 'en'))
  );
}

function namesWork(words: string, lang: ReadLanguage): boolean {
  return /\d/.test(words) && REFERENCES[lang].some((pattern) => pattern.test(words));
}

/** Sentences as far as they lie in spoken stretches, without those that only stand around them, and without their edges. */
export function spokenSentences(
  text: string,
  sentences: readonly Sentence[],
  { spans, lang }: { readonly spans: readonly Span[]; readonly lang: ReadLanguage },
): readonly Sentence[] {
  const found: Sentence[] = [];
  let at = 0;
  for (const sentence of sentences) {
    while (at < spans.length && (spans[at]?.end ?? 0) <= sentence.start) at++;
    for (let i = at; i < spans.length && (spans[i]?.start ?? 0) < sentence.end; i++) {
      const span = spans[i] ?? sentence;
      const piece = { start: Math.max(span.start, sentence.start), end: Math.min(span.end, sentence.end) };
      // A line that is one sentence was asked as a line.
      const isAsked = piece.start === span.start && piece.end === span.end && piece.end === sentence.end;
      if (!isAsked && isResidue(text.slice(piece.start, piece.end), lang)) continue;
      const bare = withoutEdges(text, piece, lang);
      if (bare.start === sentence.start && bare.end === sentence.end) found.push(sentence);
      else if (bare.end > bare.start && !isResidue(text.slice(bare.start, bare.end), lang))
        found.push({
          ...bare,
          tokens: within(sentence.tokens, bare),
          // What stands before the credit of a picture is told of the picture.
          labelled: bare.end < piece.end || isLabelled(text.slice(piece.start, piece.end), lang),
        });
    }
  }
  return found;
}

/** A sentence without its edges that only say where, by whom and as what it is printed: dateline, label, hour, credit. */
function withoutEdges(text: string, span: Span, lang: ReadLanguage): Span {
  let { start, end } = span;
  const before = [TURN, DATELINES[lang], LABELS[lang], HASHTAGS, CLOCK];
  for (const pattern of before) {
    const found = pattern.exec(text.slice(start, Math.min(end, start + 140)));
    if (found !== null && found.index === 0 && start + found[0].length < end) start += found[0].length;
  }
  const tail = CREDIT_TAILS[lang].exec(text.slice(Math.max(start, end - 90), end));
  if (tail !== null && tail[0].length > 1) end = Math.max(start, end - tail[0].length);
  return { start, end };
}

/** Whether words begin with the label of a note, a correction, a picture. */
function isLabelled(words: string, lang: ReadLanguage): boolean {
  return LABELS[lang].test(words);
}

/** How a line of a list begins: it is a statement apart from the line before. */
const LIST_MARKS =
  /^(?:[•●○▲△■◆►▶*·–—-]\s|\(?(?:\d{1,3}|\p{Ll}|[ivx]{1,5})[.)]\s|\d{1,3}\/\s|[①-⑳]|[（(]?[一二三四五六七八九十]{1,3}[)）、.]|[가나다라마바사아자차카타파하][.)]\s)/u;

/** The ticks of a live report, `09:40`, and the words under which a post is filed, `#border`. */
const CLOCK = /^\d{1,2}[:.]\d{2}(?:\s?(?:[ap]\.?m\.?|GMT|UTC|CET|EST))?(?:\s[-–—:|])?\s(?=\D)/iu;
const HASHTAGS = /^(?:#[\p{L}\p{N}_]+#?\s+)+/u;

/** `(Reporting by A B in C; editing by D E)`: a deed, and names. */
function isNamesOfMakers(words: string): boolean {
  const bare = words.replace(/^[([]|[)\].]+$/gu, '');
  const deed = CREDIT_DEEDS.exec(bare);
  if (deed === null) return false;
  const rest = bare.slice(deed[0].length).match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];
  return rest.length > 0 && rest.every((word) => /^\p{Lu}/u.test(word) || CREDIT_SMALL_WORDS.has(word.toLowerCase()));
}

/** `[Laughter]`, `(Break for coffee)`: a few words in brackets, without a number. */
function isStageDirection(words: string): boolean {
  if (words.length > 40 || !/^[([（【]/u.test(words)) return false;
  return /^.[^()[\]（）【】\d]{1,36}[)\]）】]\.?$/u.test(words) && (words.match(/\s/g) ?? []).length <= 3;
}

const ADDRESS = sought(/[\w.+-]+@[\w-]+\.[\w.]{2,}|\b(?:www\.|https?:\/\/)|\+\d[\d\s-]{6,}/u);

/** A line with an address of mail or telephone, and little else. */
function isContact(words: string): boolean {
  if (!ADDRESS.test(words)) return false;
  const rest = words.replace(/[\w.+-]+@[\w-]+\.[\w.]{2,}|(?:www\.|https?:\/\/)\S+|\+?\d[\d\s()-]{5,}/gu, ' ');
  const spoken = rest.match(/[\p{Script=Latin}\p{N}]+|[\p{Script=Han}\p{Script=Hangul}]{2}/gu) ?? [];
  return spoken.length <= 10;
}

/** The lines of a table of contents: two at least that end with a page, each no smaller than the one before, or with leaders. */
function contentsIn(lines: readonly string[]): ReadonlySet<number> {
  const pages = lines.map((line) => /^(.{2,90}?)(?:\s*[.…·⋯]{3,}\s*|[\s　]+)(\d{1,4}|[ivxlc]{1,6})\s*$/u.exec(line));
  const found = new Set<number>();
  let [last, from] = [0, 0];
  for (const [i, page] of pages.entries()) {
    const number = Number(page?.[2]);
    if (page !== null && /[.…·⋯]{3,}\s*\S+\s*$/u.test(lines[i] ?? '')) found.add(i);
    const goesOn = page !== null && number >= last && !/[.。!?:：]$/.test((page[1] ?? '').trim());
    if (goesOn && i > from) {
      found.add(i - 1);
      found.add(i);
    }
    if (!goesOn) from = page === null ? i + 1 : i;
    last = page === null ? 0 : number;
  }
  return found;
}

/** Of lines below a heading of works: whether one is such a work. What is told in a sentence is text again, also when it has a year. */
function isWork(line: string, lang: ReadLanguage): boolean {
  if (namesWork(line, lang) || /^\[?\d{1,3}[\].]|https?:|\bdoi\b|\[[A-Z]\]/u.test(line)) return true;
  if (!/\b(?:1[6-9]|20)\d\d\b|\d{4}\s?[年년]/u.test(line)) return false;
  return /[:：;「『《“"]|\bpp?\.\s?\d|\(\d{4}[a-z]?\)|\b(?:Press|University|Journal|Vol|Report)\b|出版|출판|논문/u.test(
    line,
  );
}
