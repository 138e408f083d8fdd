import { gzipSync } from 'node:zlib';
import { rawZip } from '../read/raw-zip.ts';
import { CLEAN, type End, entry, type HostileFile, repeated, utf8 } from './hostile-parts.ts';

/** Archives made to do harm. */
export function archives(): readonly HostileFile[] {
  const zeros = new Uint8Array(24 * 1024 * 1024);
  const escaping = (name: string, path: string, ends: readonly End[] = ['partly']): HostileFile => ({
    name: `escape-${name}.zip`,
    bytes: rawZip([entry(path), entry('clean.txt')]),
    ends,
  });
  const bomb = rawZip([entry('zeros.txt', zeros)]);
  let nested = rawZip([entry('deep.txt')]);
  for (let depth = 0; depth < 12; depth++) nested = rawZip([entry(`level-${depth}.zip`, nested, { stored: true })]);
  return [
    escaping('up', '../../out.txt'),
    escaping('absolute', '/etc/out.txt'),
    escaping('drive', 'C:\\out.txt'),
    escaping('backslash', '..\\..\\out.txt'),
    escaping('middle', 'in/../../out.txt'),
    escaping('nul', 'out.txt\0.png'),
    // A name is cleaned of what does not print.
    escaping('control', 'out\u0007.txt', ['kept', 'partly']),
    { name: 'bomb.zip', bytes: bomb, ends: ['partly', 'kept'] },
    {
      name: 'bomb-in-zip.zip',
      // Another than the one above: a twin of it would be here already, and nothing more would be said of it.
      bytes: rawZip([entry('bomb.zip', rawZip([entry('inside.txt', zeros)]), { stored: true })]),
      ends: ['kept'],
      within: 'bomb',
    },
    {
      name: 'bomb-overlapping.zip',
      bytes: rawZip([
        entry('0.txt', new Uint8Array(1 << 20)),
        ...Array.from({ length: 500 }, (_, i) => entry(`${i + 1}.txt`, new Uint8Array(1 << 20), { dataOf: 0 })),
      ]),
      ends: ['partly', 'kept'],
    },
    { name: 'nested-twelve-deep.zip', bytes: nested, ends: ['kept'], within: 'too-deep' },
    {
      name: 'many.zip',
      bytes: rawZip(Array.from({ length: 25_000 }, (_, i) => entry(`${i}.txt`, '', { stored: true }))),
      ends: ['kept'],
    },
    { name: 'duplicates.zip', bytes: rawZip([entry('a.txt'), entry('a.txt', 'another\n')]), ends: ['partly'] },
    { name: 'encrypted.zip', bytes: rawZip([entry('a.txt', CLEAN, { flags: 0x801 })]), ends: ['partly', 'kept'] },
    {
      name: 'symlink.zip',
      bytes: rawZip([entry('link', '/etc/passwd', { attributes: 0o120777 << 16 }), entry('clean.txt')]),
      ends: ['partly'],
    },
    {
      name: 'lying-size.zip',
      bytes: rawZip([entry('a.txt', CLEAN, { statedBytes: 4_000_000_000 })]),
      ends: ['partly', 'kept'],
    },
    { name: 'lying-small.zip', bytes: rawZip([entry('a.txt', zeros, { statedBytes: 1 })]), ends: ['partly', 'kept'] },
    { name: 'truncated.zip', bytes: rawZip([entry('a.txt'), entry('b.txt')]).subarray(0, 80), ends: ['kept'] },
    { name: 'empty.zip', bytes: rawZip([]), ends: ['kept'] },
    { name: 'long-name.zip', bytes: rawZip([entry('n'.repeat(60_000)), entry('clean.txt')]), ends: ['kept', 'partly'] },
    {
      name: 'names-that-turn.zip',
      bytes: rawZip([entry('report\u202Efdp.exe'), entry('clean.txt')]),
      ends: ['partly', 'kept'],
    },
    { name: 'no-files.zip', bytes: rawZip([entry('only/', '', { stored: true })]), ends: ['kept'] },
    { name: 'gzip-bomb.gz', bytes: gzipSync(zeros), ends: ['kept'] },
    { name: 'gzip-truncated.gz', bytes: gzipSync(utf8(CLEAN)).subarray(0, 20), ends: ['kept'] },
    { name: 'gzip-in-gzip.gz', bytes: repeated(9, (inner) => gzipSync(inner), utf8(CLEAN)), ends: ['kept'] },
    { name: 'gzip-nothing.gz', bytes: gzipSync(new Uint8Array(0)), ends: ['kept'] },
  ];
}

/** TAR archives made to do harm. */
export function tars(): readonly HostileFile[] {
  const member = (name: string, type: string, link = '', content = CLEAN): Uint8Array => {
    const head = Buffer.alloc(512);
    head.write(name.slice(0, 100), 0, 'utf8');
    head.write('0000644\0', 100);
    head.write('0000000\0', 108);
    head.write('0000000\0', 116);
    const length = type === '0' ? Buffer.byteLength(content) : 0;
    head.write(`${length.toString(8).padStart(11, '0')}\0`, 124);
    head.write('00000000000\0', 136);
    head.write('        ', 148);
    head.write(type, 156);
    head.write(link.slice(0, 100), 157);
    head.write('ustar\u000000', 257);
    const sum = head.reduce((total, byte) => total + byte, 0);
    head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const body = Buffer.alloc(Math.ceil(length / 512) * 512);
    if (length > 0) body.write(content);
    return Buffer.concat([head, body]);
  };
  const tar = (...members: readonly Uint8Array[]): Uint8Array => Buffer.concat([...members, Buffer.alloc(1024)]);
  return [
    { name: 'escape.tar', bytes: tar(member('../../out.txt', '0'), member('clean.txt', '0')), ends: ['partly'] },
    { name: 'absolute.tar', bytes: tar(member('/etc/out.txt', '0'), member('clean.txt', '0')), ends: ['partly'] },
    { name: 'symlink.tar', bytes: tar(member('link', '2', '/etc/passwd'), member('clean.txt', '0')), ends: ['partly'] },
    {
      name: 'hardlink.tar',
      bytes: tar(member('link', '1', '/etc/passwd'), member('clean.txt', '0')),
      ends: ['partly'],
    },
    { name: 'device.tar', bytes: tar(member('dev', '3'), member('clean.txt', '0')), ends: ['partly'] },
    { name: 'fifo.tar', bytes: tar(member('pipe', '6'), member('clean.txt', '0')), ends: ['partly'] },
    { name: 'duplicates.tar', bytes: tar(member('a.txt', '0'), member('a.txt', '0', '', 'other\n')), ends: ['partly'] },
    {
      name: 'truncated.tar',
      bytes: tar(member('a.txt', '0', '', CLEAN.repeat(40))).subarray(0, 900),
      ends: ['kept', 'partly'],
    },
    { name: 'all-zero.tar', bytes: new Uint8Array(10_240), ends: ['kept', 'refused'] },
  ];
}

const ENTITIES = `<!DOCTYPE r [<!ENTITY a "haha">${Array.from({ length: 12 }, (_, i) => `<!ENTITY a${i} "${`&a${i === 0 ? '' : i - 1};`.repeat(10)}">`).join('')}]>`;
const OUTSIDE = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

/** Office files and books, which are archives, made to do harm. */
export function packages(): readonly HostileFile[] {
  const types = entry(
    '[Content_Types].xml',
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  );
  const word = (xml: string): Uint8Array => rawZip([types, entry('word/document.xml', xml)]);
  const body = (inner: string, before = ''): string =>
    `<?xml version="1.0"?>${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inner}</w:body></w:document>`;
  const paragraph = '<w:p><w:r><w:t>&x;&a11;word</w:t></w:r></w:p>';
  const sheet = (xml: string): Uint8Array =>
    rawZip([types, entry('xl/workbook.xml', xml), entry('xl/worksheets/sheet1.xml', xml)]);
  const open = (type: string, xml: string): Uint8Array =>
    rawZip([
      entry('mimetype', type, { stored: true }),
      entry('content.xml', xml),
      entry('META-INF/container.xml', xml),
    ]);
  const deep = (tag: string, depth: number): string => `<${tag}>`.repeat(depth) + `</${tag}>`.repeat(depth);
  const any: readonly End[] = ['kept', 'partly', 'read'];
  return [
    { name: 'entities.docx', bytes: word(body(paragraph, ENTITIES)), ends: ['kept'] },
    { name: 'outside-entity.docx', bytes: word(body(paragraph, OUTSIDE)), ends: ['kept'] },
    { name: 'deep.docx', bytes: word(body(deep('w:tbl', 20_000))), ends: ['kept'] },
    { name: 'unclosed.docx', bytes: word(body('<w:p><w:r><w:t>word')), ends: any },
    { name: 'bomb.docx', bytes: word(body(' '.repeat(80_000_000))), ends: ['kept'] },
    { name: 'no-body.docx', bytes: word(''), ends: ['kept'] },
    { name: 'only-types.docx', bytes: rawZip([types, entry('word/document.txt', 'no')]), ends: any },
    { name: 'entities.xlsx', bytes: sheet(`${ENTITIES}<workbook>&a11;</workbook>`), ends: ['kept'] },
    { name: 'deep.xlsx', bytes: sheet(deep('row', 20_000)), ends: ['kept'] },
    {
      name: 'outside-entity.odt',
      bytes: open('application/vnd.oasis.opendocument.text', `${OUTSIDE}<r>&x;</r>`),
      ends: ['kept'],
    },
    {
      name: 'deep.odt',
      bytes: open('application/vnd.oasis.opendocument.text', deep('text:section', 20_000)),
      ends: ['kept'],
    },
    {
      name: 'outside-entity.ods',
      bytes: open('application/vnd.oasis.opendocument.spreadsheet', `${OUTSIDE}<r>&x;</r>`),
      ends: ['kept'],
    },
    {
      name: 'outside-entity.epub',
      bytes: open('application/epub+zip', `${OUTSIDE}<container>&x;</container>`),
      ends: ['kept'],
    },
    {
      name: 'escaping-spine.epub',
      bytes: open(
        'application/epub+zip',
        '<container><rootfiles><rootfile full-path="../../etc/passwd"/></rootfiles></container>',
      ),
      ends: ['kept'],
    },
    { name: 'outside-entity.hwpx', bytes: open('application/hwp+zip', `${OUTSIDE}<r>&x;</r>`), ends: ['kept'] },
  ];
}
