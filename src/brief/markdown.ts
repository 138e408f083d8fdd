import type { Brief, BriefSection, Footnote, Segment } from './brief.ts';
import type { PublishableText } from './disclosure.ts';
import { printable } from './printable.ts';
import {
  cautionsOf,
  heldBackLine,
  instantWords,
  leftOutLine,
  plainHeading,
  positionWords,
  roleWords,
  searchedLine,
  WARNING,
} from './wording.ts';

/** The draft as Markdown (CommonMark with footnotes). Words of sources are escaped: none of them becomes markup or a link. */
export function briefToMarkdown(brief: Brief): string {
  const sentences = brief.sections.flatMap((section) => section.sentences);
  const leftOut = leftOutLine(brief);
  const lines = [
    `**${WARNING}**`,
    '# Draft brief',
    brief.about === undefined ? 'About: words that are not shown' : `About: ${escaped(brief.about)}`,
    `Drafted ${instantWords(brief.at)}. ${searchedLine(brief)}`,
    heldBackLine(brief),
    ...(leftOut === undefined ? [] : [leftOut]),
    ...brief.sections.flatMap(sectionLines),
    ...(sentences.length === 0 ? ['There is no sentence to draft.'] : []),
    '## What this draft is',
    cautionsOf(brief)
      .map((caution) => `- ${caution}`)
      .join('\n'),
    ...sentences.map(({ number, note }) => footnoteLines(number, note)),
    `**${WARNING}**`,
  ];
  return `${lines.join('\n\n')}\n`;
}

function sectionLines(section: BriefSection): readonly string[] {
  const heading = section.heading === undefined ? plainHeading(section) : escaped(section.heading);
  return [
    `## ${heading}`,
    ...section.sentences.map(({ number, segments }) => `${segments.map(segmentText).join('')}[^${number}]`),
  ];
}

function segmentText({ type, text }: Segment, at: number): string {
  if (type === 'quotation') return `“${escaped(text)}”`;
  // Own words keep the spaces that join them to their neighbours.
  const words = `${/^\s/.test(text) ? ' ' : ''}${escaped(text)}${/\s$/.test(text) ? ' ' : ''}`;
  return at === 0 ? escapeLineStart(words.slice(0, 1).toUpperCase() + words.slice(1)) : words;
}

function footnoteLines(number: number, note: Footnote): string {
  const title = note.title === undefined ? 'Title not shown' : `*${escaped(note.title)}*`;
  const facts = [note.document, note.publisher, note.date].flatMap((fact) =>
    fact === undefined ? [] : [escaped(fact)],
  );
  const chain = note.chain.map(
    ({ role, name }) => `${name === undefined ? 'unnamed' : escaped(name)} (${roleWords(role)})`,
  );
  const lines = [
    `${[title, ...facts].join(', ')}.`,
    ...(chain.length === 0 ? [] : [`Chain, origin first: ${chain.join(' → ')}`]),
    `> ${escapeLineStart(escaped(note.quote))}`,
    `SHA-256 \`${note.sha256}\`, ${positionWords(note.position)}`,
  ];
  return `[^${number}]: ${lines.join('\n\n    ')}`;
}

function escaped(text: PublishableText): string {
  return escapeMarkdown(printable(text));
}

/** Every character that could open markup, HTML, an entity, mathematics or a link of itself. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&|~^$#!@]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : `\\${c}`))
    .replace(/:(?=\/|\p{L})/gu, '\\:')
    .replace(/(www)\./gi, '$1\\.');
}

/** What opens a list, a heading line or a definition at the beginning of a line, and only there. */
function escapeLineStart(text: string): string {
  return text.replace(/^(\d+)([.)])/, '$1\\$2').replace(/^([-+=:])/, '\\$1');
}
