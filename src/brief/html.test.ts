import { describe, expect, it } from 'vitest';
import { draft, sourceOf } from '../../test/brief/invented-source.ts';
import { sha256 } from '../preserve/index.ts';
import { briefToHtml } from './html.ts';
import { briefToMarkdown } from './markdown.ts';

describe('a drafted page of a hostile document', () => {
  const nasty = `<script>alert(1)</script> crossers </p><img src=x onerror=alert(1)> [a](javascript:x) **b** \u202Eevil\u202C &lt; \`c\` http://x.example $x$ |d|\u0007`;
  const source = sourceOf({
    title: nasty,
    publisher: '"><svg onload=alert(1)>',
    date: '2024-13-99',
    language: 'und-" onclick="x',
    blocks: [`# ${nasty}`, nasty],
    claims: [{ quote: nasty, kind: 'statistic', attribution: [{ role: 'issuer', name: '[x](http://y.example) <b>' }] }],
  });
  const brief = draft('crossers', [source]);

  it('B13: has no element, attribute, link or order of characters from the document', () => {
    const html = briefToHtml(brief);
    expect(html.match(/<(?:script|img|svg|b|iframe|object|link)\b/gi)).toBeNull();
    expect(html.match(/<[^>]*\s(?:on\w+|src)\s*=/gi)).toBeNull();
    expect(html.match(/\bhref="[^#]/g)).toBeNull();
    expect([...html].filter((c) => /[\u202A-\u202E\u2066-\u2069]/.test(c) || c < '\n')).toEqual([]);
    expect(html).toContain('⟨U+202E⟩evil⟨U+202C⟩');
    expect(html.match(/<title>[^<]*<\/title>/)?.[0]).toBe('<title>Draft brief</title>');
  });

  it('B13: has a policy that allows its own style sheet and nothing else', () => {
    const html = briefToHtml(brief);
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const digest = Buffer.from(sha256(style), 'hex').toString('base64');
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'"`,
    );
    expect([html.match(/\sstyle=/), html.match(/url\(|@import|https?:\/\/(?!x\.example|y\.example)/)]).toEqual([
      null,
      null,
    ]);
  });

  it('B13: has no markup, link or HTML of the document in its Markdown', () => {
    const markdown = briefToMarkdown(brief).replace(/\\[\s\S]/g, '');
    expect(markdown.match(/<|javascript:|\]\(|\*\*b|https?:\/\/|`c`|\$x/g)).toBeNull();
  });

  it('B7: is headed by the warning, and ends with it', () => {
    for (const text of [briefToHtml(brief), briefToMarkdown(brief)]) {
      expect(text.match(/DRAFT, NOT REVIEWED, NOT CHECKED FOR DISCLOSURE/g)?.length).toBeGreaterThanOrEqual(2);
    }
    expect(briefToMarkdown(brief).startsWith('**DRAFT, NOT REVIEWED, NOT CHECKED FOR DISCLOSURE**')).toBe(true);
  });
});
