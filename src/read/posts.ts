import { ANSWERS, NAMED_POSTER, POSTERS, THREAD_HEAD } from './data/post-words.ts';
import { LEAD_IN } from './data/translation-cues.ts';
import type { Block, Found, Metadata } from './layer.ts';
import { matchesIn } from './matches.ts';
import { LABELS } from './mentions/data/chinese.ts';
import { inlineHeaderOf, isHandle, isPostingTime, type PostHeader, postHeaderOf } from './post-header.ts';
import { findStatedDate, type StatedDay } from './stated-date.ts';
import { columnsOf } from './text-lines.ts';
import { translationPairsOf } from './translation-pairs.ts';

/** What somebody posted: the blocks of it, with the header above or below. */
export interface Post {
  /** Indexes into the blocks that were given; `end` is the first block that is not part of it. */
  readonly first: number;
  readonly end: number;
  /** The name that they post under: not theirs, and not to be shown. */
  readonly handle: Found;
  readonly date?: Found;
  /** The day without a year, and where the header stands that says it. */
  readonly day?: StatedDay & { readonly line: number };
  /** Index of the post that it answers. */
  readonly answers?: number;
}

/**
 * The posts that a text consists of or quotes (docs/read.md L84): under a line of handle and time; after a label, where the
 * text leads into posts or the label can be nothing else; after a sentence that names a user and ends with a colon. A post
 * in an article is one paragraph, or quotations that follow one another, with its rendering in another script; in
 * a thread it goes on to the next header.
 */
export function postsOf(text: string, body: readonly Block[], metadata: Metadata): readonly Post[] {
  const headed = headedPosts(text, body, metadata);
  const taken = new Set(headed.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, i) => first + i)));
  const labelled = labelledPosts(text, body, taken);
  const posts = [...headed, ...labelled].sort((a, b) => a.first - b.first);
  return answering(text, body, posts.length > 0 ? posts : partsOfOne(text, body));
}

/** How many blocks may stand above the first part of a thread. */
const HEAD_BLOCKS = 5;
const FIRST_PART = /^[(（[]?1\s?[/／](?:\s?\d{1,2})?[)）\].]?\s/u;
/** A handle, and not what stands behind the name in an address of mail. */
const HANDLES = /(?<![\p{L}\p{N}._-])@[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,39}/gu;

/** Numbered parts below a head that names one handle, in whatever line: all of them are by that one. */
function partsOfOne(text: string, body: readonly Block[]): readonly Post[] {
  const first = body
    .slice(0, HEAD_BLOCKS + 1)
    .findIndex(({ start, end }) => FIRST_PART.test(text.slice(start, Math.min(end, start + 12))));
  const at = body[first]?.start;
  if (at === undefined || body.filter((block) => isNumberedPart(text, block)).length < THREAD) return [];
  const found = matchesIn(text.slice(0, at), HANDLES);
  const [handle] = found;
  if (handle === undefined || new Set(found.map(([value]) => value)).size > 1) return [];
  const value = handle[0].replace(/[.-]+$/u, '');
  const { index } = handle;
  return [{ first: 0, end: body.length, handle: { value, from: 'byline', start: index, end: index + value.length } }];
}

interface Header {
  readonly i: number;
  readonly handle: Found;
  readonly date: Found | undefined;
  readonly day: Post['day'];
  readonly certain: boolean;
  readonly below: boolean;
  /** Whether the line was taken for that of the article's author. */
  readonly isByline?: boolean;
}

/** So many headers make a thread; fewer stand in an article. */
const THREAD = 3;

function headedPosts(text: string, body: readonly Block[], metadata: Metadata): readonly Post[] {
  // A date that only stands somewhere in the head is no byline: it may be that of the first post.
  const dateline = metadata.date?.from === 'body' ? undefined : metadata.date?.start;
  const byline = metadata.author?.start ?? dateline;
  const read = body.flatMap((block, i): readonly Header[] => {
    if (!isPlain(block)) return [];
    const isByline = byline !== undefined && block.start <= byline && byline < block.end;
    const newline = text.slice(block.start, Math.min(block.end, block.start + 101)).indexOf('\n');
    const end = newline < 0 ? block.end : block.start + newline;
    const inline = inlineHeaderOf(text.slice(block.start, Math.min(block.end, block.start + 160)));
    if (inline !== undefined && columnsOf(text.slice(block.start + inline.handle.end, end)) > 16)
      return [{ ...headerFor(inline, i, block), isByline }];
    if (end - block.start > 100) return [];
    const header = headerInTwoLines(text, body, i, end) ?? postHeaderOf(text.slice(block.start, end));
    if (header === undefined) return [];
    const below = /^[—–―-]/.test(text.slice(block.start, block.start + 1));
    if (!below && end === block.end && !isSaid(text, body[isPartNumber(text, body[i + 1]) ? i + 2 : i + 1])) return [];
    if (below && !isSaid(text, body[i - 1])) return [];
    return [{ ...headerFor(header, i, block), below, isByline }];
  });
  // The line that says who wrote the article heads no post, unless others like it head more of them.
  const others = read.filter(({ isByline }) => isByline !== true).length;
  const headers = read.filter(({ isByline }) => isByline !== true || others >= 2);
  const doubtful = headers.filter(({ certain }) => !certain).length;
  const isHandled = headers.length - doubtful >= 2;
  const kept = headers.filter(
    ({ certain, handle }) => certain || doubtful >= 2 || (isHandled && handle.value.startsWith('@')),
  );
  const [first] = kept;
  const thread = kept.length >= THREAD || (first !== undefined && isThreadOfOne(text, body, first));
  return kept.map((header, k): Post => {
    const { i, handle, date, day } = header;
    const span = header.below
      ? { first: i - 1, end: i + 1 }
      : { first: i, end: endOfPost(text, body, i, kept[k + 1]?.i, thread) };
    return { ...span, handle, ...(date && { date }), ...(day && { day }) };
  });
}

/** A head that says "thread", and below it parts that are numbered: all of them are by the one who is named. */
function isThreadOfOne(text: string, body: readonly Block[], { i: at, certain, below }: Header): boolean {
  if (!certain || below || at > 2) return false;
  const head = text.slice(0, body[at]?.end ?? 0);
  const numbered = body
    .slice(at)
    .filter(({ start, end }) =>
      /^[(（]?\d{1,2}\s?[/／.)）]|[(（]?\d{1,2}\s?[/／]\s?\d{1,2}[)）]?$/.test(text.slice(start, end)),
    );
  return (
    numbered.length >= 3 ||
    (/thread|串文|長文|长文|討論串|讨论串|타래|스레드|쓰레드/iu.test(head) && numbered.length >= 1)
  );
}

function headerFor(header: PostHeader, i: number, block: Block): Header {
  const found = (place: { readonly value: string; readonly start: number; readonly end: number }): Found => ({
    value: place.value,
    from: 'byline',
    start: block.start + place.start,
    end: block.start + place.end,
  });
  const { handle, date, day, certain } = header;
  return {
    i,
    handle: found(handle),
    date: date && found(date),
    day: day && { ...day, line: block.start },
    certain,
    below: false,
  };
}

/** A name alone, and when below it: in the next line, or in a block of its own. */
function headerInTwoLines(text: string, body: readonly Block[], at: number, end: number): PostHeader | undefined {
  const block = body[at];
  const name = text.slice(block?.start, end).trim();
  const lines =
    block === undefined
      ? undefined
      : headerInThreeLines(text.slice(block.start, Math.min(block.end, block.start + 200)));
  if (lines !== undefined) return lines;
  if (block === undefined || THREAD_HEAD.test(name) || !isHandle(name.replace(/^@/, ''))) return undefined;
  const next = body[at + 1];
  const below =
    end < block.end
      ? text.slice(end + 1, Math.min(block.end, end + 80)).split('\n')[0]
      : next && text.slice(next.start, Math.min(next.end, next.start + 80));
  const time = below?.trim();
  return time !== undefined && isPostingTime(time) ? postHeaderOf(`${name} ${time}`) : undefined;
}

/** A display name, the handle below it, and when below that. */
function headerInThreeLines(words: string): PostHeader | undefined {
  const [name = '', second = '', third = ''] = words.split('\n');
  const handle = /^\s{0,4}(@[\p{L}\p{N}_][\p{L}\p{N}_.-]{1,39})\s*$/u.exec(second)?.[1];
  if (handle === undefined || name.length > 60 || /[.!?。！？:：]$/.test(name.trim()) || !isPostingTime(third.trim()))
    return undefined;
  const start = name.length + 1 + second.indexOf(handle);
  const found = findStatedDate(third);
  const offset = name.length + 1 + second.length + 1;
  return {
    handle: { value: handle, start, end: start + handle.length },
    ...(found && { date: { value: found.edtf, start: offset + found.start, end: offset + found.end } }),
    certain: true,
  };
}

function isPlain({ kind, label }: Block): boolean {
  return label === 'content' && kind !== 'table-row' && kind !== 'preformatted' && kind !== 'caption';
}

/** `1/6`, `(2)`: the number of a part of a thread, in a line of its own. */
function isPartNumber(text: string, block: Block | undefined): boolean {
  return (
    block !== undefined && /^[(（[]?\d{1,2}(?:\s?[/／]\s?\d{1,2})?[)）\]./]?$/.test(text.slice(block.start, block.end))
  );
}

/** Something said, however short: not a heading, no menu. */
function isSaid(text: string, block: Block | undefined): boolean {
  return (
    block !== undefined &&
    block.kind !== 'heading' &&
    block.kind !== 'table-row' &&
    block.label === 'content' &&
    /\p{L}/u.test(text.slice(block.start, block.end)) &&
    postHeaderOf(text.slice(block.start, Math.min(block.end, block.start + 101))) === undefined
  );
}

function endOfPost(
  text: string,
  body: readonly Block[],
  at: number,
  next: number | undefined,
  thread: boolean,
): number {
  const limit = next ?? body.length;
  const holdsText = text.slice(body[at]?.start, body[at]?.end).includes('\n');
  let end = at + 1;
  // `1/ …`, `2/ …`: one who posts in numbered parts.
  while (!thread && end < limit && isNumberedPart(text, body[end])) end++;
  if (end > at + 2) return end;
  end = at + 1;
  if (!thread && holdsText) return end;
  while (end < limit) {
    const block = body[end];
    // Captions and links stand within a thread; elsewhere what belongs to the page ends a post.
    if (block === undefined || block.kind === 'heading' || (block.label === 'boilerplate' && !thread)) break;
    end++;
    if (!thread && (body[end]?.kind !== 'quotation' || block.kind !== 'quotation')) break;
  }
  return end;
}

function isNumberedPart(text: string, block: Block | undefined): boolean {
  return (
    block !== undefined &&
    block.kind !== 'heading' &&
    /^[(（]?\d{1,2}\s?[/／)）]/.test(text.slice(block.start, block.start + 6))
  );
}

/** `name: text`, and posts that a sentence leads into. */
function labelledPosts(text: string, body: readonly Block[], taken: ReadonlySet<number>): readonly Post[] {
  const renderings = renderingsOf(text, body);
  const repeated = repeatedLabels(text, body);
  const posts: Post[] = [];
  // A lead-in holds for the posts that follow one another below it.
  let led = false;
  let named: Found | undefined;
  let skip = -1;
  for (const [i, block] of body.entries()) {
    if (taken.has(i) || i < skip) continue;
    if (block.kind === 'heading' || !isPlain(block)) {
      led = false;
      named = undefined;
      continue;
    }
    const label = labelIn(text, block);
    const handle =
      label !== undefined && (led || label.telling || repeated.has(label.found.value)) ? label.found : named;
    const isPost = handle !== undefined && (label !== undefined || !isLeadIn(text, block));
    if (isPost) {
      const end = endOfQuoted(body, i, label === undefined, renderings);
      posts.push({ first: i, end, handle });
      skip = end;
      named = undefined;
      continue;
    }
    led = isLeadIn(text, block) && POSTERS.test(tailOf(text, block));
    named = led ? namedIn(text, block) : undefined;
  }
  // One label that looks like a handle and is led into by nothing proves little.
  return posts;
}

/** Labels of a talk: three at least, of two who speak, of whom one speaks again. */
function repeatedLabels(text: string, body: readonly Block[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const block of body) {
    const label = block.kind === 'heading' || !isPlain(block) ? undefined : labelIn(text, block)?.found.value;
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const again = [...counts].filter(([, count]) => count >= 2).map(([label]) => label);
  if (counts.size >= 2 && again.length >= 2) return new Set(again);
  // Under a head that says that posts follow, one who speaks again is enough, and all who speak are meant.
  const saysSo = THREAD_HEAD.test(text.slice(0, body[0]?.end ?? 0).slice(0, 200));
  return new Set(saysSo && again.length >= 1 && counts.size >= 3 ? counts.keys() : []);
}

const LONGEST_LEAD = 400;

function tailOf(text: string, block: Block): string {
  return text.slice(Math.max(block.start, block.end - LONGEST_LEAD), block.end);
}

function isLeadIn(text: string, block: Block): boolean {
  return LEAD_IN.test(text.slice(Math.max(block.start, block.end - 30), block.end));
}

/** `name:` at the beginning of a block. Telling: it has a form that only handles have. */
function labelIn(text: string, block: Block): { readonly found: Found; readonly telling: boolean } | undefined {
  const head = text.slice(block.start, Math.min(block.end, block.start + 44));
  const match = /^(@?[^\s:：][^:：\n]{0,38}?)\s?[:：](?=[^/\d\n]|\n\S|\d{1,3}[^\d:])/u.exec(head);
  const name = match?.[1];
  if (match === null || name === undefined || block.end - block.start - match[0].length < 4) return undefined;
  const bare = name.replace(/^@/, '');
  if (!isHandle(bare) || LABELS.has(bare)) return undefined;
  const telling =
    name.startsWith('@') ||
    /^[\p{Script=Latin}][\p{Script=Latin}\d]*(?:_[\p{Script=Latin}\d]+)+$/u.test(bare) ||
    (/[\p{Script=Han}\p{Script=Hangul}]/u.test(bare) &&
      /\p{Script=Han}\d{2,}$|\p{Script=Hangul}\d{2,}$/u.test(bare) &&
      !/[年月日号號년월일호第제]/.test(bare));
  const alone = name
    .replace(/\s?[(（][^()（）]*[)）]$/u, '')
    .replace(/\s(?:回复|回覆|答复|答覆|답글|에게|reply(?:ing)? to|to|→|>)\s?@.*$/u, '');
  const value = alone === '' ? name : alone;
  return { found: { value, from: 'byline', start: block.start, end: block.start + value.length }, telling };
}

/** The user whom a sentence names before its colon; undefined when it names none, or several. */
function namedIn(text: string, block: Block): Found | undefined {
  const words = tailOf(text, block);
  const match = NAMED_POSTER.exec(words);
  const value = match?.[1] ?? match?.[2];
  if (match === null || value === undefined) return undefined;
  if (NAMED_POSTER.test(words.slice(match.index + match[0].length))) return undefined;
  const start = block.end - words.length + match.index + match[0].lastIndexOf(value);
  return { value, from: 'byline', start, end: start + value.length };
}

/** For each block the one after it that renders it in another script. */
function renderingsOf(text: string, body: readonly Block[]): ReadonlyMap<number, number> {
  const renderings = new Map<number, number>();
  for (const { first, second } of translationPairsOf({ text, blocks: body }))
    if (second.block === first.block + 1) renderings.set(first.block, second.block);
  return renderings;
}

/** A post in an article: one block, or quotations that follow one another; and its rendering. */
function endOfQuoted(
  body: readonly Block[],
  at: number,
  unlabelled: boolean,
  renderings: ReadonlyMap<number, number>,
): number {
  let end = at + 1;
  while (unlabelled && body[at]?.kind === 'quotation' && body[end]?.kind === 'quotation') end++;
  return renderings.has(end - 1) ? end + 1 : end;
}

/** Which post answers which: a name at its beginning that an earlier post has. */
function answering(text: string, body: readonly Block[], posts: readonly Post[]): readonly Post[] {
  const byHandle = new Map<string, number>();
  return posts.map((post, i) => {
    const said = saidIn(text, body, post);
    const name = ANSWERS.exec(said)?.[1];
    const answers = name === undefined ? undefined : byHandle.get(name.toLowerCase());
    byHandle.set(post.handle.value.replace(/^@/, '').toLowerCase(), i);
    return answers === undefined ? post : { ...post, answers };
  });
}

function saidIn(text: string, body: readonly Block[], { first, end, handle }: Post): string {
  const block = body[first];
  if (block === undefined) return '';
  const words = text.slice(block.start, Math.min(block.end, block.start + 200));
  const after =
    handle.end !== undefined && handle.end > block.start && handle.end <= block.end
      ? words.slice(handle.end - block.start)
      : words;
  const line = after.indexOf('\n');
  const inline = line >= 0 ? after.slice(line + 1) : after.replace(/^\s?[:：]\s?/, '');
  const next = body[first + 1];
  return line < 0 && next !== undefined && end > first + 1 && columnsOf(inline) < 60
    ? text.slice(next.start, Math.min(next.end, next.start + 100))
    : inline;
}
