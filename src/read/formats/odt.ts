import { ok, type Result } from '../../base/index.ts';
import type { FormatHints, FormatNote, FormatReading, FormatRefusal } from './format.ts';
import { type OdfReading, readOdfStory } from './odf-body.ts';
import { odfListsOf } from './odf-lists.ts';
import { openOdf } from './odf-package.ts';
import { blocksOfParts, type OfficePart } from './office-nodes.ts';
import { filesBelow, membersOf } from './office-package.ts';
import { attributeOf, descendantsOf, elementAt, elementsOf, type XmlElement } from './xml.ts';

/** Raise the version whenever the same bytes could give another text. */
const TOOL = { name: 'daybook-odt', version: '1' } as const;

/**
 * Reads an OpenDocument text (docs/read-office.md O14 to O17): body, notes, comments, headers and footers as blocks with their
 * paragraph; pictures as members. Refused when it is encrypted or its content cannot be read.
 */
export async function readOdt(bytes: Uint8Array, hints: FormatHints): Promise<Result<FormatReading, FormatRefusal>> {
  const opened = await openOdf(bytes, 'odt', hints.fileName);
  if (!opened.ok) return opened;
  const { office, content, body, styles, properties, unread } = opened.value;
  const reading: OdfReading = {
    lists: odfListsOf([styles, content]),
    styleName: styleNames([styles, content]),
    hiddenStyles: hiddenStyles(content),
    counts: new Map(),
    notes: [],
    comments: [],
    numbers: { footnote: 0, endnote: 0 },
    deletions: 0,
    hidden: 0,
    cut: false,
    objects: new Set(),
  };
  const main: OfficePart = { name: 'body', nodes: readOdfStory(body, reading) };
  const margins = marginParts(styles, reading);
  const blocks = blocksOfParts([main, ...reading.notes, ...reading.comments, ...margins], unread);
  if (reading.cut) unread.push({ part: 'repeated cells', reason: 'too-many' });
  for (const name of reading.objects) if (name !== '') unread.push({ part: name, reason: 'not-supported' });
  const members = await membersOf(filesBelow(office, 'Pictures/', /./), unread);
  const macros = office.files.some(({ name }) => /^(?:Basic|Scripts)\/.*\.(?:xba|xlb|py|js|bsh)$/i.test(name));
  const notes: readonly FormatNote[] = [
    ...(reading.deletions > 0
      ? [{ part: 'tracked changes', note: 'deletions-left-out', count: reading.deletions } as const]
      : []),
    ...(reading.hidden > 0 ? [{ part: 'passages', note: 'hidden', count: reading.hidden } as const] : []),
    ...(macros ? [{ part: 'macros', note: 'macros-left-out' } as const] : []),
  ];
  return ok({
    text: {
      type: 'extracted',
      tool: TOOL,
      mediaType: 'application/vnd.oasis.opendocument.text',
      blocks,
      properties,
    },
    members,
    unread,
    notes,
  });
}

/** Headers and footers stand with the page styles. */
function marginParts(styles: XmlElement | undefined, reading: OdfReading): readonly OfficePart[] {
  const counts = { header: 0, footer: 0 };
  const pages = styles === undefined ? [] : descendantsOf(styles, 'master-page');
  return pages.flatMap((page) =>
    elementsOf(page).flatMap((margin) => {
      const kind = margin.name.startsWith('header')
        ? 'header'
        : margin.name.startsWith('footer')
          ? 'footer'
          : undefined;
      if (kind === undefined) return [];
      const number = ++counts[kind];
      return [{ name: number === 1 ? kind : `${kind} ${number}`, nodes: readOdfStory(margin, reading), aside: true }];
    }),
  );
}

function hiddenStyles(content: XmlElement): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const style of descendantsOf(content, 'style')) {
    const properties = elementAt(style, 'text-properties');
    if (properties !== undefined && attributeOf(properties, 'display') === 'none') {
      hidden.add(attributeOf(style, 'name') ?? '');
    }
  }
  return hidden;
}

/** Styles that a program makes for one paragraph stand for the named style they are made from. */
function styleNames(roots: readonly (XmlElement | undefined)[]): (name: string) => string {
  const parents = new Map<string, string>();
  for (const root of roots) {
    for (const styles of root === undefined ? [] : descendantsOf(root, 'automatic-styles')) {
      for (const style of elementsOf(styles, 'style')) {
        const parent = attributeOf(style, 'parent-style-name');
        if (parent !== undefined) parents.set(attributeOf(style, 'name') ?? '', parent);
      }
    }
  }
  return (name) => parents.get(name) ?? name;
}
