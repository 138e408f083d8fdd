import type { Span } from '../anchor.ts';
import { tokensOf } from '../figures/tokens.ts';
import type { Block } from '../layer.ts';
import { readAttributions } from '../quotations/read-attributions.ts';
import { namedUnits } from '../roster.ts';
import { turnLabelOf } from '../turn-label.ts';
import { inherited, isPage, linkFor, sourcesAfter, underLaw, withoutPaper } from './block-sources.ts';
import { chainOf } from './chain.ts';
import { claimDate, dateWords, type EarlierDate, goesOn, tellsWhen } from './claim-date.ts';
import { claimPlaces } from './claim-place.ts';
import { isSomebody, type Sources, sourcesOf, statedIn } from './claim-source.ts';
import { type Confidant, confidedIn } from './confided.ts';
import { type CountedBefore, NOTHING_COUNTED } from './counted-before.ts';
import { dataSourcesIn } from './data-source.ts';
import { type Findings, type PlaceWords, type ReadLanguage, within } from './findings.ts';
import { lawIn } from './laws.ts';
import { leans, pastTense } from './leaning.ts';
import { NO_RISKS_BEFORE, type RiskMemory, withLentRisks } from './lent-risk.ts';
import { onRulesAt } from './on-rules.ts';
import { type PaperBefore, type PassedOn, paperOf, passedOnIn } from './passed-on.ts';
import { type Spoken, settledDates, withDates } from './pointed-dates.ts';
import { NO_PLACES, type PlaceMemory, pointedPlaces, withPlaces } from './pointed-places.ts';
import type { ProvenanceWords } from './provenance.ts';
import { type SaidAfterwards, saidAfterwards } from './said-afterwards.ts';
import { sayingOf } from './saying.ts';
import type { Sentence } from './sentence-parts.ts';
import { quantitiesIn } from './sentence-quantities.ts';
import { speechBySentence } from './sentence-speech.ts';
import type { ClaimDraft, DocumentSetting, Tense } from './setting.ts';
import { type SentenceContext, statementsOf } from './statements.ts';
import { tenseIn } from './tense.ts';

/** So far the head of a document reaches: its title and first lines, in UTF-16 units. */
const HEAD = 300;

/** What earlier blocks of a document leave for later ones. */
export interface BlockMemory {
  readonly counted: CountedBefore;
  /** The last border that the document spoke of and that is known. */
  readonly border: PlaceWords | undefined;
  /** The places that the document spoke of. */
  readonly places: PlaceMemory;
  /** The last dates that the document spoke of. */
  readonly spoken: Spoken | undefined;
  /** When the last sentence was, for a paragraph that leans on it. */
  readonly earlier: EarlierDate | undefined;
  /** The paper that a post passed on: the next one by the same hand may go on with it. */
  readonly paper: PaperBefore | undefined;
  /** Who told whoever posts what their posts tell. */
  readonly confidant: Confidant | undefined;
  /** Whether the last heading or question is one on rules. */
  readonly onRules: boolean;
  /** The kinds of risk that the document spoke of. */
  readonly risks: RiskMemory;
}

export const NOTHING_BEFORE: BlockMemory = {
  counted: NOTHING_COUNTED,
  border: undefined,
  places: NO_PLACES,
  spoken: undefined,
  earlier: undefined,
  paper: undefined,
  confidant: undefined,
  onRules: false,
  risks: NO_RISKS_BEFORE,
};

/** Reads the claims of one block, and what the next one may lean on. */
export function claimsOfBlock(
  block: Block,
  all: readonly Sentence[],
  setting: DocumentSetting,
  {
    lang,
    memory,
    leadIn,
  }: { readonly lang: ReadLanguage; readonly memory: BlockMemory; readonly leadIn: Span | undefined },
): { readonly drafts: readonly ClaimDraft[]; readonly memory: BlockMemory } {
  const from = saidFrom(setting, block);
  const sentences = from === block.start ? all : saidSentences(all, from);
  const speech = readAttributions(setting.text.slice(from, block.end), { lang })
    .map((each) => shifted(each, from))
    .filter((each) => isSomebody(setting.text, each, lang));
  const dates = dateWords(setting, block, lang);
  const heading = block.kind === 'heading';
  const drafts: ClaimDraft[] = [];
  const sentenceOf: number[] = [];
  const places = setting.places(setting.text, block, lang);
  const isHead = block.start - (setting.document?.start ?? 0) < HEAD;
  let { counted, border, spoken, onRules, places: spokenPlaces } = memory;
  let lastPlace: { readonly words: PlaceWords; readonly tense: Tense } | undefined;
  let earlier = sentences[0] !== undefined && leans(setting.text, sentences[0], lang) ? memory.earlier : undefined;
  let sources: Sources = [];
  const speechOf = speechBySentence(speech, sentences);
  const afterwards = saidAfterwards(setting.text, sentences, lang);
  const posted = postedIn(setting, block, sentences, { lang, memory });
  const { passedOn } = posted;
  // A title is no claim, and still says what the text is about.
  if (sentences.length === 0) spokenPlaces = withPlaces(spokenPlaces, places, isHead);
  for (const [at, sentence] of sentences.entries()) {
    onRules = onRulesAt(setting.text, block, sentence, onRules);
    const tenseHere = tenseIn(setting.text, sentence, sentence, lang);
    const inSentence = settledDates(sentence, within(dates, sentence), setting, { lang, tense: tenseHere, spoken });
    const told = inSentence.filter((each) => tellsWhen(setting.text, sentence, each));
    const quantities = quantitiesIn(setting.text, sentence, lang, { dates: inSentence, counted, heading });
    ({ counted } = quantities);
    const findings: Findings = {
      dates: inSentence,
      quantities: quantities.quantities,
      places: within(places, sentence),
      stated: lang === 'en' ? statedIn(setting.text, sentence) : undefined,
      speech: speechOf[at] ?? [],
      law: lawIn(setting.text, sentence, lang),
      data: dataSourcesIn(setting.text, sentence, lang),
    };
    const spokenBefore = withPlaces(spokenPlaces, findings.places, isHead);
    border = findings.places.find((each) => each.border !== undefined) ?? border ?? setting.border;
    const before = lastPlace !== undefined && goesOn(lastPlace.tense, tenseHere) ? lastPlace.words : undefined;
    for (const clause of statementsOf(sentence, { text: setting.text, lang, place: placeOf(block.kind), findings })) {
      const tense = tenseIn(setting.text, clause, sentence, lang);
      const draft = claimOf(clause, sentence, setting, {
        lang,
        block,
        findings,
        sources,
        border,
        spokenPlaces,
        before,
        leadIn,
        passedOn,
        afterwards,
        onRules,
        tense,
        earlier: earlier ?? (leans(setting.text, clause, lang) ? memory.earlier : undefined),
      });
      if (draft !== undefined) {
        drafts.push(draft);
        sentenceOf.push(at);
      }
      const date = within(told, clause).find(({ weak, norm }) => !weak && norm !== null);
      if (date?.norm)
        earlier = { start: date.start, end: date.end, norm: date.norm, tense: pastTense(tense, date.norm, setting) };
    }
    const date = told.findLast(({ weak, norm }) => !weak && norm !== null);
    if (date?.norm && (earlier === undefined || earlier.start < sentence.start)) {
      // A date that no statement took ("In 2003 alone, …") still holds for what follows.
      earlier = {
        start: date.start,
        end: date.end,
        norm: date.norm,
        tense: pastTense(tenseHere, date.norm, setting),
        isSaid: findings.speech.length > 0,
      };
    }
    spokenPlaces = spokenBefore;
    const held =
      findings.places.findLast(({ place, openBorder }) => place.relation === undefined && !openBorder) ??
      pointedPlaces(setting.text, sentence, spokenPlaces, { lang, isNamed: false })[0]?.target;
    if (held !== undefined) lastPlace = { words: held, tense: tenseHere };
    else if (before === undefined) lastPlace = undefined;
    spoken = withDates(spoken, told);
    sources = sourcesAfter(setting, sentence, findings, { lang, sources });
  }
  const lent = withLentRisks(drafts, sentenceOf, { text: setting.text, lang, before: memory.risks });
  return {
    drafts: lent.drafts,
    memory: {
      counted,
      border,
      places: spokenPlaces,
      spoken,
      earlier,
      paper: posted.paper,
      confidant: posted.confidant,
      onRules,
      risks: lent.risks,
    },
  };
}

/** Whose words a block of a post passes on, and what the next one may go on with; nothing outside of posts. */
function postedIn(
  { text, document }: DocumentSetting,
  block: Block,
  sentences: readonly Sentence[],
  { lang, memory }: { readonly lang: ReadLanguage; readonly memory: BlockMemory },
): { readonly passedOn: readonly PassedOn[] } & Pick<BlockMemory, 'paper' | 'confidant'> {
  if (document?.role !== 'post') return { passedOn: [], paper: undefined, confidant: undefined };
  const poster = document.issuer?.value ?? '';
  const printed = passedOnIn(text, block, sentences, { lang, poster, before: memory.paper });
  const { passed, confidant } = confidedIn(text, sentences, { lang, poster, before: memory.confidant });
  return { passedOn: [...printed, ...passed], paper: paperOf(printed, poster) ?? memory.paper, confidant };
}

/** What a block's kind says of how much its lines must say to be statements. */
function placeOf(kind: Block['kind']): SentenceContext['place'] {
  return kind === 'heading' || kind === 'caption' || kind === 'list-item' ? kind : 'text';
}

/** Words that say where a text comes from, as a claim of whoever issued or carried it. */
export function provenanceClaim(words: ProvenanceWords, setting: DocumentSetting, lang: ReadLanguage): ClaimDraft {
  const { start, end, subkind } = words;
  const dates = dateWords(setting, words, lang);
  const sentence = { start, end, tokens: tokensOf(setting.text.slice(start, end), start) };
  const places = setting.places(setting.text, words, lang);
  return {
    ...NOTHING_SAID,
    kind: 'event',
    subkind,
    start,
    end,
    attribution: chainOf([], setting.document, setting.carriers),
    date: claimDate(words, dates, setting, {
      sentence,
      lang,
      severalQuantities: false,
      tense: 'past',
      earlier: undefined,
    }),
    place: claimPlaces(words, places, setting, {
      lang,
      sentence,
      border: undefined,
      memory: NO_PLACES,
      before: undefined,
      kind: 'event',
    }),
  };
}

const NOTHING_SAID = {
  quantity: [],
  hedge: [],
  rule: null,
  event: null,
  signal: null,
  option: null,
  stance: null,
} as const;

/** How much of its paragraph around a clause may tell what kind of thing it says, in UTF-16 units. */
const REACH = 300;

interface SentenceReading {
  readonly block: Span;
  readonly lang: ReadLanguage;
  readonly findings: Findings;
  readonly tense: Tense;
  readonly earlier: EarlierDate | undefined;
  /** Sources of the sentence before, of the same paragraph. */
  readonly sources: Sources;
  readonly border: PlaceWords | undefined;
  readonly spokenPlaces: PlaceMemory;
  /** Where the sentence before held, when this one goes on with it. */
  readonly before: PlaceWords | undefined;
  /** The sentence that a numbered item hangs on. */
  readonly leadIn: Span | undefined;
  readonly passedOn: readonly PassedOn[];
  readonly afterwards: SaidAfterwards | undefined;
  readonly onRules: boolean;
}

function claimOf(
  clause: Span,
  sentence: Sentence,
  setting: DocumentSetting,
  {
    lang,
    block,
    findings,
    tense,
    earlier,
    sources,
    border,
    spokenPlaces,
    before,
    leadIn,
    passedOn,
    afterwards,
    onRules,
  }: SentenceReading,
): ClaimDraft | undefined {
  const { start, end } = clause;
  const quantity = within(findings.quantities, clause).map((each) => each.quantity);
  const hasFigure = quantity.length > 0;
  const own = sourcesOf(setting.text, clause, findings, { lang, isPage: isPage(setting), hasFigure });
  const isBefore = afterwards !== undefined && start >= afterwards.from && start < afterwards.to;
  const later = isBefore ? afterwards.sources : undefined;
  const told = own.length > 0 ? own : (later ?? inherited(sentence, setting, sources, lang));
  const passed = passedOn.find(({ from, to }) => end > from && start < to);
  const stated = passed === undefined ? told : [...withoutPaper(told, passed), ...passed.sources];
  const attribution = chainOf(
    stated.map((source) => linkFor(source, clause, sentence)),
    setting.document,
    setting.carriers,
  );
  const { dates, speech } = findings;
  const passage = { start: Math.max(block.start, start - REACH), end: Math.min(block.end, end + REACH) };
  const saying = sayingOf(clause, setting, {
    lang,
    passage,
    quantity,
    attribution,
    dates,
    speech,
    leadIn,
    sentence,
    isOrdered: onRules || findings.law !== undefined,
  });
  if (saying === undefined) return undefined;
  const { kind, subkind, rule, event, signal, evidence, option, stance, hedge } = saying;
  const chain = kind === 'rule' ? underLaw(attribution, findings.law, { clause, sentence }) : attribution;
  const date = claimDate(clause, dates, setting, {
    sentence,
    lang,
    severalQuantities: quantity.length > 1,
    tense,
    earlier,
    saysOn: speech.length > 0 && leans(setting.text, sentence, lang),
    isRule: kind === 'rule',
  });
  const place = claimPlaces(clause, findings.places, setting, {
    lang,
    sentence,
    border,
    memory: spokenPlaces,
    before,
    kind,
  });
  // Written out: spread, each claim would be put together member by member.
  return subkind === undefined
    ? {
        kind,
        rule,
        event,
        signal,
        evidence,
        option,
        stance,
        hedge,
        start,
        end,
        attribution: chain,
        date,
        place,
        quantity,
      }
    : {
        kind,
        subkind,
        rule,
        event,
        signal,
        evidence,
        option,
        stance,
        hedge,
        start,
        end,
        attribution: chain,
        date,
        place,
        quantity,
      };
}

/** Sentences without the label before the first of them. */
function saidSentences(sentences: readonly Sentence[], from: number): readonly Sentence[] {
  return sentences.flatMap((each) => (each.end <= from ? [] : [each.start < from ? { ...each, start: from } : each]));
}

/** Where what is said begins: behind the label of a turn, or the number of a part of a thread. */
function saidFrom({ text, document }: DocumentSetting, block: Block): number {
  if (document?.role === 'post')
    return (
      block.start +
      (/^[(（[]?\d{1,2}\s?[/／](?:\s?\d{1,2})?[)）\].]?\s*/u.exec(text.slice(block.start, block.start + 12))?.[0]
        .length ?? 0)
    );
  if (document?.role !== 'contribution' || block.start !== document.start) return block.start;
  const head = text.slice(block.start, Math.min(block.end, block.start + 140));
  return block.start + (turnLabelOf(head)?.said ?? namedUnits(head, document.issuer));
}

function shifted<T extends ReturnType<typeof readAttributions>[number]>(each: T, by: number): T {
  // Most texts are one block; what stands in the first stands where it was found.
  if (by === 0) return each;
  const move = (span: Span): Span => ({ start: span.start + by, end: span.end + by });
  return {
    ...each,
    content: move(each.content),
    more: each.more.map(move),
    speaker: each.speaker && move(each.speaker),
    cue: each.cue && move(each.cue),
    via: each.via.map(move),
  };
}
