import { isHouse, isOffice, isPublication } from '../imprint.ts';
import type { Found, Layer, LayerDocument } from '../layer.ts';
import { isRunningText, linesIn } from '../notice-lines.ts';
import { FIRST_SUBJECT, NAMED_IN_TITLE, SIGNED, STATEMENT, STATEMENT_CJK } from './data/statement-words.ts';

/** How many blocks at the head may say that a text is a statement. */
const HEAD = 5;

/**
 * The group that makes a statement (docs/read-claims.md RC12), where a text says that it is one and names the group: by who signs it, in the
 * line below its title, in the title, or as the subject of its first sentence. Undefined for reports with an author, for
 * offices of a state, and where nobody is named.
 */
export function statementGroupOf(layer: Layer): Found | undefined {
  const { text, metadata } = layer;
  if (metadata.author !== undefined || layer.documents.some(({ role }) => role === 'contribution' || role === 'post'))
    return undefined;
  const signed = layer.documents.map(issuerThatIsAGroup).find((found) => found !== undefined);
  const body = layer.blocks.filter(({ kind }) => kind !== 'front-matter' && kind !== 'control');
  const head = body.slice(0, HEAD).map(({ start, end }) => text.slice(start, Math.min(end, start + 160)));
  const lines = head.filter((words) => !isRunningText(words) || /[!！]$/.test(words));
  const says = [metadata.title?.value ?? '', ...lines].some((line) => STATEMENT.test(line) || STATEMENT_CJK.test(line));
  if (signed !== undefined) return says || /我们|我們|本会|本會|우리|본회|\b[Ww]e\b/u.test(text) ? signed : undefined;
  if (!says || layer.documents.some(({ issuer }) => issuer !== undefined)) return undefined;
  const { publisher } = metadata;
  if (publisher !== undefined && isHouse(publisher.value) && !isPublication(publisher.value)) return publisher;
  return namedIn(text, body);
}

function issuerThatIsAGroup({ issuer }: LayerDocument): Found | undefined {
  return issuer?.from === 'closing-block' && !isOffice(issuer.value) && isHouse(issuer.value) ? issuer : undefined;
}

function namedIn(text: string, body: Layer['blocks']): Found | undefined {
  const places = [
    ...formulas(text, body.slice(-8), SIGNED),
    ...formulas(text, body.slice(0, 4), NAMED_IN_TITLE),
    ...formulas(
      text,
      body.filter(({ start, end }) => isRunningText(text.slice(start, end))).slice(0, 2),
      FIRST_SUBJECT,
    ),
    ...lineNames(text, [...body.slice(0, HEAD), ...body.slice(-4)]),
  ].filter(({ value }) => !isOffice(value) && !STATEMENT_CJK.test(value));
  // A name that says what it is, else one that the text uses again.
  return (
    places.find(({ value }) => isHouse(value)) ??
    places.find(
      ({ value }) =>
        value.length >= 3 && text.split(value).length > 2 && /\s|\p{Script=Han}{4}|\p{Script=Hangul}{4}/u.test(value),
    )
  );
}

function formulas(text: string, blocks: Layer['blocks'], patterns: readonly RegExp[]): readonly Found[] {
  return blocks.flatMap((block) => {
    const given = text.slice(block.start, Math.min(block.end, block.start + 400));
    const words = given.replace(/^[#*_>\s]{0,6}\s*/, '');
    const from = block.start + given.length - words.length;
    return patterns.flatMap((pattern): readonly Found[] => {
      const match = pattern.exec(words);
      const value = match?.[1];
      if (match === null || value === undefined) return [];
      const start = from + match.index + match[0].indexOf(value);
      return [{ value, from: 'body', start, end: start + value.length }];
    });
  });
}

/** Lines that are the name of a group and nothing else. */
function lineNames(text: string, blocks: Layer['blocks']): readonly Found[] {
  return blocks.flatMap((block) =>
    linesIn(text, block)
      .filter(({ words }) => words.length <= 60 && isHouse(words) && !/[.。!！?？:：]$/.test(words))
      .map(({ words, start, end }): Found => ({ value: words, from: 'body', start, end })),
  );
}
