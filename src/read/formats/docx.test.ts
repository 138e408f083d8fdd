import { expect, test } from 'vitest';
import { zipOf } from '../../../test/read/zip-fixture.ts';
import { readDocx } from './docx.ts';
import type { FormatReading } from './format.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

function documentOf(body: string): string {
  return `<?xml version="1.0"?><w:document ${W} ${MC}><w:body>${body}</w:body></w:document>`;
}

function p(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

async function outcome(files: Readonly<Record<string, string | Uint8Array>>): Promise<FormatReading | string> {
  const result = await readDocx(await zipOf(files), { fileName: 'notice.docx' });
  return result.ok ? result.value : result.error.reason;
}

async function read(body: string, others: Readonly<Record<string, string | Uint8Array>> = {}): Promise<FormatReading> {
  const reading = await outcome({ 'word/document.xml': documentOf(body), ...others });
  if (typeof reading === 'string') throw new Error(`refused: ${reading}`);
  return reading;
}

async function textsOf(body: string, others: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  return ((await read(body, others)).text?.blocks ?? []).map(({ text }) => text);
}

test('runs of a paragraph are one text, with breaks, tabs and signs that have elements of their own (O6)', async () => {
  const runs =
    '<w:p><w:r><w:t>하나</w:t></w:r><w:r><w:tab/><w:t>두</w:t><w:noBreakHyphen/><w:t>둘</w:t></w:r>' +
    '<w:r><w:br/><w:t>셋</w:t><w:sym w:font="Wingdings" w:char="F0A7"/></w:r></w:p>';
  expect(await textsOf(runs)).toEqual(['하나\t두\u2011둘\n셋•']);
});

test('a tracked insertion stands in the text, a deletion does not, and is counted (O8)', async () => {
  const { text, notes } = await read(
    '<w:p><w:ins w:id="1"><w:r><w:t>kept</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>gone</w:delText></w:r></w:del>' +
      '<w:moveFrom w:id="3"><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo w:id="4"><w:r><w:t>moved</w:t></w:r></w:moveTo></w:p>',
  );
  expect(text?.blocks.map((block) => block.text)).toEqual(['kept', 'moved']);
  expect(notes).toEqual([{ part: 'tracked changes', note: 'deletions-left-out', count: 2 }]);
});

test('of a field the result is read and never the instruction (O9)', async () => {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const body =
    `<w:p>${field('begin')}<w:r><w:instrText>IF </w:instrText></w:r>${field('begin')}<w:r><w:instrText>X</w:instrText></w:r>` +
    `${field('separate')}<w:r><w:t>inner</w:t></w:r>${field('end')}${field('separate')}<w:r><w:t>shown</w:t></w:r>${field('end')}` +
    '<w:r><w:t> after</w:t></w:r></w:p>' +
    `<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>5월</w:t></w:r></w:fldSimple>${field('begin')}<w:r><w:t>open</w:t></w:r></w:p>${p('next')}`;
  expect(await textsOf(body)).toEqual(['shown after', '5월', 'next']);
});

test('a text box is read once, though it stands there in two forms (O10)', async () => {
  const box = `<w:txbxContent>${p('상자')}</w:txbxContent>`;
  const body = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent><w:t>around</w:t></w:r></w:p>`;
  expect(await textsOf(body)).toEqual(['around', '상자']);
});

test('headings come from styles, what they are based on and outline levels (O7)', async () => {
  const styles = `<w:styles ${W}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="Clause"/><w:basedOn w:val="a"/></w:style><w:style w:type="paragraph" w:styleId="a"><w:name w:val="A"/><w:basedOn w:val="b"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style></w:styles>`;
  const body =
    p('공고', '<w:pStyle w:val="1"/>') +
    p('条', '<w:pStyle w:val="b"/>') +
    p('own', '<w:outlineLvl w:val="7"/>') +
    p('none', '<w:outlineLvl w:val="9"/>');
  const { text } = await read(body, { 'word/styles.xml': styles });
  expect(text?.blocks.map(({ kind, level }) => [kind, level])).toEqual([
    ['heading', 1],
    ['heading', 3],
    ['heading', 6],
    ['paragraph', undefined],
  ]);
});

const NUMBERING = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1条"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="ganada"/><w:lvlText w:val="%1-%2."/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="*"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="S"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num><w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num></w:numbering>`;

test('numbers that the program writes before clauses are text; bullets are not (O11)', async () => {
  const item = (list: number, level: number) =>
    p('x', `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
  const body =
    item(1, 0) + item(1, 1) + item(1, 1) + item(1, 0) + item(1, 1) + item(2, 0) + item(3, 0) + item(3, 0) + item(9, 0);
  expect(await textsOf(body, { 'word/numbering.xml': NUMBERING })).toEqual([
    '第一条 x',
    '一-가. x',
    '一-나. x',
    '第二条 x',
    '二-가. x',
    'x',
    '第一条 x',
    '第二条 x',
    'x',
  ]);
});

test('numbering that runs in a circle numbers nothing, and the words are read (O11)', async () => {
  const styles = `<w:styles ${W}><w:style w:type="numbering" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style></w:styles>`;
  const body = p('x', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>');
  expect(await textsOf(body, { 'word/numbering.xml': NUMBERING, 'word/styles.xml': styles })).toEqual(['x']);
});

test('a row of short cells is one block, other tables only lay out the page (O3)', async () => {
  const cell = (content: string) => `<w:tc>${content}</w:tc>`;
  const table = (...rows: readonly string[]) => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
  const long = '긴 글 '.repeat(150).trim();
  const body =
    table(cell(p('a')) + cell(p('b1') + p('b2')) + cell('<w:p/>'), cell(p('only')) + cell('<w:p/>')) +
    table(cell(p('short')) + cell(p(long))) +
    table(cell(p('x') + table(cell(p('1')) + cell(p('2')))) + cell(p('y')));
  expect(await textsOf(body)).toEqual(['a\tb1\nb2', 'only', 'short', long, 'x', '1\t2', 'y']);
});

test('macros are neither read nor run, pictures and embedded files are handed over (O12)', async () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3);
  const { members, notes, text } = await read(p('text'), {
    'word/vbaProject.bin': 'Sub AutoOpen()',
    'word/media/image1.png': png,
    'word/embeddings/sheet.xlsx': 'PK',
  });
  expect(members.map(({ name }) => name)).toEqual(['word/media/image1.png', 'word/embeddings/sheet.xlsx']);
  expect(members[0]?.bytes).toEqual(png);
  expect(notes).toEqual([{ part: 'macros', note: 'macros-left-out' }]);
  expect(text?.blocks.map((block) => block.text)).toEqual(['text']);
});

test('properties that say nothing are left out (O5)', async () => {
  const core = (title: string, creator: string, created: string) =>
    `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator><dcterms:created>${created}</dcterms:created></cp:coreProperties>`;
  const stated = async (xml: string) =>
    Object.values((await read(p('x'), { 'docProps/core.xml': xml })).text?.properties ?? {}).map(({ value }) => value);
  expect(await stated(core('제목 없음', '사용자', '1601-01-01T00:00:00Z'))).toEqual([]);
  expect(await stated(core('Microsoft Word - draft.doc', 'Windows User', '2013-12-23T23:15:00Z'))).toEqual([]);
  expect(await stated(core('notice', 'python-docx', ''))).toEqual([]);
  expect(await stated(core('주민 등록 안내', '강변동 사무소', '2019-05-04T09:00:00Z'))).toEqual([
    '주민 등록 안내',
    '강변동 사무소',
    '2019-05-04',
  ]);
});

test('a main part under another name, with other prefixes, is found (O6)', async () => {
  const reading = await outcome({
    '_rels/.rels':
      '<Relationships xmlns="r"><Relationship Id="1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/docs/main.xml"/></Relationships>',
    'docs/main.xml': `<n:document xmlns:n="http://purl.oclc.org/ooxml/wordprocessingml/main"><n:body><n:p><n:r><n:t>본문</n:t></n:r></n:p></n:body></n:document>`,
  });
  expect(typeof reading === 'string' ? reading : reading.text?.blocks[0]?.text).toBe('본문');
});

test('hostile files are refused, each for its reason (O13)', async () => {
  const nested = `${'<w:tbl><w:tr><w:tc>'.repeat(10_000)}${'</w:tc></w:tr></w:tbl>'.repeat(10_000)}`;
  const entities = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${documentOf(p('&b;'))}`;
  const outside = `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>${documentOf(p('&a;'))}`;
  const bomb = documentOf(`<w:p><w:r><w:t>${' '.repeat(24 * 1024 * 1024)}</w:t></w:r></w:p>`);
  const refusals = [
    await outcome({ 'word/document.xml': documentOf(nested) }),
    await outcome({ 'word/document.xml': entities }),
    await outcome({ 'word/document.xml': outside }),
    await outcome({ 'word/document.xml': bomb }),
    await outcome({ 'word/document.xml': '<w:document>' }),
    await outcome({ 'word/document.xml': documentOf('').replace('w:body', 'w:other').replace('/w:body', '/w:other') }),
    await outcome({ 'readme.txt': 'no document' }),
  ];
  expect(refusals).toEqual(['too-deep', 'not-supported', 'not-supported', 'bomb', 'damaged', 'damaged', 'damaged']);
  const lying = await readDocx(Uint8Array.from(Buffer.from('%PDF-1.7 not a word file')), { fileName: 'x.docx' });
  expect(lying.ok ? undefined : lying.error.reason).toBe('damaged');
});

test('a damaged side part costs that part alone, and a name that leads out is said (O13)', async () => {
  const { text, unread } = await read(p('본문'), { 'word/comments.xml': '<w:comments>', '../../evil.xml': 'x' });
  expect(text?.blocks.map((block) => block.text)).toEqual(['본문']);
  expect(unread).toEqual([
    { part: '../../evil.xml', reason: 'path-escape' },
    { part: 'word/comments.xml', reason: 'damaged' },
  ]);
});
