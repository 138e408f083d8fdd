import { parseId, parseSourceId, type SubjectId } from '../../src/base/index.ts';
import type { Brief, BriefInput, BriefSource } from '../../src/brief/brief.ts';
import { draftBrief } from '../../src/brief/draft.ts';
import { sha256 } from '../../src/preserve/index.ts';
import type { Block, Claim, Layer, Mention, Quantity, ThemeName, ThemePack } from '../../src/read/index.ts';

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not an id');
  return value;
}
/** The draft's own id. */
export const BRIEF: SubjectId = found(parseId('SubjectId', 'f0'.repeat(16)));
const DEVICE = found(parseId('DeviceKey', '0d'.repeat(32)));

/** A page in few words. */
export interface Page {
  readonly title?: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly language?: string;
  /** Blocks; one that begins with "# " is a heading. */
  readonly blocks: readonly string[];
  readonly claims?: readonly ({ readonly quote: string } & Partial<Claim>)[];
  readonly mentions?: readonly (Pick<Mention, 'surface' | 'type'> & Partial<Mention>)[];
}

/** A source with the page's claims and mentions, each at its first occurrence. */
export function sourceOf(page: Page, n = 1): BriefSource {
  let text = '';
  const blocks: Block[] = page.blocks.map((words) => {
    const heading = words.startsWith('# ');
    const start = text === '' ? 0 : text.length + 2;
    text += (text === '' ? '' : '\n\n') + (heading ? words.slice(2) : words);
    const kind = heading ? { kind: 'heading' as const, level: 2 } : { kind: 'paragraph' as const };
    return {
      ...kind,
      start,
      end: text.length,
      label: 'content',
      language: page.language ?? 'en',
      source: { start, end: text.length },
    };
  });
  const meta = (value: string | undefined) => (value === undefined ? undefined : { value, from: 'meta' as const });
  const [title, publisher, date] = [meta(page.title), meta(page.publisher), meta(page.date)];
  const digest = sha256(text);
  const layer: Layer = {
    v: 1,
    type: 'extracted',
    tool: { name: 'test', version: '1' },
    parent: { sha256: digest },
    mediaType: 'text/plain',
    charset: { name: 'utf-8', decidedBy: 'strict-utf-8', replaced: 0 },
    text,
    blocks,
    metadata: { ...(title && { title }), ...(publisher && { publisher }), ...(date && { date }) },
    documents: [],
  };
  const place = (quote: string) => {
    const start = text.indexOf(quote);
    if (start < 0) throw new Error('the page does not say so');
    return { start, end: start + quote.length };
  };
  return {
    source: found(parseSourceId(n.toString(16).padStart(32, '0'))),
    sha256: digest,
    position: { device: DEVICE, seq: 10 + n },
    layer,
    reading: {
      reader: { name: 'test', version: '1' },
      claims: (page.claims ?? []).map(({ quote, ...claim }) => ({
        kind: 'statistic',
        attribution: [{ role: 'issuer', name: 'Omrek Bureau of Finance' }],
        date: null,
        place: [],
        quantity: [],
        hedge: [],
        rule: null,
        event: null,
        signal: null,
        option: null,
        stance: null,
        ...claim,
        passage: { layer: digest, ...place(quote), quote, prefix: '', suffix: '' },
      })),
      mentions: (page.mentions ?? []).map((mention) => ({
        protection: 'high',
        reason: 'named-person',
        quasiIdentifiers: [],
        ...place(mention.surface),
        ...mention,
      })),
    },
  };
}

/** A draft about a query, with a fixed clock. */
export function draft(query: string, sources: readonly BriefSource[], more: Partial<BriefInput> = {}): Brief {
  return draftBrief({ brief: BRIEF, query, at: '2024-05-01T12:00:00Z', sources, packs: [], ...more });
}

/** The drafted sentences as plain text. */
export function sentencesOf(brief: Brief): string[] {
  return brief.sections.flatMap(({ sentences }) =>
    sentences.map(({ segments }) => segments.map(({ text }) => text).join('')),
  );
}

/** A count of unregistered crossers. */
export const persons = (quantity: Partial<Quantity>): Quantity => ({
  stated: '',
  value: null,
  low: null,
  high: null,
  unit: 'persons',
  counts: 'unregistered crossers',
  op: '=',
  ...quantity,
});

/** A county and a town in it. */
export const PACK: ThemePack = {
  id: 'p',
  title: 'P',
  version: '1',
  licence: 'CC0-1.0',
  digest: '',
  offices: [],
  terms: [],
  places: [
    {
      id: 'XL-ditvar',
      type: 'county',
      names: [name('Ditvar County')],
      countries: ['XL'],
      showAs: 'XL-ditvar',
      source: 'invented',
    },
    {
      id: 'XL-tamrin',
      type: 'town',
      names: [name('Tamrin')],
      countries: ['XL'],
      showAs: 'XL-ditvar',
      source: 'invented',
    },
  ],
};
/** A name of an invented place. */
export function name(text: string): ThemeName {
  return { text, language: 'en', unverified: false };
}
