import { describe, expect, it } from 'vitest';
import { readLayer } from './read-layer.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function read(text: string, fileName: string) {
  const result = readLayer(bytes(text), { fileName });
  if (!result.ok) throw new Error(`refused: ${result.error.type}`);
  const { value: layer } = result;
  return { layer, shown: layer.blocks.map((block) => [block.kind, layer.text.slice(block.start, block.end)]) };
}

describe('a layer', () => {
  it('keeps every visible part of a page as a block of its kind', () => {
    const { layer, shown } = read(
      `<!doctype html><title>Not shown</title><h1>River  bridge closed</h1>
<p>The <b>town of Alder</b> said<br>so today.</p><script>hidden()</script><div hidden>secret</div>
<ul><li>first</li><li><p>second</p></li></ul><table><tr><th>Year</th><th>Cases</th></tr><tr><td>2001</td><td>12</td></tr></table>
<pre>one
  two

three</pre><details><summary>More</summary>kept</details><input value="typed"><p>a<br><br>b`,
      'page.html',
    );
    expect(layer.mediaType).toBe('text/html');
    expect(shown).toEqual([
      ['heading', 'River bridge closed'],
      ['paragraph', 'The town of Alder said\nso today.'],
      ['list-item', 'first'],
      ['list-item', 'second'],
      ['table-row', 'Year\tCases'],
      ['table-row', '2001\t12'],
      ['preformatted', 'one\n  two'],
      ['preformatted', 'three'],
      ['paragraph', 'More'],
      ['paragraph', 'kept'],
      ['control', 'typed'],
      ['paragraph', 'a'],
      ['paragraph', 'b'],
    ]);
  });

  it('reads front matter, Markdown and the HTML in it from a file named .txt', () => {
    const { layer, shown } = read(
      '---\ntitle: "Round table"\ndate: 2021-11-24\n---\n<!--x-->\n[A *linked* title](https://a.example/x_(y))\n------\n\n<div><h3><a href="/p">Ana Example</a></h3><p>Her   answer.</p></div>\n\n> quoted `code` &amp; more\n\n1. one\n2. two\n',
      'post.txt',
    );
    expect(layer.mediaType).toBe('text/markdown');
    expect(shown).toEqual([
      ['front-matter', 'title: "Round table"\ndate: 2021-11-24'],
      ['heading', 'A linked title'],
      ['heading', 'Ana Example'],
      ['paragraph', 'Her answer.'],
      ['quotation', 'quoted code & more'],
      ['list-item', '1. one'],
      ['list-item', '2. two'],
    ]);
  });

  it('points from each block to where it stands in the source', () => {
    const source = '<p>one</p>\r\n<p>\r\n two &amp; three</p>';
    const { layer } = read(source, 'page.html');
    expect(layer.blocks.map((block) => source.slice(block.source.start, block.source.end).trim())).toEqual([
      'one',
      'two &amp; three',
    ]);
  });

  it('is refused when there is nothing to read', () => {
    const refusal = (content: Uint8Array) => {
      const result = readLayer(content, { fileName: 'x' });
      return result.ok ? 'read' : result.error;
    };
    expect(refusal(bytes(''))).toEqual({ type: 'empty' });
    expect(refusal(bytes(' \n\u00a0\n'))).toEqual({ type: 'empty' });
    expect(refusal(bytes('<script>x</script>'))).toEqual({ type: 'empty' });
    expect(refusal(bytes('%PDF-1.4 and so on'))).toEqual({ type: 'binary', mediaType: 'application/pdf' });
    expect(refusal(Uint8Array.from([1, 2, 0, 3, 0, 0, 9, 250, 1, 2, 3, 4]))).toEqual({ type: 'binary' });
  });

  it('of a page on one long line is read, of more elements than fit in memory refused', () => {
    // Twenty megabytes when asked for slow tests.
    const words = process.env['SLOW'] === '1' ? 4_000_000 : 500_000;
    const long = readLayer(bytes(`<p>${'word '.repeat(words)}`), { fileName: 'page.html' });
    expect(long.ok && long.value.text.length).toBe(words * 5 - 1);
    const many = readLayer(bytes('<b>x</b>'.repeat(450_000)), { fileName: 'page.html' });
    expect(many).toEqual({ ok: false, error: { type: 'too-complex', limit: 400_000 } });
  });

  it('of markup nested a hundred thousand deep is read in full', () => {
    const { shown } = read(`${'<div><b>'.repeat(50_000)}deep`, 'page.html');
    expect(shown).toEqual([['paragraph', 'deep']]);
  });
});
