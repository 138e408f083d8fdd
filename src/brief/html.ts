import { hexToBytes, type Language } from '../base/index.ts';
import { sha256 } from '../preserve/index.ts';
import type { Brief, BriefSection, BriefSentence, Footnote, Segment } from './brief.ts';
import type { PublishableText } from './disclosure.ts';
import { STYLE } from './html-style.ts';
import { printable, settingLanguage } from './printable.ts';
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

/**
 * The draft as one HTML file that holds all it needs: no script, nothing fetched, and a policy that allows nothing but
 * its own style sheet. Words of sources are escaped and each stands in a `bdi`, in its own language. The title tells
 * nothing of what the draft is about: titles end in histories and lists of windows.
 */
export function briefToHtml(brief: Brief): string {
  const sentences = brief.sections.flatMap((section) => section.sentences);
  const policy = `default-src 'none'; style-src 'sha256-${styleDigest()}'; base-uri 'none'; form-action 'none'`;
  const leftOut = leftOutLine(brief);
  const facts = [
    `Drafted ${instantWords(brief.at)}.`,
    searchedLine(brief),
    heldBackLine(brief),
    ...(leftOut === undefined ? [] : [leftOut]),
  ];
  return `<!DOCTYPE html>
<html lang="en" translate="no">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<meta name="google" content="notranslate">
<title>Draft brief</title>
<style>${STYLE}</style>
</head>
<body>
<div class="page">
<p class="warning" role="note">${WARNING}</p>
<header>
<h1>Draft brief</h1>
<p class="about">${brief.about === undefined ? 'About words that are not shown' : `About ${isolated(brief.about, 'und')}`}</p>
<div class="facts">${facts.map((fact) => `<p>${escapeHtml(fact)}</p>`).join('')}</div>
</header>
<main>
${brief.sections.map(sectionHtml).join('\n')}
${sentences.length === 0 ? '<p>There is no sentence to draft.</p>' : ''}
${sentences.length === 0 ? '' : `<section aria-labelledby="notes"><h2 id="notes">Sources</h2>\n<ol class="notes">\n${sentences.map(noteHtml).join('\n')}\n</ol></section>`}
</main>
<footer>
<h2>What this draft is</h2>
<ul class="cautions">${cautionsOf(brief)
    .map((caution) => `<li>${escapeHtml(caution)}</li>`)
    .join('')}</ul>
<p class="warning">${WARNING}</p>
</footer>
</div>
</body>
</html>
`;
}

function sectionHtml(section: BriefSection): string {
  const { heading, language, sentences } = section;
  const title = heading === undefined ? escapeHtml(plainHeading(section)) : isolated(heading, language);
  return `<section><h2>${title}</h2>\n${sentences.map(sentenceHtml).join('\n')}\n</section>`;
}

function sentenceHtml({ number, segments }: BriefSentence): string {
  const words = segments.map(segmentHtml).join('');
  return `<p class="sentence" id="s${number}">${words}<a class="ref" href="#n${number}" aria-label="Source ${number}">${number}</a></p>`;
}

function segmentHtml({ type, text, language }: Segment): string {
  if (type === 'quotation') return `<q${langOf(text, language)}>${isolated(text, 'und')}</q>`;
  if (type === 'name') return isolated(text, language);
  // Own words keep the spaces that join them to their neighbours.
  return escapeHtml(text);
}

function noteHtml({ number, note }: BriefSentence): string {
  return `<li id="n${number}"><span class="number"><a href="#s${number}" aria-label="Back to sentence ${number}">${number}</a></span><div>
<p>${factsHtml(note)}</p>
${chainHtml(note)}<blockquote${langOf(note.quote, note.language)}>${isolated(note.quote, 'und')}</blockquote>
<p class="record">SHA-256 <code>${note.sha256}</code><br>Log: ${escapeHtml(positionWords(note.position))} <a href="#s${number}" aria-label="Back to sentence ${number}">↩</a></p>
</div></li>`;
}

function factsHtml({ title, document, publisher, date, language }: Footnote): string {
  const name =
    title === undefined ? 'Title not shown' : `<cite${langOf(title, language)}>${isolated(title, 'und')}</cite>`;
  const facts = [document, publisher, date].flatMap((fact) => (fact === undefined ? [] : [isolated(fact, 'und')]));
  return [name, ...facts].join(', ');
}

function chainHtml({ chain }: Footnote): string {
  if (chain.length === 0) return '';
  const links = chain.map(
    ({ role, name }) => `${name === undefined ? 'unnamed' : isolated(name, 'und')} <span>(${roleWords(role)})</span>`,
  );
  return `<p class="chain">Origin first: ${links.join(' → ')}</p>\n`;
}

function isolated(text: PublishableText, language: Language): string {
  return `<bdi${langOf(text, language)}>${escapeHtml(printable(text))}</bdi>`;
}

function langOf(text: PublishableText, language: Language): string {
  const tag = settingLanguage(text, language);
  return tag === undefined ? '' : ` lang="${escapeHtml(tag)}"`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** CSP names a style sheet by the base64 of its SHA-256 (CSP Level 3, section 2.3.1). */
function styleDigest(): string {
  return btoa(String.fromCharCode(...hexToBytes(sha256(STYLE))));
}
