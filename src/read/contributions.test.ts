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

function spoken(source: string, fileName: string = 'page.txt') {
  const layer = readLayer(new TextEncoder().encode(source), { fileName });
  if (!layer.ok) throw new Error(layer.error.type);
  return layer.value.documents.map(({ role, issuer, affiliation, turn }) =>
    [role, issuer?.value, affiliation?.value, turn].filter((each) => each !== undefined),
  );
}

it('L50: what a line says of the speaker beside or below the name belongs to the name', () => {
  const heads = ['Marta Ellenwood, River Institute', 'J. R. Oduya</h3><p>Director, Bridge Fund', 'Ilse van Prast'];
  const html = heads.map((head) => `<h3>${head}</${head.includes('</h3>') ? 'p' : 'h3'}><p>${speech}</p>`);
  expect(
    spoken(`<h1>What is to be done?</h1><p>Three people answer, since ${speech}</p>${html.join('')}`, 'a.html'),
  ).toEqual([
    [],
    ['contribution', 'Marta Ellenwood', 'River Institute'],
    ['contribution', 'J. R. Oduya', 'Director, Bridge Fund'],
    ['contribution', 'Ilse van Prast'],
  ]);
});

it('L82: labels before turns are speakers where one of two speaks again; initials stand for a name given in full', () => {
  const source = `On the river

We met in a mill. ${speech}

Marta Ellenwood (River Institute): ${speech}

Jonas Oduya: Was that the only form?

ME: No. There were two more, and a third that nobody could find in any office of the valley.

It took a year.

JO: And then?

Ellenwood: Then the mill closed.

Translated by Ana Alder`;
  expect(spoken(source)).toEqual([
    [],
    ['contribution', 'Marta Ellenwood', 'River Institute', 'answer'],
    ['contribution', 'Jonas Oduya', 'question'],
    ['contribution', 'Marta Ellenwood', 'River Institute', 'answer'],
    ['contribution', 'Jonas Oduya', 'question'],
    ['contribution', 'Marta Ellenwood', 'River Institute', 'answer'],
    ['continuation'],
  ]);
});

it('L82: questions and answers in three languages are turns of somebody without a name', () => {
  expect(
    spoken('Q: Why did the ferry stop?\n\nA: The river was too high for it.\n\nQ: And now?\n\nA: It runs again.'),
  ).toEqual([
    ['contribution', 'question'],
    ['contribution', 'answer'],
    ['contribution', 'question'],
    ['contribution', 'answer'],
  ]);
  expect(
    spoken('问：渡船为什么停了？\n\n答：河水太高，没有办法开船。\n\n问：现在呢？\n\n答：又开了。').map((row) => row[1]),
  ).toEqual(['question', 'answer', 'question', 'answer']);
  expect(
    spoken('문: 나룻배는 왜 멈췄습니까?\n\n답: 강물이 너무 높았습니다.\n\n문: 지금은요?\n\n답: 다시 다닙니다.').map(
      (row) => row[1],
    ),
  ).toEqual(['question', 'answer', 'question', 'answer']);
});

it('L82: turns in lines that no blank line parts are told apart', () => {
  expect(
    spoken(
      '기자: 다리는 언제 열립니까?\n김가람 국장: 강물이 줄어들면 엽니다.\n기자: 올해 안입니까?\n김가람 국장: 아직 모릅니다.',
    ),
  ).toEqual([
    ['contribution', 'question'],
    ['contribution', '김가람 국장', 'answer'],
    ['contribution', 'question'],
    ['contribution', '김가람 국장', 'answer'],
  ]);
});

it('L82: terms with explanations, and labels that name nobody, are no speakers', () => {
  const terms = ['Increased Tolls', 'Limited Access', 'Closed Bridges', 'Increased Tolls'];
  const list = terms.map(
    (term) => `${term}: tolls increased, access is limited, and bridges were closed when the river rose.`,
  );
  expect(spoken(list.join('\n\n'))).toEqual([[]]);
  expect(
    spoken('Note: the ferry is late.\n\nSource: the mill.\n\nNote: it is later still.\n\nSource: the mill.'),
  ).toEqual([[]]);
});

it('L83: a name after a dash signs what stands above it', () => {
  const source = `Voices from the valley\n\n“${speech}”\n\n— Marta Ellenwood, River Institute\n\nThe next one wrote in spring.\n\n“${speech}”\n\n— Jonas Oduya`;
  expect(spoken(source)).toEqual([
    [],
    ['contribution', 'Marta Ellenwood', 'River Institute'],
    ['continuation'],
    ['contribution', 'Jonas Oduya'],
  ]);
});
