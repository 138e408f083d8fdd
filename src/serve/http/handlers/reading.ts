import { ok } from '../../../base/index.ts';
import type { DocumentView, SourceView } from '../../api.ts';
import { type Custody, custodyOf } from '../../custody.ts';
import { findInLayer } from '../../finding.ts';
import type { SourceClaims } from '../../source-claims.ts';
import { veilWords } from '../../veil-words.ts';
import { claimAnswer } from '../claim-answer.ts';
import { type Answers, reveal as revealed, sourceOf } from '../desk.ts';
import { chainsOf } from '../document-chains.ts';
import type { DeskSource } from '../open-sources.ts';
import { namesOf } from '../people.ts';

/** Most places of a word within one source. */
const MOST_PLACES = 2000;

export const readingAnswers: Pick<Answers, 'source' | 'custody' | 'find'> = {
  source: async (desk, { source: id, reveal = false }) => {
    const row = await sourceOf(desk, id);
    if (!row.ok) return row;
    if (reveal) {
      const asked = await revealed(desk, row.value.source);
      if (!asked.ok) return asked;
    }
    const [source, marks, nameOf] = await Promise.all([
      desk.sources.open(row.value),
      desk.summaries.marks(),
      namesOf(desk),
    ]);
    const [opened, line] = await Promise.all([desk.sources.claims(source), desk.summaries.line(row.value, marks)]);
    const showing = { source, opened, reveal, nameOf, self: desk.vault.person };
    const claims = opened.claims.map((claim) => claimAnswer(showing, claim));
    return ok({
      ...textOfSource(source, reveal),
      line,
      claims: claims.sort((a, b) => placeOf(a.span) - placeOf(b.span)),
    });
  },

  custody: async (desk, { source: id }) => {
    const row = await sourceOf(desk, id);
    if (!row.ok) return row;
    const [custody, source, nameOf] = await Promise.all([
      custodyOf(desk.vault, row.value, desk.now),
      desk.sources.open(row.value),
      namesOf(desk),
    ]);
    const opened = await desk.sources.claims(source);
    const { device, seq } = custody.position;
    const said = (words: string | null): string | null =>
      words === null ? null : veilWords(words, source.layer === undefined ? [] : source.reading?.mentions);
    return ok({
      bytes: custody.bytes.type,
      checkedAt: custody.bytes.type === 'unchanged' ? custody.bytes.checkedAt : desk.now(),
      capturedAt: custody.capturedAt,
      capturedBy: capturedBy(custody, nameOf),
      method: custody.method,
      tool: `${custody.tool.name} ${custody.tool.version}`,
      origin: said(custody.origin),
      reason: said(custody.reason),
      modified: custody.modified,
      length: custody.length,
      sha256: custody.sha256,
      sha512: custody.sha512,
      entry: { device, seq },
      collections: custody.collections,
      chain: carriersOf(source, opened),
    });
  },

  find: async (desk, { source: id, query, reveal = false }) => {
    const row = await sourceOf(desk, id);
    if (!row.ok) return row;
    if (reveal) {
      const asked = await revealed(desk, row.value.source);
      if (!asked.ok) return asked;
    }
    const source = await desk.sources.open(row.value);
    if (source.layer === undefined) return ok({ places: [], total: 0 });
    const shown = reveal ? source.revealed : source.veiled;
    // A place under a veil would say that a guess is right, and nobody would know that it was made.
    const { places, total } = findInLayer(
      source.layer,
      { text: query, exact: false },
      { names: desk.knowledge.names, mentions: [], limit: MOST_PLACES, mayTell: (place) => shown.isOpen(place) },
    );
    return ok({ total, places: places.map((place) => shown.toShown(place)) });
  },
};

/** Claims whose place is lost come last. */
function placeOf(span: { readonly start: number } | null): number {
  return span?.start ?? Number.MAX_SAFE_INTEGER;
}

function capturedBy({ capturedBy: who }: Custody, nameOf: (person: string) => string): string | null {
  return who === null ? null : /^[0-9a-f]{64}$/.test(who) ? nameOf(who) : who;
}

/** All of a source that follows from its text. */
function textOfSource(source: DeskSource, reveal: boolean): Omit<SourceView, 'line' | 'claims'> {
  const { layer, row, sentences, pairs } = source;
  const shown = reveal ? source.revealed : source.veiled;
  const at = (span: { readonly start: number; readonly end: number }): { start: number; end: number } => ({
    ...shown.toShown(span),
  });
  return {
    layer: row.layer?.layer ?? null,
    text: shown.text,
    blocks: (layer?.blocks ?? []).map(({ start, end, kind, level, label, language }) => ({
      ...at({ start, end }),
      ...{ kind, language },
      boilerplate: label === 'boilerplate',
      ...(level !== undefined && { level }),
    })),
    documents: documentsOf(source, reveal),
    chains: chainsOf(source, reveal).map(({ start, end, links }) => ({
      start,
      end,
      links: links.map(({ view }) => view),
    })),
    veiled: shown.veils,
    sentences: sentences.map(at).filter(({ start, end }, i, all) => end > start && start !== all[i - 1]?.start),
    pairs: pairs.map(({ first, second }) => ({ original: at(first), translation: at(second) })),
    pages: (layer?.pages ?? []).map(({ number, width, height, runs }) => ({
      ...{ number, width, height },
      runs: runs.map(({ start, end, box }) => ({ ...at({ start, end }), box })),
    })),
    recognised: layer?.type === 'recognised',
  };
}

function documentsOf(
  { layer, reading, veiled, revealed: plain }: DeskSource,
  reveal: boolean,
): readonly DocumentView[] {
  const shown = reveal ? plain : veiled;
  const said = (words: string | undefined): string | null =>
    words === undefined ? null : reveal ? words : veilWords(words, reading?.mentions);
  return (layer?.documents ?? []).map(({ start, end, title, issuer, date, language, role }) => ({
    ...shown.toShown({ start, end }),
    title: said(title?.value),
    issuer: said(issuer?.value),
    date: date?.value ?? null,
    language,
    role: role ?? null,
  }));
}

/** Roles of those who stand between an event and its reader, from the one who said it on. */
const CARRIERS = [
  'issuer',
  'author/publisher',
  'publisher',
  'newspaper',
  'agency',
  'translator',
  'translator/host',
] as const;
/** Most carriers that are told. */
const MOST_CARRIERS = 12;

/** Everybody who is named as a carrier in the chains of a source's claims, each once. */
function carriersOf({ reading }: DeskSource, { claims }: SourceClaims): { role: string; name: string }[] {
  const found = new Map<string, { role: string; name: string }>();
  for (const wanted of CARRIERS) {
    for (const { claim } of claims) {
      for (const { role, name } of claim.attribution) {
        if (role !== wanted || name === null) continue;
        found.set(`${role} ${name}`, { role, name: veilWords(name, reading?.mentions) });
      }
    }
  }
  return [...found.values()].slice(0, MOST_CARRIERS);
}
