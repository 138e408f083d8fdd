import { attributeOf, elementAt, elementsOf, type XmlElement } from './xml.ts';

/** What a paragraph style says that matters for reading. */
export interface ParagraphStyle {
  /** Its name in lower case. Programs keep the English names of the styles they come with, whatever they show. */
  readonly name: string;
  /** 0 to 8; absent for running text. */
  readonly outline?: number;
  readonly list?: { readonly id?: string; readonly level?: number };
  readonly hidden: boolean;
}

export interface DocxStyles {
  readonly of: (id: string) => ParagraphStyle | undefined;
  /** The style of paragraphs that name none. */
  readonly standard?: string;
}

/** Styles of `word/styles.xml`, each with what it takes over from the one it is based on. Circles are cut. */
export function stylesOf(root: XmlElement | undefined): DocxStyles {
  const elements = new Map<string, XmlElement>();
  let standard: string | undefined;
  for (const style of root === undefined ? [] : elementsOf(root, 'style')) {
    const id = attributeOf(style, 'styleId') ?? '';
    elements.set(id, style);
    const isDefault = /^(1|true|on)$/.test(attributeOf(style, 'default') ?? '');
    if (isDefault && attributeOf(style, 'type') === 'paragraph') standard ??= id;
  }
  const known = new Map<string, ParagraphStyle>();

  function resolve(id: string, steps: number): ParagraphStyle | undefined {
    const before = known.get(id);
    const element = elements.get(id);
    if (before !== undefined || element === undefined) return before;
    const base = valueAt(element, 'basedOn');
    const inherited = base === undefined || base === id || steps === 0 ? undefined : resolve(base, steps - 1);
    const outline = numberAt(element, 'pPr', 'outlineLvl') ?? inherited?.outline;
    const list = listAt(element) ?? inherited?.list;
    const vanish = elementAt(element, 'rPr', 'vanish');
    const style: ParagraphStyle = {
      name: (valueAt(element, 'name') ?? '').toLowerCase(),
      ...(outline !== undefined && outline <= 8 && { outline }),
      ...(list !== undefined && { list }),
      hidden: vanish === undefined ? (inherited?.hidden ?? false) : isOn(vanish),
    };
    known.set(id, style);
    return style;
  }

  return { of: (id) => resolve(id, 20), ...(standard !== undefined && { standard }) };
}

/** The list that a paragraph or style belongs to, as its properties say; undefined when they say nothing. */
export function listAt(element: XmlElement): ParagraphStyle['list'] | undefined {
  const numbering = elementAt(element, 'pPr', 'numPr');
  if (numbering === undefined) return undefined;
  const id = valueAt(numbering, 'numId');
  const level = numberAt(numbering, 'ilvl');
  return { ...(id !== undefined && { id }), ...(level !== undefined && { level }) };
}

/** The value of the element reached by these names. */
export function valueAt(element: XmlElement, ...names: readonly string[]): string | undefined {
  const found = elementAt(element, ...names);
  return found === undefined ? undefined : attributeOf(found, 'val');
}

export function numberAt(element: XmlElement, ...names: readonly string[]): number | undefined {
  const value = valueAt(element, ...names);
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** Whether a switch is on: it is when it stands there, unless it says no. */
export function isOn(element: XmlElement): boolean {
  return !/^(0|false|off|none)$/.test(attributeOf(element, 'val') ?? 'true');
}
