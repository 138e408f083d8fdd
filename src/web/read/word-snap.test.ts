import { expect, test } from 'vitest';
import { wholeWords } from './word-snap.ts';

/** The words that come of a selection, written in brackets within a text. */
function snapped(marked: string): string {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace('[', '').replace(']', '');
  const whole = wholeWords(text, { start, end });
  return `${text.slice(0, whole.start)}[${text.slice(whole.start, whole.end)}]${text.slice(whole.end)}`;
}

test('what begins or ends within a word of a script with spaces is taken whole', () => {
  expect(snapped('The har[bour off]ice said')).toBe('The [harbour office] said');
  expect(snapped('naïve caf[é]s here')).toBe('naïve [cafés] here');
  expect(snapped('they di[dn]’t go')).toBe('they [didn’t] go');
  expect(snapped('a follow-[u]p visit')).toBe('a [follow-up] visit');
});

test('a number is not cut, and its comma does not end it', () => {
  expect(snapped('over [93],000 people')).toBe('over [93,000] people');
  expect(snapped('some 1[.5] million')).toBe('some [1.5] million');
});

test('a Korean word is taken with its particle, also behind a number', () => {
  expect(snapped('두만강을 건[넌 사람]들이 말했다')).toBe('두만강을 [건넌 사람들이] 말했다');
  expect(snapped('[200]4년에 왔다')).toBe('[2004년에] 왔다');
});

test('Han stays as it was selected, and so does what ends where words end', () => {
  expect(snapped('大约[九万]三千人')).toBe('大约[九万]三千人');
  expect(snapped('北[韓]에서')).toBe('北[韓]에서');
  expect(snapped('The [harbour office] said')).toBe('The [harbour office] said');
  expect(snapped('one. [Two] three')).toBe('one. [Two] three');
  expect(snapped('the [▒▒▒] said')).toBe('the [▒▒▒] said');
});

test('a text that begins or ends with the selection is no harm, and no character is cut in two', () => {
  expect(snapped('[ab]')).toBe('[ab]');
  expect(snapped('𝐚𝐛[𝐜]𝐝')).toBe('[𝐚𝐛𝐜𝐝]');
});
