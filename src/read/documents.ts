import type { Span } from './anchor.ts';
import { type Closing, closingsOf } from './closing-block.ts';
import { type Contribution, contributionsOf } from './contributions.ts';
import { datedOpenings, labelledPapers } from './dated-openings.ts';
import { numberedYear, paperDateOf } from './head-date.ts';
import { headIssuerOf } from './head-issuer.ts';
import type { Block, DocumentRole, Found, LayerDocument, Metadata } from './layer.ts';
import { dominantLanguage } from './metadata.ts';
import { headLines, isRunningText } from './notice-lines.ts';
import { foreignLead, isSourceNote, labelledOpenings, numberedOpenings, openingOf } from './opening-block.ts';
import { type Post, postsOf } from './posts.ts';
import { dayBefore } from './stated-date.ts';

/**
 * The documents in a layer (docs/read.md L47 to L50, L80 to L84): one, unless the text itself closes or opens several, has
 * speakers, or quotes posts. Documents ascend, do not overlap and leave nothing out. What whoever prints papers writes
 * before, between and after them is a document of its own, without an issuer.
 */
export function documentsOf(text: string, blocks: readonly Block[], metadata: Metadata): readonly LayerDocument[] {
  const body = blocks.filter((block) => block.kind !== 'front-matter' && block.kind !== 'control');
  const parts = partsOf(text, body);
  if (parts.length >= 2) return placed(text, body, metadata, parts);
  const whole = onlyDocument(text, blocks, metadata, body, parts[0]?.closing);
  const contributions = contributionsOf(text, body);
  if (contributions.length > 0)
    return interrupted(
      text,
      body,
      whole,
      contributions.map((each) => spokenBy(each, whole)),
    );
  return interrupted(text, body, whole, postedIn(text, body, whole, postsOf(text, body, metadata)));
}

/** A stretch of the body: a paper, or words of whoever prints it. */
interface Part {
  /** Indexes into the blocks of the body; `end` is the first that is not part of it. */
  readonly first: number;
  readonly end: number;
  readonly closing?: Closing;
  /** Absent for a paper. */
  readonly role?: DocumentRole;
}

/** Papers by their openings and closings, with what stands around them. Empty when nothing closes or opens one. */
function partsOf(text: string, body: readonly Block[]): readonly Part[] {
  const headed = labelledPapers(text, body);
  const heads = new Set(headed.flatMap(({ at, text }) => range(at + 1, text)));
  const closings = closingsOf(text, body).filter(({ first }) => !heads.has(first));
  const closed = new Set(closings.flatMap(({ first, last }) => range(first, last + 1)));
  // What looks like a title above labels may be the signature of the paper before.
  const numbered = numberedOpenings(text, body, { areClosed: closings.length >= 2 });
  const labelled = numbered.length > 0 ? numbered : labelledOpenings(text, body);
  const moved = labelled.map((at) => (closed.has(at) ? at + 1 : at));
  const dated = numbered.length > 0 ? [] : [...datedOpenings(text, body, closed), ...headed.map(({ at }) => at)];
  const openings =
    dated.length + closings.length < 2 ? moved : [...new Set([...moved, ...dated])].sort((a, b) => a - b);
  if (closings.length === 0 && openings.length < 2) return [];
  const opened = new Set(openings);
  const bounds = [...new Set([0, ...openings, ...closings.map(({ last }) => last + 1), body.length])].sort(
    (a, b) => a - b,
  );
  const byEnd = new Map(closings.map((closing) => [closing.last + 1, closing]));
  const stretches = bounds.slice(0, -1).map((first, i) => {
    const end = bounds[i + 1] ?? body.length;
    return { first, end, closing: byEnd.get(end), opens: opened.has(first) };
  });
  const last = stretches.findLastIndex(({ closing, opens }) => closing !== undefined || opens);
  return stretches.flatMap(({ first, end, closing, opens }, i): readonly Part[] => {
    if (closing === undefined && !opens) {
      if (i > last) return afterPapers(text, body, first, end);
      // Before the first opening stand an introduction, or lines of the page, which go with the paper.
      const spoken = hasText(text, body, first, end);
      return i === 0 && !spoken ? [] : [{ first, end, role: spoken ? 'editor-note' : 'note' }];
    }
    const lead = opens ? { notes: 0, end: 0 } : foreignLead(text, body.slice(first, end));
    const paper: Part = { first: first + Math.max(lead.notes, lead.end), end, ...(closing && { closing }) };
    return [
      ...(lead.notes > 0 ? [{ first, end: first + lead.notes, role: 'note' } as const] : []),
      ...(lead.end > lead.notes
        ? [{ first: first + lead.notes, end: first + lead.end, role: 'editor-note' } as const]
        : []),
      paper,
    ];
  });
}

/** After the last paper: notes and lines of the page, or another paper that nothing closes. */
function afterPapers(text: string, body: readonly Block[], first: number, end: number): readonly Part[] {
  const part = body.slice(first, end);
  const heading = part.findIndex((block, i) => block.kind === 'heading' && hasText(text, part, i + 1, i + 4));
  const notes = heading < 0 || part.slice(0, heading + 1).some((block) => isSourceNote(text, block));
  return notes ? [{ first, end, role: 'note' }] : [{ first, end }];
}

function range(first: number, end: number): readonly number[] {
  return Array.from({ length: end - first }, (_, i) => first + i);
}

function hasText(text: string, body: readonly Block[], first: number, end: number): boolean {
  return body
    .slice(first, end)
    .some((block) => block.label === 'content' && isRunningText(text.slice(block.start, block.end)));
}

/** Gives parts their places, from the beginning of the layer to its end. */
function placed(
  text: string,
  body: readonly Block[],
  metadata: Metadata,
  parts: readonly Part[],
): readonly LayerDocument[] {
  const papers = parts.filter(({ role }) => role === undefined).length;
  return parts.map((part, i) => {
    const blocks = body.slice(part.first, part.end);
    const start = i === 0 ? 0 : (blocks[0]?.start ?? 0);
    const end = i === parts.length - 1 ? text.length : (body[part.end - 1]?.end ?? text.length);
    const own =
      part.role === undefined ? namedPaper(text, blocks, part.closing) : hostWords(part.role, metadata, { start, end });
    // One paper is as old as the page says when it does not say so itself; of several, none is.
    const isPapers =
      part.role !== undefined && metadata.date?.from === 'body' && !isWithin(metadata.date, { start, end });
    const date = own.date ?? (papers === 1 && !isPapers ? metadata.date : undefined);
    const title = own.title ?? (papers === 1 ? metadata.title : undefined);
    return {
      start,
      end,
      ...own,
      ...(title && { title }),
      ...(date && { date }),
      language: dominantLanguage(text, blocks) ?? 'und',
    };
  });
}

/** Whether what was found stands in a stretch; what has no place stands in none. */
function isWithin({ start }: Found, span: Span): boolean {
  return start !== undefined && span.start <= start && start < span.end;
}

function namedPaper(text: string, part: readonly Block[], closing: Closing | undefined): Partial<LayerDocument> {
  const opening = openingOf(text, part);
  const date =
    closing?.date ?? opening.date ?? paperDateOf(text, part, undefined) ?? numberedYear(headLines(text, part));
  const issuer = closing?.issuer ?? opening.issuer ?? headIssuerOf(text, part);
  return {
    ...opening,
    ...(date && { date }),
    ...(issuer && { issuer }),
    ...(closing?.copies && { copies: closing.copies }),
  };
}

/** Whoever prints papers says when and under which title, unless it is a paper that says so; who that is, the page tells. */
function hostWords(role: DocumentRole, { title, date }: Metadata, span: Span): Partial<LayerDocument> {
  const isHosts = (found: Found) => found.start === undefined || found.from === 'heading' || isWithin(found, span);
  return { role, ...(title && isHosts(title) && { title }), ...(date && isHosts(date) && { date }) };
}

function onlyDocument(
  text: string,
  blocks: readonly Block[],
  metadata: Metadata,
  body: readonly Block[],
  closing: Closing | undefined,
): LayerDocument {
  const own = closing === undefined ? {} : namedPaper(text, body.slice(0, closing.last + 1), closing);
  const title = metadata.title ?? own.title;
  const issuer = own.issuer ?? (metadata.author === undefined ? headIssuerOf(text, body) : undefined);
  // The text's own closing date is nearer to its words than the date of the page that carries it.
  const paperDate = own.date === undefined && issuer !== undefined ? paperDateOf(text, body, metadata.date) : undefined;
  const date = own.date ?? paperDate ?? metadata.date;
  return {
    start: 0,
    end: text.length,
    ...own,
    ...(issuer && { issuer }),
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    language: dominantLanguage(text, blocks) ?? 'und',
  };
}

/** A stretch of the body that is not the author's, and what is known of it. */
interface Interruption {
  readonly first: number;
  readonly end: number;
  readonly named: Partial<LayerDocument>;
  /** Index of the interruption that it answers. */
  readonly answers?: number;
}

/** Speakers share title and date of the page that carries them. */
function spokenBy({ first, end, speaker, affiliation, turn }: Contribution, whole: LayerDocument): Interruption {
  const { title, date } = whole;
  const role = speaker === undefined && turn === undefined ? 'continuation' : 'contribution';
  const named = {
    ...(title && { title }),
    ...(speaker && { issuer: speaker }),
    ...(date && { date }),
    role,
    ...(affiliation && { affiliation }),
    ...(turn && { turn }),
  } as const;
  return { first, end, named };
}

/**
 * A post is as old as its header says (docs/read.md L86). The date of the page that quotes it is another; in a thread, whose page has no text of
 * its own, it gives the year, and a post that does not say when is as old as the one before it, the first as the page.
 */
function postedIn(
  text: string,
  body: readonly Block[],
  whole: LayerDocument,
  posts: readonly Post[],
): readonly Interruption[] {
  const isThread = posts.length > 1 && !hasText(text, body, 0, posts[0]?.first ?? 0);
  let before = isThread ? whole.date : undefined;
  return posts.map(({ first, end, handle, date: stated, day, answers }) => {
    const date = stated ?? (isThread ? dayIn(day, whole.date) : undefined) ?? before;
    if (isThread) before = date;
    const named = { issuer: handle, ...(date && { date }), role: 'post' } as const;
    return { first, end, named, ...(answers !== undefined && { answers }) };
  });
}

function dayIn(day: Post['day'], date: Found | undefined): Found | undefined {
  const value = day && date && dayBefore(day, date.value);
  return day && value ? { value, from: 'byline', start: day.line + day.start, end: day.line + day.end } : undefined;
}

/** A text and what interrupts it, in order: its beginning is the document, what follows between and after goes on with it. */
function interrupted(
  text: string,
  body: readonly Block[],
  whole: LayerDocument,
  stretches: readonly Interruption[],
): readonly LayerDocument[] {
  const documents: LayerDocument[] = [];
  const places: number[] = [];
  const put = (first: number, end: number, named: Partial<LayerDocument>): void => {
    const part = body.slice(first, end);
    const start = documents.length === 0 && first === 0 ? 0 : (body[first]?.start ?? text.length);
    const until = end >= body.length ? text.length : (body[end]?.start ?? text.length);
    if (until > start) documents.push({ ...named, start, end: until, language: dominantLanguage(text, part) ?? 'und' });
  };
  const { title, issuer, date } = whole;
  const goesOn = {
    ...(title && { title }),
    ...(issuer && { issuer }),
    ...(date && { date }),
    role: 'continuation',
  } as const;
  // A thread has no text of its own before its first post, but for its title.
  const leads = stretches.length === 0 || (stretches[0]?.first ?? 0) > 0;
  let at = 0;
  for (const { first, end, named, answers } of stretches) {
    if (first > at) put(at, first, at === 0 ? whole : { ...goesOn, ...(leads && { within: 0 }) });
    places.push(documents.length);
    const answered = answers === undefined ? undefined : places[answers];
    const within = answered ?? (leads && named.role !== undefined ? 0 : undefined);
    put(first, end, { ...named, ...(within !== undefined && { within }) });
    at = end;
  }
  if (at === 0) return [whole];
  if (at < body.length) put(at, body.length, { ...goesOn, ...(leads && { within: 0 }) });
  return documents;
}
