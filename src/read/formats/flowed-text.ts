/**
 * Text of `format=flowed` (RFC 3676) with its paragraphs put together again: a line that ends in a space goes on in the
 * next one of the same depth of quotation. The line before a signature is none of them.
 */
export function unflow(text: string, deleteSpace: boolean): string {
  const lines: string[] = [];
  let open: { readonly depth: number } | undefined;
  for (const line of text.split(/\r?\n/)) {
    const quotes = /^>*/.exec(line)?.[0] ?? '';
    const words = line.slice(quotes.length).replace(/^ /, '');
    const signature = words === '-- ';
    const flows = words.endsWith(' ') && !signature;
    const kept = flows && deleteSpace ? words.slice(0, -1) : words;
    if (open?.depth === quotes.length && !signature) lines.push((lines.pop() ?? '') + kept);
    else lines.push(quotes === '' ? kept : `${quotes} ${kept}`);
    open = flows ? { depth: quotes.length } : undefined;
  }
  return lines.join('\n');
}
