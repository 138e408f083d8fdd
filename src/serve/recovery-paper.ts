import { createHash } from 'node:crypto';

/**
 * What a person keeps on paper: the words that open a vault, what they are and what to do with them. Nothing of what is
 * in the vault and no name stands on it, unless the user asks for one: whoever finds it must not learn whose it is.
 */
export interface RecoveryPaper {
  readonly title: string;
  /** What the paper is, a paragraph each. */
  readonly about: readonly string[];
  readonly words: readonly string[];
  /** What to do when it is needed, a step each. */
  readonly steps: readonly string[];
  /** What the user wants to stand on it, to know it by. */
  readonly label: string | undefined;
}

const FIRST_LINE = '--- the words ---';
const LAST_LINE = '--- end of the words ---';
const COLUMNS = 3;

const STYLE = `
@page { margin: 18mm; }
body { font: 12pt/1.45 serif; color: #000; background: #fff; max-width: 42em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 20pt; margin: 0 0 .4em; }
ol.words { font: 700 17pt/1.7 monospace; columns: 2; margin: 1em 0; padding: .8em 1em .8em 3em; border: 2pt solid #000; break-inside: avoid; }
ol.words.many { font-size: 13pt; columns: 3; }
ol.words li::marker { font-weight: 400; font-size: 11pt; }
.label { font-weight: 700; }
`;

/** A recovery sheet. */
export function sheetPaper(words: readonly string[], label: string | undefined): RecoveryPaper {
  return {
    title: 'Daybook recovery sheet',
    about: [
      `These ${words.length} words open one vault without its passphrase. Whoever has them and the folder of the vault, or a copy of it, reads everything in it and can sign as the person who made this sheet.`,
      'Keep it on paper, away from the computer, where it survives a fire and a search: best with somebody you trust in another place. Take no picture of it.',
      'If it was seen, or is lost: make a new sheet, then put the vault under a new key (daybook revoke).',
    ],
    words,
    steps: [
      'On a computer with Daybook and the vault: daybook recovery use',
      'Type the words when you are asked. They are not shown.',
      'Choose a new passphrase.',
    ],
    label,
  };
}

/** One of the shares of a set. */
export function sharePaper(
  words: readonly string[],
  share: { readonly number: number; readonly threshold: number; readonly count: number; readonly slot: string },
  label: string | undefined,
): RecoveryPaper {
  const { number, threshold, count, slot } = share;
  return {
    title: `Daybook key share ${number} of ${count}`,
    about: [
      `Any ${threshold} of these ${count} shares together open one vault without its passphrase. Fewer say nothing about it. Set ${slot.slice(0, 8)}.`,
      'Keep it on paper, apart from the other shares and away from the computer. Take no picture of it.',
      'If it is lost or was seen, tell the person who gave it to you.',
    ],
    words,
    steps: [
      `Bring ${threshold} shares together at a computer with Daybook and the vault.`,
      'Type each one into a text file of its own, then: daybook recovery use --share FILE FILE',
      'Choose a new passphrase, and destroy the text files.',
    ],
    label,
  };
}

/** The paper as lines of plain text. */
export function paperLines({ title, about, words, steps, label }: RecoveryPaper): readonly string[] {
  return [
    title.toUpperCase(),
    ...(label === undefined ? [] : [label]),
    '',
    ...about.flatMap((paragraph) => [paragraph, '']),
    FIRST_LINE,
    ...wordRows(words),
    LAST_LINE,
    '',
    'When it is needed:',
    ...steps.map((step, i) => `  ${i + 1}. ${step}`),
  ];
}

/** What a person typed or a file holds of a paper: the words between the two lines, or all when they are not there. */
export function wordsOnPaper(text: string): string {
  const from = text.indexOf(FIRST_LINE);
  const to = text.indexOf(LAST_LINE);
  return from === -1 || to < from ? text : text.slice(from + FIRST_LINE.length, to);
}

/** The paper as one HTML file to be printed: it holds all it needs, runs nothing and fetches nothing. */
export function paperHtml({ title, about, words, steps, label }: RecoveryPaper): string {
  const digest = createHash('sha256').update(STYLE).digest('base64');
  return `<!DOCTYPE html>
<html lang="en" translate="no">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<meta name="google" content="notranslate">
<title>Print this page</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${label === undefined ? '' : `<p class="label"><bdi>${escapeHtml(label)}</bdi></p>\n`}${about.map((each) => `<p>${escapeHtml(each)}</p>`).join('\n')}
<ol class="words${words.length > 12 ? ' many' : ''}">
${words.map((word) => `<li>${escapeHtml(word)}</li>`).join('\n')}
</ol>
<h2>When it is needed</h2>
<ol>
${steps.map((step) => `<li>${escapeHtml(step)}</li>`).join('\n')}
</ol>
</body>
</html>
`;
}

function wordRows(words: readonly string[]): readonly string[] {
  const columns = words.length > 12 ? COLUMNS : 1;
  const rows = Math.ceil(words.length / columns);
  const width = Math.max(...words.map((word) => word.length)) + 2;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_each, column) => columns * row + column)
      .filter((at) => at < words.length)
      .map((at) => `${String(at + 1).padStart(4)} ${(words[at] ?? '').padEnd(width)}`)
      .join('')
      .trimEnd(),
  );
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
