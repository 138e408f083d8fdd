import type { Browser } from 'playwright-core';

/** A page as a printer lays it out, drawn by a browser: its text in the order of reading, and how it looks. */
export interface PrintedPage {
  readonly language: PrintedLanguage;
  readonly paragraphs: readonly string[];
  readonly look: Look;
}

export type PrintedLanguage = 'English' | 'Chinese' | 'traditional Chinese' | 'Korean';

export interface Look {
  readonly font: string;
  readonly bold?: true;
  readonly points: number;
  /** Dots to the inch. */
  readonly dots: number;
  readonly layout: 'plain' | 'columns' | 'table';
  /** How many degrees the page lies askew. */
  readonly turn?: number;
  /** Grey paper with a shadow on one side, packed as a photograph is. */
  readonly paper?: 'grey';
}

const TAGS: Readonly<Record<PrintedLanguage, string>> = {
  English: 'en',
  Chinese: 'zh-Hans',
  'traditional Chinese': 'zh-Hant',
  Korean: 'ko',
};

/** The page as PNG, or as JPEG where its paper is grey. Throws when the browser has no font of that name. */
export async function printPage(browser: Browser, { language, paragraphs, look }: PrintedPage): Promise<Uint8Array> {
  const context = await browser.newContext({
    deviceScaleFactor: look.dots / 96,
    viewport: { width: 794, height: 1123 },
    javaScriptEnabled: false,
  });
  try {
    const page = await context.newPage();
    await page.setContent(markupOf(TAGS[language], paragraphs, look));
    const sheet = page.locator('main');
    return look.paper === 'grey'
      ? await sheet.screenshot({ type: 'jpeg', quality: 70 })
      : await sheet.screenshot({ type: 'png' });
  } finally {
    await context.close();
  }
}

function markupOf(tag: string, paragraphs: readonly string[], look: Look): string {
  const texts = paragraphs.map((text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  const body =
    look.layout === 'table'
      ? `<table>${rowsOf(texts)}</table>`
      : `<div>${texts.map((text) => `<p>${text}</p>`).join('')}</div>`;
  return `<!doctype html><html lang="${tag}"><style>
    body { margin: 0 }
    main { width: 794px; box-sizing: border-box; padding: 60px; color: #111; word-break: ${tag === 'ko' ? 'keep-all' : 'normal'};
      font: ${look.bold === true ? 'bold ' : ''}${look.points}pt/1.55 "${look.font}";
      background: ${look.paper === 'grey' ? 'linear-gradient(100deg, #d9d7d2, #b9b7b2)' : '#fff'} }
    p { margin: 0 0 .7em; text-align: ${look.layout === 'columns' ? 'justify' : 'start'} }
    main > * { transform: rotate(${look.turn ?? 0}deg); ${look.layout === 'columns' ? 'columns: 2; column-gap: 36px' : ''} }
    table { border-collapse: collapse; width: 100% }
    td { border: 1px solid #444; padding: 4px 8px; vertical-align: top }
  </style><main>${body}</main></html>`;
}

/** Three short cells to a row. */
function rowsOf(texts: readonly string[]): string {
  const rows: string[] = [];
  for (let i = 0; i < texts.length; i += 3) {
    const cells = texts.slice(i, i + 3).map((text) => `<td>${text}</td>`);
    rows.push(`<tr>${cells.join('')}</tr>`);
  }
  return rows.join('');
}
