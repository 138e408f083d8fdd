import { listNumber, type NumberStyle } from './list-number.ts';
import { attributeOf, elementAt, elementsOf, type XmlElement } from './xml.ts';

/** Writes the numbers that a word processor puts before paragraphs of ordered lists. */
export interface Numbering {
  /** Counts the paragraph in, and gives its number as shown; '' for bullets and lists that are not known. */
  readonly label: (list: string, level: number) => string;
}

interface Level {
  readonly start: number;
  readonly style: NumberStyle | 'bullet';
  /** `%1.%2`: each `%n` stands for the number of that level. */
  readonly pattern: string;
  readonly figuresOnly: boolean;
}

interface List {
  readonly abstract: string;
  readonly overrides: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

const LEVELS = 9;

/**
 * Numbering of `word/numbering.xml` (ECMA-376 part 1, 17.9). Lists of one abstract definition count on together. A definition
 * may point to a style and that to another list; after a few steps the chain is given up, since it may be a circle.
 */
export function numberingOf(
  root: XmlElement | undefined,
  listOfStyle: (style: string) => string | undefined,
): Numbering {
  const abstracts = new Map<string, XmlElement>();
  const lists = new Map<string, List>();
  for (const element of root === undefined ? [] : elementsOf(root)) {
    if (element.name === 'abstractNum') abstracts.set(attributeOf(element, 'abstractNumId') ?? '', element);
    if (element.name === 'num') lists.set(attributeOf(element, 'numId') ?? '', listOf(element));
  }
  const levelsByAbstract = new Map<string, ReadonlyMap<number, Level>>();
  const counters = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();

  function levelsOf(abstract: string, steps: number): ReadonlyMap<number, Level> {
    const known = levelsByAbstract.get(abstract);
    if (known !== undefined) return known;
    const element = abstracts.get(abstract);
    const link = element === undefined ? undefined : valueIn(element, 'numStyleLink');
    const linked = link === undefined || steps === 0 ? undefined : lists.get(listOfStyle(link) ?? '');
    const levels =
      linked !== undefined && linked.abstract !== abstract
        ? levelsOf(linked.abstract, steps - 1)
        : new Map((element === undefined ? [] : elementsOf(element, 'lvl')).map(levelOf));
    levelsByAbstract.set(abstract, levels);
    return levels;
  }

  function label(id: string, at: number): string {
    const list = lists.get(id);
    if (list === undefined || at < 0 || at >= LEVELS) return '';
    const own = levelsOf(list.abstract, 8);
    const levelAt = (index: number) => list.overrides.get(index) ?? own.get(index);
    const level = levelAt(at);
    if (level === undefined) return '';
    const counts = counters.get(list.abstract) ?? [];
    counters.set(list.abstract, counts);
    const fresh = !started.has(`${id} ${at}`) && list.starts.has(at);
    started.add(`${id} ${at}`);
    const before = fresh ? undefined : counts[at];
    counts[at] = before === undefined ? (list.starts.get(at) ?? level.start) : before + 1;
    counts.length = at + 1;
    if (level.style === 'bullet') return '';
    return level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const other = levelAt(index);
      const count = counts[index] ?? other?.start ?? 1;
      const style = other === undefined || other.style === 'bullet' || level.figuresOnly ? 'decimal' : other.style;
      return index > at ? '' : listNumber(count, style);
    });
  }

  return { label };
}

function listOf(element: XmlElement): List {
  const overrides = new Map<number, Level>();
  const starts = new Map<number, number>();
  for (const override of elementsOf(element, 'lvlOverride')) {
    const at = Number(attributeOf(override, 'ilvl') ?? '0');
    const level = elementAt(override, 'lvl');
    const start = numberOf(valueIn(override, 'startOverride'));
    if (level !== undefined) overrides.set(at, levelOf(level)[1]);
    if (start !== undefined) starts.set(at, start);
  }
  return { abstract: valueIn(element, 'abstractNumId') ?? '', overrides, starts };
}

function levelOf(element: XmlElement): readonly [number, Level] {
  const format = valueIn(element, 'numFmt') ?? 'decimal';
  return [
    Number(attributeOf(element, 'ilvl') ?? '0'),
    {
      start: numberOf(valueIn(element, 'start')) ?? 1,
      style: format === 'bullet' ? 'bullet' : (STYLES.get(format) ?? 'decimal'),
      pattern: (valueIn(element, 'lvlText') ?? '').slice(0, 100),
      figuresOnly: elementAt(element, 'isLgl') !== undefined,
    },
  ];
}

function valueIn(element: XmlElement, name: string): string | undefined {
  const child = elementAt(element, name);
  return child === undefined ? undefined : attributeOf(child, 'val');
}

function numberOf(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** ECMA-376 part 1, 17.18.59. */
const STYLES: ReadonlyMap<string, NumberStyle> = new Map([
  ['decimal', 'decimal'],
  ['decimalZero', 'decimal-padded'],
  ['decimalFullWidth', 'decimal-fullwidth'],
  ['decimalFullWidth2', 'decimal-fullwidth'],
  ['decimalEnclosedCircle', 'decimal-enclosed'],
  ['decimalEnclosedCircleChinese', 'decimal-enclosed'],
  ['lowerLetter', 'lower-letter'],
  ['upperLetter', 'upper-letter'],
  ['lowerRoman', 'lower-roman'],
  ['upperRoman', 'upper-roman'],
  ['chineseCounting', 'han'],
  ['chineseCountingThousand', 'han'],
  ['ideographDigital', 'han'],
  ['japaneseCounting', 'han'],
  ['taiwaneseCounting', 'han'],
  ['taiwaneseCountingThousand', 'han'],
  ['ideographTraditional', 'heavenly-stems'],
  ['ganada', 'korean-syllables'],
  ['chosung', 'korean-consonants'],
  ['koreanCounting', 'korean-digits'],
  ['koreanDigital', 'korean-digits'],
  ['none', 'none'],
]);
