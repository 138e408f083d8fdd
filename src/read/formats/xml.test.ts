import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  attributeOf,
  descendantsOf,
  elementAt,
  elementsOf,
  parseXml,
  parseXmlBytes,
  textOf,
  type XmlElement,
  type XmlRefusal,
} from './xml.ts';

function rootOf(text: string): XmlElement {
  const parsed = parseXml(text);
  if (!parsed.ok) throw new Error(`refused: ${parsed.error.reason}`);
  return parsed.value;
}

function refusalOf(text: string): XmlRefusal['reason'] | undefined {
  const parsed = parseXml(text);
  return parsed.ok ? undefined : parsed.error.reason;
}

test('text, elements and CDATA keep their order, and white space is kept (X1)', () => {
  const root = rootOf('<?xml version="1.0"?><a> 하나 <b>둘</b>\r\n<![CDATA[<c>&amp;]]><!-- no --> three</a>');
  expect(root.children.map((child) => (typeof child === 'string' ? child : textOf(child)))).toEqual([
    ' 하나 ',
    '둘',
    '\n',
    '<c>&amp;',
    ' three',
  ]);
});

test('prefixes are told apart by the address they stand for (X1)', () => {
  const root = rootOf('<x:a xmlns:x="urn:one" xmlns="urn:two"><b x:id="1" id="2" x:kind="k"/></x:a>');
  const inner = elementAt(root, 'b');
  expect([root.name, root.prefix, root.space, inner?.space]).toEqual(['a', 'x', 'urn:one', 'urn:two']);
  expect(inner === undefined ? [] : [attributeOf(inner, 'id'), attributeOf(inner, 'kind')]).toEqual(['2', 'k']);
  expect(elementsOf(root).length + elementsOf(root, 'c').length).toBe(1);
});

test('only the five entities and numbered characters are decoded; an unknown name stays as written (X2)', () => {
  const root = rootOf(
    '<a b="1 &lt; 2 &#x4e2d;">&amp;lt; &quot;&apos;&gt; &#44032; &#0; &#xD800; &#x110000; &nbsp;</a>',
  );
  expect(textOf(root)).toBe('&lt; "\'> 가 \ufffd \ufffd \ufffd &nbsp;');
  expect(attributeOf(root, 'b')).toBe('1 < 2 中');
});

test('entities that a document declares are refused before anything is read (X2)', () => {
  const bomb = `<!DOCTYPE a [<!ENTITY x0 "ha">${Array.from({ length: 40 }, (_, i) => `<!ENTITY x${i + 1} "&x${i};&x${i};">`).join('')}]>`;
  expect(refusalOf(`<?xml version="1.0"?>${bomb}<a>&x40;</a>`)).toBe('not-supported');
  expect(refusalOf('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')).toBe('not-supported');
  expect(refusalOf('<!-- <a> --><!DOCTYPE a\n[<!ENTITY x "y">]><a>&x;</a>')).toBe('not-supported');
  expect(refusalOf('<?p <a?><!DOCTYPE a SYSTEM "x" [<!ENTITY % p SYSTEM "http://x.invalid/">%p;]><a/>')).toBe(
    'not-supported',
  );
  expect(refusalOf('<!ENTITY x "y"><a>&x;</a>')).toBe('not-supported');
});

test('a plain DOCTYPE is passed over', () => {
  const page = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://x.invalid/x.dtd"><html>&nbsp;t</html>';
  expect(textOf(rootOf(page))).toBe('&nbsp;t');
});

test('what is not well formed is refused (X3)', () => {
  const damaged = [
    '',
    'words',
    '<a>',
    '<a><b></a></b>',
    '<a/><b/>',
    '<a>t</a>more',
    '<a b=c/>',
    '<a b="1" b="2"/>',
    '<a>1 < 2</a>',
    '<a><![CDATA[x]]</a>',
    '<a><!-- x</a>',
    '<a b="x>t</a>',
    '<a><__proto__>t</__proto__></a>',
  ];
  expect(damaged.map((text) => [text, refusalOf(text)])).toEqual(damaged.map((text) => [text, 'damaged']));
});

test('names that could reach into built-in objects are refused or are names like any others (X3)', () => {
  expect(refusalOf('<a><constructor>x</constructor></a>')).toBe('damaged');
  const root = rootOf('<a toString="1" valueOf="2"><toString>x</toString></a>');
  expect([...root.attributes.values(), textOf(root)]).toEqual(['1', '2', 'x']);
});

test('depth, tags and length have their limits (X4)', () => {
  expect(refusalOf('<a>'.repeat(400) + '</a>'.repeat(400))).toBeUndefined();
  expect(refusalOf('<a>'.repeat(401) + '</a>'.repeat(401))).toBe('too-deep');
  expect(refusalOf('<a>'.repeat(1_000_000))).toBe('too-deep');
  expect(refusalOf(`<r>${'<a x=">"/>'.repeat(1000)}</r>`)).toBeUndefined();
  const limits = { characters: 100, tags: 4, depth: 4 };
  const reasons = ['<a><b/><b/><b/></a>', `<a>${'x'.repeat(100)}</a>`, '<a><b/><b/></a>'].map((text) => {
    const parsed = parseXml(text, limits);
    return parsed.ok ? undefined : parsed.error.reason;
  });
  expect(reasons).toEqual(['too-large', 'too-large', undefined]);
});

test('bytes are read by mark, declaration and else as UTF-8 (X5)', () => {
  const wide = (text: string) => Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
  const korean = Uint8Array.from([
    ...Buffer.from('<?xml version="1.0" encoding="EUC-KR"?><a>'),
    0xb0,
    0xa1,
    ...Buffer.from('</a>'),
  ]);
  const texts = [wide('<a>中가</a>'), Buffer.from('\ufeff<a>中가</a>'), Buffer.from('<a>中가</a>'), korean].map(
    (bytes) => {
      const parsed = parseXmlBytes(bytes);
      return parsed.ok ? textOf(parsed.value) : parsed.error.reason;
    },
  );
  expect(texts).toEqual(['中가', '中가', '中가', '가']);
  const broken = parseXmlBytes(Uint8Array.from([...Buffer.from('<a>'), 0xc3, 0x28, ...Buffer.from('</a>')]));
  expect(broken).toEqual({ ok: false, error: { type: 'xml-refused', reason: 'damaged' } });
});

test('any text comes back as it went in, and any text at all is read or refused', () => {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(textOf(rootOf(`<a><b>${escaped(text)}</b></a>`))).toBe(text);
    }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('<a>', '</a>', '<b x="', '">', '&', '<!--', '-->', '<![CDATA[', ']]>', 't', '<')),
      (parts) => {
        const parsed = parseXml(parts.join(''));
        expect(parsed.ok ? parsed.value.name : parsed.error.type).toMatch(/^(a|b|xml-refused)$/);
      },
    ),
  );
});

test('elements of a name are found at any depth, outermost first', () => {
  const root = rootOf('<a><t>1</t><b><t>2<t>3</t></t></b></a>');
  expect(descendantsOf(root, 't').map(textOf)).toEqual(['1', '23']);
});
