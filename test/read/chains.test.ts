import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Claim, readClaims, readLayer } from '../../src/read/index.ts';
import { firstPack } from './first-pack.ts';

/** Whole invented documents, each with the chain that its claims should have, as a page one can read. */
const FOLDER = join(import.meta.dirname, 'chains');

/** Roles that say the same of a link: what a page is called that carries a text, and who speaks in it. */
const SAME: readonly (readonly string[])[] = [
  ['publisher', 'newspaper', 'agency', 'author/publisher'],
  ['speaker', 'quoted-source'],
];

/** How a document's file would be called, by the word at its fence. */
const FILE_NAMES: Readonly<Record<string, string>> = { text: 'txt', markdown: 'md', html: 'html' };

interface Wanted {
  readonly words: string;
  readonly chain: readonly string[];
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));

describe('RC3: who says a claim in a whole document, and through whom', () => {
  it.each(files)('%s', (name) => {
    const { text, fileName, wanted } = pageOf(readFileSync(join(FOLDER, name), 'utf8'));
    const layer = readLayer(new TextEncoder().encode(text), { fileName });
    if (!layer.ok) throw new Error(`${name} makes no layer`);
    const { claims } = readClaims(layer.value, firstPack());
    expect(wanted.map(({ words }) => `${words}: ${answerOf(claims, words)}`)).toEqual(
      wanted.map(({ words, chain }) => {
        const claim = claimOf(claims, words);
        const right = claim !== undefined && isSame(claim, chain);
        return `${words}: ${right ? answerOf(claims, words) : chain.join(' > ')}`;
      }),
    );
  });
});

function answerOf(claims: readonly Claim[], words: string): string {
  const claim = claimOf(claims, words);
  return claim === undefined
    ? 'no claim'
    : claim.attribution.map(({ role, name }) => `${role} ${name ?? '*'}`).join(' > ');
}

function claimOf(claims: readonly Claim[], words: string): Claim | undefined {
  return claims.find(({ passage }) => passage.quote.includes(words));
}

/** Names are compared without their article, description in parentheses, marks and letter case; who is unnamed must be so. */
function isSame(claim: Claim, chain: readonly string[]): boolean {
  return (
    claim.attribution.length === chain.length &&
    chain.every((link, at) => {
      const given = claim.attribution[at];
      const [, role = '', name = ''] = /^(\S+) (.+)$/u.exec(link) ?? [];
      if (given === undefined || familyOf(given.role) !== familyOf(role)) return false;
      return name.startsWith('*') ? given.name === null : bare(given.name ?? '') === bare(name);
    })
  );
}

function familyOf(role: string): string {
  return SAME.find((family) => family.includes(role))?.[0] ?? role;
}

function bare(name: string): string {
  return name
    .replace(/[(（].*?[)）]/gu, '')
    .replace(/[《》〈〉「」『』]/gu, '')
    .replace(/^the /iu, '')
    .trim()
    .toLowerCase();
}

/**
 * A page of the folder: the document between its fences, and a table of words and chains, several words parted by a middle dot. What the
 * reader does not manage yet is marked `(weak)`, and left out here.
 */
function pageOf(page: string): {
  readonly text: string;
  readonly fileName: string;
  readonly wanted: readonly Wanted[];
} {
  const [, format = '', text = '', table = ''] = /```(\w+)\n([\s\S]*?)\n```\n([\s\S]*)$/u.exec(page) ?? [];
  const wanted = [...table.matchAll(/^\| (.+) \| (.+) \|$/gmu)]
    .slice(1)
    .filter(([, words, chain]) => !/^-+$/u.test(words ?? '') && !chain?.startsWith('(weak) '))
    .flatMap(([, words = '', chain = '']) =>
      words.split(' · ').map((one) => ({ words: one, chain: chain.split(' > ') })),
    );
  if (text === '' || wanted.length === 0 || wanted.some(({ words }) => !text.includes(words)))
    throw new Error('a page needs a document and words of it');
  return { text, fileName: `document.${FILE_NAMES[format] ?? ''}`, wanted };
}
