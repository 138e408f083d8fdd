import { expect, it } from 'vitest';
import { readLayer } from './index.ts';

const speech =
  'Our offices were asked to file the same form three times, and every time the answer was that it had been changed.';

function issuersOf(html: string): readonly (string | undefined)[] {
  const layer = readLayer(new TextEncoder().encode(html), { fileName: 'page.html' });
  if (!layer.ok) throw new Error(layer.error.type);
  return layer.value.documents.map(({ issuer }) => issuer?.value);
}

function page(headings: readonly string[], body: string = speech): string {
  const parts = headings.map((heading) => `<h3>${heading}</h3><p>${body}</p>`);
  return `<html><body><h1>What is to be done?</h1><p>Four people answer a question that ${speech}</p>${parts.join('')}</body></html>`;
}

it('L50: speakers in headings have a document each, after the introduction', () => {
  const speakers = ['Marta Ellenwood', 'J. R. Oduya', 'Ilse van Prast'];
  expect(issuersOf(page(speakers))).toEqual([undefined, ...speakers]);
});

it('L50: Korean and Chinese names are speakers too', () => {
  expect(
    issuersOf(
      page(
        ['김가람', '박보늬', '이소담'],
        '그 지역의 서류 절차는 해마다 바뀌었고 같은 양식을 세 번이나 다시 내야 했다. 그때마다 담당 부서의 대답은 달랐으며 설명은 없었다고 여러 차례 들었다.',
      ),
    ),
  ).toHaveLength(4);
});

it('L50: headings whose words occur in small letters are sections, not people', () => {
  const body = `${speech} Access was limited; funding was a challenge; surveillance increased, and risks were potential.`;
  expect(issuersOf(page(['Limited Access', 'Funding Challenges', 'Increased Surveillance'], body))).toEqual([
    undefined,
  ]);
});

it('L50: two names are no roundtable, and a name repeated is one person', () => {
  expect(issuersOf(page(['Marta Ellenwood', 'Jonas Oduya']))).toEqual([undefined]);
  expect(issuersOf(page(['Marta Ellenwood', 'Jonas Oduya', 'Marta Ellenwood']))).toEqual([undefined]);
});
