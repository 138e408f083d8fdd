import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const KINDS = ['statistic', 'rule', 'event', 'opinion', 'forecast', 'testimony', 'assertion'] as const;
const MODALITIES = ['must', 'must-not', 'should', 'requested', 'restricted', 'may (rewarded)'] as const;
const OPTIONS = [
  'stay',
  'stay-adapted',
  'ad-hoc',
  'from-outside',
  'leave',
  'enter',
  'due-diligence',
  'exchange',
] as const;
const CATEGORIES = `refoulement enforcement border-control use-of-force surveillance informing helper-penalty detention
  detention-conditions post-return-harm trafficking documentation-status access-to-services host-community public-hostility
  border-violence access policy-signal legal-regulatory registration funding accusation civic-space social-control autonomy
  partner-risk programme-continuity reputation transnational-pressure home-politics`.split(/\s+/);
const UNITS =
  `persons households cases facilities occurrences items documents organisations farms years months share percent
  percent/year CNY CNY/year KRW KRW/year USD USD/year`.split(/\s+/);

const words = z.string().trim().min(1);
const day = z.iso.date();
const option = z.enum(OPTIONS);
const head = { id: words, script: z.enum(['Hans', 'Hant']).optional(), documentDate: day, text: words };

const claim = z.strictObject({
  quote: words,
  kind: z.enum(KINDS),
  rule: z
    .strictObject({
      addressee: words.nullable(),
      modality: z.enum(MODALITIES),
      action: words.nullable(),
      condition: words.optional(),
      reward: words.optional(),
      amount: z.number().positive().optional(),
      currency: z.enum(['CNY', 'KRW', 'USD', 'EUR', 'HKD']).optional(),
    })
    .optional(),
  risk: z
    .strictObject({ category: z.enum(CATEGORIES), direction: z.enum(['up', 'down', 'steady', 'volatile', 'unknown']) })
    .optional(),
  option: z
    .strictObject({
      option: z.union([option, z.array(option).min(2)]),
      stance: z.enum(['for', 'against', 'conditional', 'neutral', 'descriptive', 'question']),
    })
    .optional(),
  stance: z.strictObject({ toward: words, polarity: z.enum(['for', 'against', 'hostile']) }).optional(),
  hedge: z.array(words).min(1).optional(),
});

const quantity = z.strictObject({
  stated: words,
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.enum(UNITS),
  op: z.enum(['=', '>', '>=', '<', '<=', '~', '..', '?']),
  counts: z.string(),
});

const kindsSet = z.strictObject({
  note: words,
  items: z.array(
    z.strictObject({ ...head, language: z.enum(['en', 'zh', 'ko']), genre: words, claims: z.array(claim).min(1) }),
  ),
});
const quantitiesSet = z.strictObject({
  note: words,
  items: z.array(z.strictObject({ ...head, language: z.enum(['zh', 'ko']), quantities: z.array(quantity) })),
});

const stretch = { quote: words };
const residueSet = z.strictObject({
  note: words,
  items: z.array(
    z.strictObject({
      id: words,
      language: z.enum(['en', 'zh', 'ko']),
      genre: z.enum(['notice', 'agency', 'ngo', 'roundtable', 'thread', 'abstract']),
      format: z.enum(['txt', 'html']),
      text: words,
      claims: z.array(
        z.strictObject({
          ...stretch,
          kind: z.enum(KINDS),
          place: z.enum(['list', 'caption', 'note', 'closing', 'heading', 'tags']).optional(),
        }),
      ),
      residue: z.array(z.strictObject({ ...stretch, type: words })),
      either: z.array(words).min(1).optional(),
    }),
  ),
});

const PROTECTION = `singling-out high medium group-risk operational context-sensitive low-count byline public-figure
  public`.split(/\s+/);
const ROLES = `data-source issuer speaker quoted-source author author/publisher publisher newspaper agency translator
  translator/host`.split(/\s+/);
const QUASI = 'count sex age origin route date place occupation organisation family duration health'.split(' ');

const wholeSet = z.strictObject({
  note: words,
  items: z.array(
    z.strictObject({
      ...head,
      language: z.enum(['en', 'zh', 'ko']),
      genre: z.enum(['roundtable', 'explainer', 'notice', 'news', 'statement', 'thread']),
      claims: z.array(
        z.strictObject({
          ...claim.shape,
          tier: z.enum(['core', 'extended']),
          start: z.int(),
          end: z.int(),
          attribution: z
            .array(
              z.strictObject({
                role: z.enum(ROLES),
                name: words.nullable(),
                descr: words.optional(),
                anonymous: z.literal(true).optional(),
              }),
            )
            .min(1),
          date: z.strictObject({ stated: words, norm: words }).optional(),
          place: z
            .array(z.strictObject({ stated: words, norm: words }))
            .min(1)
            .optional(),
          quantity: z
            .array(quantity.extend({ unit: z.enum([...UNITS, 'days', 'KPW', 'THB', 'AFN', 'KHR', 'GEL']) }))
            .min(1)
            .optional(),
          rule: z
            .strictObject({
              addressee: words.nullable(),
              modality: z.enum(MODALITIES),
              action: words.nullable(),
              condition: words.optional(),
              amount: z.number().positive().optional(),
              currency: z.enum(['CNY', 'KRW', 'THB', 'AFN', 'GEL', 'KHR']).optional(),
            })
            .optional(),
        }),
      ),
      mentions: z.array(
        z.strictObject({
          surface: words,
          start: z.int(),
          end: z.int(),
          type: z.enum(['person', 'source', 'group', 'place']),
          protection: z.enum(PROTECTION),
          quasiIdentifiers: z.array(z.enum(QUASI)).min(1).optional(),
        }),
      ),
    }),
  ),
});

const GOLD = import.meta.dirname;
const bytesOf = (name: string): Buffer => readFileSync(join(GOLD, name));
/** Whether a figure has the value and the bounds that its comparator asks for. */
function boundsFit(op: string, value: number | null, low: number | null, high: number | null): boolean {
  if (op === '?') return value === null && low === null && high === null;
  if (op === '..') return value === null && low !== null && high !== null && low < high;
  return value !== null && low === (op.startsWith('>') ? value : null) && high === (op.startsWith('<') ? value : null);
}

const readKinds = () => kindsSet.parse(JSON.parse(bytesOf('kinds.json').toString('utf8'))).items;
const readQuantitySet = () => quantitiesSet.parse(JSON.parse(bytesOf('quantities.json').toString('utf8'))).items;

describe.each(['residue.json'])('%s', (name) => {
  const { items } = residueSet.parse(JSON.parse(bytesOf(name).toString('utf8')));

  it('is the set whose digest the page states', () => {
    expect(bytesOf('README.md').toString('utf8')).toContain(createHash('sha256').update(bytesOf(name)).digest('hex'));
  });

  it('marks stretches of its own texts, claims in their order', () => {
    const strange = items.flatMap(({ id, text, claims, residue, either }) => {
      let from = 0;
      const lost = claims.flatMap(({ quote }) => {
        const at = text.indexOf(quote, from);
        from = at + quote.length;
        return at < 0 ? [quote] : [];
      });
      const others = [...residue.map(({ quote }) => quote), ...(either ?? [])].filter((one) => !text.includes(one));
      return [...lost, ...others].map((quote) => `${id}: ${quote}`);
    });
    expect(strange).toEqual([]);
  });

  it.each(['en', 'zh', 'ko'])(
    'holds in %s as many passages with a claim where residue is expected as without',
    (lang) => {
      const own = items.filter(({ language }) => language === lang);
      expect(own.length).toBe(40);
      expect(own.filter(({ claims }) => claims.some(({ place }) => place)).length).toBeGreaterThanOrEqual(20);
      expect(own.flatMap(({ residue }) => residue).length).toBeGreaterThanOrEqual(100);
    },
  );
});

describe('whole.json', () => {
  const bytes = bytesOf('whole.json');
  const { items } = wholeSet.parse(JSON.parse(bytes.toString('utf8')));

  it('is the set whose digest the page states', () => {
    expect(bytesOf('README.md').toString('utf8')).toContain(createHash('sha256').update(bytes).digest('hex'));
  });

  it('holds every genre once in each language, two of the Chinese documents in traditional characters', () => {
    const seen = items.map(({ language, genre }) => `${language} ${genre}`);
    expect(new Set(seen).size).toBe(18);
    expect(items.length).toBe(18);
    expect(items.filter(({ language, script }) => (language === 'zh') !== (script !== undefined))).toEqual([]);
    expect(items.filter(({ script }) => script === 'Hant').length).toBe(2);
  });

  it('quotes its own texts at its offsets, claims in order and apart', () => {
    const wrong = items.flatMap(({ id, text, claims, mentions }) => [
      ...claims
        .filter(({ quote, start, end }, i) => text.slice(start, end) !== quote || start < (claims[i - 1]?.end ?? 0))
        .map(({ quote }) => `${id}: ${quote}`),
      ...claims
        .filter(({ quote }) => text.indexOf(quote) !== text.lastIndexOf(quote))
        .map(({ quote }) => `${id}: ${quote}`),
      ...mentions
        .filter(({ surface, start, end }) => text.slice(start, end) !== surface)
        .map(({ surface }) => `${id}: ${surface}`),
    ]);
    expect(wrong).toEqual([]);
  });

  it('uses the words of its own texts in every field', () => {
    const strange = items.flatMap(({ id, text, claims }) =>
      claims.flatMap(({ quote, attribution, date, place, quantity: figures, rule, stance, hedge }) =>
        [
          ...[
            ...attribution.flatMap(({ name, descr }) => name ?? descr ?? []),
            date?.stated,
            ...(place ?? []).map(({ stated }) => stated),
            rule?.addressee,
            rule?.action,
            rule?.condition,
            stance?.toward,
          ].filter((said) => typeof said === 'string' && !text.includes(said)),
          ...[...(figures ?? []).map(({ stated }) => stated), ...(hedge ?? [])].filter((said) => !quote.includes(said)),
        ].map((said) => `${id}: ${said}`),
      ),
    );
    expect(strange).toEqual([]);
  });

  it('names or describes every source, gives rules to rules, amounts with currency, figures with their bounds', () => {
    const claims = items.flatMap((each) => each.claims);
    const wrong = claims.filter(
      ({ kind, rule, attribution, quantity: figures }) =>
        (rule !== undefined && kind !== 'rule') ||
        (rule?.amount === undefined) !== (rule?.currency === undefined) ||
        attribution.some(
          ({ name, descr, anonymous }) => (name === null) !== (descr !== undefined && anonymous === true),
        ) ||
        (figures ?? []).some(({ op, value, low, high }) => !boundsFit(op, value, low, high)),
    );
    expect(wrong).toEqual([]);
  });

  it.each(['en', 'zh', 'ko'])('holds enough of everything in %s', (language) => {
    const own = items.filter((each) => each.language === language);
    const claims = own.flatMap((each) => each.claims);
    expect(claims.filter(({ tier }) => tier === 'core').length).toBeGreaterThanOrEqual(100);
    for (const kind of KINDS)
      expect(claims.filter((each) => each.kind === kind).length, kind).toBeGreaterThanOrEqual(8);
    expect(claims.filter(({ option: taken }) => taken).length).toBeGreaterThanOrEqual(14);
    expect(claims.flatMap(({ quantity: figures }) => figures ?? []).length).toBeGreaterThanOrEqual(30);
    expect(own.flatMap(({ mentions }) => mentions).length).toBeGreaterThanOrEqual(35);
  });
});

describe.each(['kinds.json', 'quantities.json'])('%s', (name) => {
  it('is the set whose digest the page states', () => {
    expect(bytesOf('README.md').toString('utf8')).toContain(createHash('sha256').update(bytesOf(name)).digest('hex'));
  });

  it('names each text once, and each Chinese text with its script', () => {
    const items = name === 'kinds.json' ? readKinds() : readQuantitySet();
    expect(new Set(items.map((each) => each.id)).size).toBe(items.length);
    expect(new Set(items.map((each) => each.text)).size).toBe(items.length);
    expect(items.filter((each) => (each.language === 'zh') !== (each.script !== undefined))).toEqual([]);
  });
});

describe('the gold kinds', () => {
  const items = readKinds();

  it('use the words of their own text', () => {
    const strange = items.flatMap(({ id, text, claims }) =>
      claims.flatMap(({ quote, rule, hedge }) =>
        [quote, rule?.addressee, rule?.action, rule?.condition, rule?.reward, ...(hedge ?? [])]
          .filter((said) => typeof said === 'string' && !text.includes(said))
          .map((said) => `${id}: ${said}`),
      ),
    );
    expect(strange).toEqual([]);
    const foreign = items.flatMap(({ text, claims }) =>
      claims.flatMap(({ stance }) =>
        stance && !text.toLowerCase().includes(stance.toward.toLowerCase()) ? [stance.toward] : [],
      ),
    );
    expect(foreign).toEqual([]);
  });

  it('quote each stretch once, in the order of the text', () => {
    const wrong = items.flatMap(({ id, text, claims }) => {
      let from = 0;
      return claims.flatMap(({ quote }) => {
        const at = text.indexOf(quote, from);
        const isTwice = at === -1 || text.indexOf(quote) !== text.lastIndexOf(quote);
        from = at + quote.length;
        return isTwice ? [`${id}: ${quote}`] : [];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('give a rule to rules alone, and an amount with its currency', () => {
    const wrong = items.flatMap(({ claims }) =>
      claims.filter(
        ({ kind, rule }) => rule && (kind !== 'rule' || (rule.amount === undefined) !== (rule.currency === undefined)),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it.each(['en', 'zh', 'ko'])('hold enough of everything in %s', (language) => {
    const own = items.filter((each) => each.language === language);
    const claims = own.flatMap((each) => each.claims);
    const rules = claims.flatMap(({ rule }) => rule ?? []);
    expect(own.length).toBeGreaterThanOrEqual(70);
    for (const kind of KINDS)
      expect(claims.filter((each) => each.kind === kind).length, kind).toBeGreaterThanOrEqual(15);
    expect(rules.length).toBeGreaterThanOrEqual(15);
    expect(new Set(rules.map((rule) => rule.modality))).toEqual(new Set(MODALITIES));
    expect(claims.filter(({ risk }) => risk).length).toBeGreaterThanOrEqual(25);
    expect(new Set(claims.flatMap(({ option: taken }) => taken?.option ?? []))).toEqual(new Set(OPTIONS));
    expect(claims.filter(({ option: taken }) => taken).length).toBeGreaterThanOrEqual(12);
    expect(claims.filter(({ hedge }) => hedge).length).toBeGreaterThanOrEqual(15);
    expect(claims.filter(({ stance }) => stance).length).toBeGreaterThanOrEqual(10);
  });
});

describe('the gold quantities', () => {
  const items = readQuantitySet();

  it('use the words of their own text', () => {
    const strange = items.flatMap(({ id, text, quantities }) =>
      quantities
        .flatMap(({ stated, counts }) => [stated, counts])
        .filter((said) => !text.includes(said))
        .map((said) => `${id}: ${said}`),
    );
    expect(strange).toEqual([]);
  });

  it('have the value and the bounds that their comparator asks for', () => {
    const wrong = items
      .flatMap(({ quantities }) => quantities)
      .filter(({ op, value, low, high }) => !boundsFit(op, value, low, high));
    expect(wrong).toEqual([]);
  });

  it.each(['zh', 'ko'])('hold enough of %s, and sentences without any', (language) => {
    const own = items.filter((each) => each.language === language);
    expect(own.length).toBeGreaterThanOrEqual(60);
    expect(own.filter(({ quantities }) => quantities.length === 0).length).toBeGreaterThanOrEqual(5);
    expect(own.filter(({ quantities }) => quantities.length > 1).length).toBeGreaterThanOrEqual(10);
  });
});
