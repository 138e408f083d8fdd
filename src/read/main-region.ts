import type { DraftBlock, HtmlElement } from './draft.ts';
import { attributeOf } from './html-elements.ts';
import { dateLine, isSealLine, namesOffice } from './notice-lines.ts';
import { isBoilerplateLine, isCredit } from './plain-labels.ts';
import { type Part, type Region, regionsOf } from './region-tree.ts';

/**
 * The blocks of a page that are probably its main text (docs/read.md L70 to L76). Every block weighs for or against
 * the elements around it: running text for, links and scraps against. The element with the greatest sum holds the main
 * text; within it, what belongs to the site or only speaks about the article is left out.
 */
export function labelMarkup(blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  const sizes = blocks.map(measure);
  const proseSizes = new Map(sizes.map(({ block, prose, size }) => [block, prose ? size : 0]));
  const { all, of } = regionsOf(blocks, (block) => proseSizes.get(block) ?? 0);
  const placed = sizes.map((each): Measured => {
    const region = of.get(each.block);
    const outside = each.block.aside === true || each.block.kind === 'control';
    return { ...each, region, part: outside ? 'frame' : (region?.part ?? 'text') };
  });
  const measured = withoutTeasers(placed);
  const first = chooseWith(admittedParts(measured, isForum(all)), all, measured);
  const share =
    proseSum(first) / Math.max(1, proseSum(measured.filter(({ part }) => part !== 'frame' && part !== 'comments')));
  // Pages that are no article (a front page, a shop, a service) have their text in what articles only carry along.
  const kept = share >= LITTLE ? first : chooseWith(new Set<Part>(['text', 'aside', 'about']), all, measured);
  const chosen = kept.length > 0 ? kept : measured.filter(({ part }) => part === 'text');
  return (wholePage(chosen, all, measured) ?? chosen).map(({ block }) => block);
}

/** So little running text that the page can be one of cards: short lines below headings, none of them a paragraph. */
const FEW_SENTENCES = 400;

/**
 * All that a page says outside its menus, where what was chosen is little by itself and a small part of that: products,
 * offers and front pages have no paragraphs to find their text by. Undefined for every other page.
 */
function wholePage(
  chosen: readonly Measured[],
  all: readonly Region[],
  measured: readonly Measured[],
): readonly Measured[] | undefined {
  if (proseSum(chosen) >= FEW_SENTENCES) return undefined;
  const main = new Set<Region | undefined>();
  // Parents come before their children.
  for (const region of all) if (isMain(region.element) || main.has(region.parent)) main.add(region);
  const said = measured.filter((each) => (main.size === 0 || main.has(each.region)) && isSaid(each));
  const text = said.filter(({ part }) => part === 'text');
  const whole = sizeSum(text) * 2 >= sizeSum(said) ? text : said;
  return sizeSum(chosen.filter(isSaid)) < LITTLE * sizeSum(whole) ? whole : undefined;
}

function isMain(element: HtmlElement): boolean {
  return element.tagName === 'main' || attributeOf(element, 'role') === 'main';
}

function isSaid({ block, part, linked }: Measured): boolean {
  return (
    (part === 'text' || part === 'aside' || part === 'about') &&
    linked <= 0.5 &&
    block.kind !== 'control' &&
    block.kind !== 'caption' &&
    !isBoilerplateLine(block.text) &&
    !isCredit(block.text) &&
    !isConsent(block.text)
  );
}

function sizeSum(list: readonly Measured[]): number {
  return list.reduce((total, { size }) => total + size, 0);
}

/** So many linked titles with a paragraph each are a list of other pages. */
const TEASERS = 6;

/** Marks lists of teasers: a linked title, one paragraph, perhaps a scrap or two, and the next linked title. */
function withoutTeasers(measured: readonly Measured[]): readonly Measured[] {
  const teasers = new Set<Measured>();
  let run: Measured[] = [];
  let titled = false;
  let scraps = 0;
  const end = () => {
    if (run.length >= TEASERS) for (const each of run) teasers.add(each);
    run = [];
    titled = false;
    scraps = 0;
  };
  for (const each of measured) {
    if (each.prose) {
      if (!titled) end();
      else run.push(each);
      titled = false;
      scraps = 0;
    } else if (each.linked > 0.9 && each.size >= 20) {
      titled = true;
      scraps = 0;
    } else if (++scraps > 4) end();
  }
  end();
  return measured.map((each) => (teasers.has(each) && each.part === 'text' ? { ...each, part: 'aside' } : each));
}

const LITTLE = 0.35;

function chooseWith(
  parts: ReadonlySet<Part>,
  all: readonly Region[],
  measured: readonly Measured[],
): readonly Measured[] {
  const best = heaviestRegion(all, measured, parts);
  // Parents come before their children, so one pass finds all that lies within.
  const within = new Set<Region | undefined>(best === undefined ? [] : [best]);
  for (const region of all) if (within.has(region.parent) && region.parent !== undefined) within.add(region);
  return filterInside(
    measured.filter(({ region }) => best === undefined || within.has(region)),
    parts,
  );
}

function proseSum(list: readonly Measured[]): number {
  return list.reduce((total, { prose, size }) => total + (prose ? size : 0), 0);
}

interface Measured {
  readonly block: DraftBlock;
  readonly region: Region | undefined;
  readonly part: Part;
  /** Characters that are not white space; East Asian ones count twice. */
  readonly size: number;
  /** Share of them inside links. */
  readonly linked: number;
  /** Running text: long enough, with the punctuation of sentences, not made of links. */
  readonly prose: boolean;
}

const PROSE_SIZE = 60;

function measure(block: DraftBlock): Omit<Measured, 'region' | 'part'> {
  const visible = block.text.replace(/\s+/g, '');
  const wide = visible.match(/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const size = visible.length + wide;
  const linked = visible.length === 0 ? 0 : Math.min(1, block.linked / visible.length);
  const sentence = /[.!?。！？…:：;；,，、]["'”’」』)）]*(?:\s|$)/.test(block.text);
  // Posts in Chinese often part clauses by spaces alone, and a sentence of it takes fewer characters.
  const eastAsian = wide * 2 > visible.length && wide >= 20;
  const prose =
    (eastAsian || (size >= PROSE_SIZE && sentence)) &&
    linked < 0.5 &&
    block.kind !== 'heading' &&
    block.kind !== 'caption' &&
    !isBoilerplateLine(block.text) &&
    !isCredit(block.text) &&
    !isConsent(block.text);
  return { block, size, linked, prose };
}

/** Notices of consent read like text; where an article is about cookies, what stands around keeps its paragraphs. */
function isConsent(text: string): boolean {
  return (
    /\bcookies?\b/i.test(text) &&
    /\b(?:websites?|sites?|browser|preferences|experience|consent|advertis\w+)\b/i.test(text)
  );
}

/** So little running text outside comments that there is no article to comment on. */
const NO_ARTICLE = 300;

/**
 * Which parts count as text on this page. Comments do where they are the page: in a forum, or where "comments" are
 * what the site calls the long answers of its authors. Readers' comments are told by the line that dates each of them.
 */
function admittedParts(measured: readonly Measured[], stated: boolean): ReadonlySet<Part> {
  const text = proseSum(measured.filter(({ part }) => part === 'text'));
  const comments = measured.filter(({ part }) => part === 'comments');
  const prose = comments.filter((each) => each.prose);
  const stamps = comments.filter((each) => !each.prose && COMMENT_STAMP.test(each.block.text)).length;
  const answers = prose.length >= 3 && proseSum(prose) / prose.length >= 350 && stamps * 10 <= prose.length;
  const forum = stated || (text < NO_ARTICLE && proseSum(prose) > text);
  return new Set<Part>(answers || forum ? ['text', 'comments'] : ['text']);
}

/** Whether the page's own markup says that it is a thread of a forum, whose posts are marked as comments on the first. */
function isForum(all: readonly Region[]): boolean {
  return all.some(({ element }) =>
    /schema\.org\/DiscussionForumPosting\b/.test(attributeOf(element, 'itemtype') ?? ''),
  );
}

const COMMENT_STAMP =
  /\b(?:says?|said|wrote|replied|reply|repl(?:y|ies)|ago|likes?|flag|report|permalink|log in)\b|\b\d{1,2}:\d{2}\b|\b(?:19|20)\d\d\b|回复|回覆|답글|신고|赞|前$|전$/i;

function heaviestRegion(
  all: readonly Region[],
  measured: readonly Measured[],
  parts: ReadonlySet<Part>,
): Region | undefined {
  const sums = new Map<Region, number>();
  for (const each of measured) {
    if (each.region !== undefined) sums.set(each.region, (sums.get(each.region) ?? 0) + weightOf(each, parts));
  }
  // Parents come before their children, so going backwards every sum is complete before it is passed on.
  for (let i = all.length - 1; i >= 0; i--) {
    const region = all[i];
    if (region?.parent !== undefined) sums.set(region.parent, (sums.get(region.parent) ?? 0) + (sums.get(region) ?? 0));
  }
  const heaviest = greatest(all, sums);
  if (heaviest === undefined) return undefined;
  // Where comments are the text, no one part is named as its body.
  if (parts.has('comments')) return heaviest;
  const named = greatest(
    all.filter((region) => region.named),
    sums,
  );
  return named !== undefined && (sums.get(named) ?? 0) >= 0.6 * (sums.get(heaviest) ?? 0) ? named : heaviest;
}

/** The region with the greatest sum, the innermost of equals. */
function greatest(regions: readonly Region[], sums: ReadonlyMap<Region, number>): Region | undefined {
  let best: Region | undefined;
  for (const region of regions) {
    const sum = sums.get(region) ?? 0;
    if (sum > 0 && (best === undefined || sum >= (sums.get(best) ?? 0))) best = region;
  }
  return best;
}

function weightOf({ block, part, size, linked, prose }: Measured, parts: ReadonlySet<Part>): number {
  if (!parts.has(part)) return 0;
  if (prose) return Math.min(600, size * (1 - linked));
  if (block.kind === 'heading') return linked > 0.5 ? -10 : 5;
  if (linked > 0.5) return -4;
  return size >= 30 ? 0 : -2;
}

function filterInside(inside: readonly Measured[], parts: ReadonlySet<Part>): readonly Measured[] {
  const firstProse = inside.findIndex((each) => each.prose && parts.has(each.part));
  const lastProse = inside.findLastIndex((each) => each.prose && parts.has(each.part));
  if (firstProse < 0) return [];
  const closing = closingLength(inside.slice(lastProse + 1, lastProse + 6).map(({ block }) => block.text));
  const keep = inside.map(
    (each, i) =>
      isKept(each, i, firstProse, lastProse, parts) ||
      (i > lastProse && i <= lastProse + closing && parts.has(each.part)),
  );
  // A heading stays with what it names: it goes when that goes.
  for (let i = inside.length - 1; i >= 0; i--) {
    if (inside[i]?.block.kind === 'heading' && keep[i] === true) keep[i] = keep[i + 1] === true;
  }
  return inside.filter((_, i) => keep[i]);
}

/** How many blocks after the last text are its signature: an office and a date, and nothing else (docs/read.md L80). */
function closingLength(texts: readonly string[]): number {
  let offices = 0;
  let dates = 0;
  let length = 0;
  for (const text of texts) {
    const lines = text.length <= 400 ? text.split('\n').map((line) => line.trim()) : [text];
    if (!lines.every((line) => dateLine(line) !== undefined || isSealLine(line) || namesOffice(line))) break;
    offices += lines.filter((line) => namesOffice(line)).length;
    dates += lines.filter((line) => dateLine(line) !== undefined).length;
    length++;
  }
  return offices > 0 && dates === 1 ? length : 0;
}

function isKept(each: Measured, at: number, firstProse: number, lastProse: number, parts: ReadonlySet<Part>): boolean {
  const { block, part, linked, prose, size } = each;
  // The names of those who answer stand in profiles, which are no text anywhere else.
  const speaker = block.kind === 'heading' && part === 'about' && parts.has('comments');
  if ((!parts.has(part) && !speaker) || block.kind === 'control' || block.kind === 'caption') return false;
  if (isBoilerplateLine(block.text) || isCredit(block.text)) return false;
  if (prose) return true;
  if (block.kind === 'heading') return at <= lastProse;
  if (linked > 0.6) return false;
  if (at < firstProse) return false;
  if (at > lastProse) return block.kind !== 'paragraph' && size >= 20;
  return true;
}
