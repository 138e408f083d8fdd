import type { ConcordanceView } from './concordance-view.ts';

const WIDTH = 720;
const HEIGHT = 220;
const LEFT = 44;
const TOP = 40;
const BOTTOM = 36;
/** Least room of a label under a bar. */
const LABEL = 44;

/**
 * How often something was said over time, as a picture that stands alone: no script, no font of its own, readable in black
 * and white, with the same figures as text for whoever does not see it. Bars without a date stand apart on the right.
 */
export function concordanceSvg({ terms, periods, total, sources, more }: ConcordanceView): string {
  const most = Math.max(1, ...periods.map(({ places }) => places));
  const gap = periods.some(({ period }) => period === null) ? 24 : 0;
  const step = (WIDTH - LEFT - 12 - gap) / Math.max(1, periods.length);
  const height = HEIGHT - TOP - BOTTOM;
  const every = Math.max(1, Math.ceil(LABEL / step));
  const heading = `${terms.join(', ')}: ${total.toLocaleString('en-US')}${more ? '+' : ''} places in ${sources.toLocaleString('en-US')} sources`;
  const said = periods.map(({ period, places }) => `${period ?? 'no date'}: ${places}`).join('; ');
  const bars = periods.flatMap(({ period, places }, i) => {
    const x = LEFT + i * step + (period === null ? gap : 0);
    const tall = (places / most) * height;
    const bar = `<rect x="${n(x + step * 0.1)}" y="${n(TOP + height - tall)}" width="${n(step * 0.8)}" height="${n(tall)}" fill="${period === null ? '#999' : '#335c81'}"/>`;
    const label = i % every === 0 || period === null;
    const text = `<text x="${n(x + step / 2)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${period ?? 'no date'}</text>`;
    return label ? [bar, text] : [bar];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="t d" font-family="sans-serif" font-size="12" fill="#222">`,
    `<title id="t">${escaped(heading)}</title>`,
    `<desc id="d">${escaped(said)}</desc>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${LEFT}" y="22" font-size="14">${escaped(heading)}</text>`,
    `<line x1="${LEFT}" y1="${TOP + height}" x2="${WIDTH - 12}" y2="${TOP + height}" stroke="#222"/>`,
    `<text x="${LEFT - 6}" y="${TOP + 4}" text-anchor="end">${most}</text>`,
    `<text x="${LEFT - 6}" y="${TOP + height + 4}" text-anchor="end">0</text>`,
    ...bars,
    '</svg>',
    '',
  ].join('\n');
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
