import type { Span } from '../anchor.ts';
import type { FoundPlace, Hit, KnownPlace } from './found-place.ts';

/**
 * What each hit means, by itself or by what stands beside it (docs/read-places.md RP8): an enclosing place, or the fuller form of one meaning. What stays
 * ambiguous has candidates; an everyday word with nothing beside it is left out.
 */
export function settledPlaces(text: string, hits: readonly Hit[]): readonly FoundPlace[] {
  const fuller = hits.filter(({ full, meanings }) => full && meanings.length === 1);
  return hits.flatMap((hit, i) => settled(text, { hit, before: hits[i - 1], after: hits[i + 1], fuller }) ?? []);
}

interface Surroundings {
  readonly hit: Hit;
  readonly before: Hit | undefined;
  readonly after: Hit | undefined;
  readonly fuller: readonly Hit[];
}

function settled(text: string, around: Surroundings): FoundPlace | undefined {
  const { hit } = around;
  const stated = text.slice(hit.start, hit.end);
  const [first, ...others] = hit.meanings;
  const base = { start: hit.start, end: hit.end, stated };
  if (first === undefined) return { ...base, type: hit.type, level: hit.level };
  const beside = besideIt(text, around);
  if (others.length > 0 || hit.doubtful) {
    for (const { other, place } of beside) {
      const enclosed = hit.meanings.filter((meaning) => place !== undefined && encloses(place, meaning.place));
      const [only] = enclosed;
      if (only !== undefined && enclosed.length === 1)
        return { ...base, ...known(only.place), evidence: spanOf(other) };
    }
    const fuller = hit.doubtful ? undefined : fullerForm(around);
    if (fuller !== undefined) return { ...base, ...known(fuller.place), evidence: fuller.evidence };
    if (hit.doubtful) return undefined;
    return { ...base, candidates: hit.meanings.map(({ place }) => place.id), ...common(hit) };
  }
  const elsewhere = beside.some(({ other, place, leads }) => leads && isElsewhere(first.place, other, place));
  if (elsewhere) return { ...base, type: 'unknown', level: 'unknown' };
  return { ...base, ...known(first.place) };
}

function known(place: KnownPlace): Pick<FoundPlace, 'norm' | 'id' | 'type' | 'level'> {
  return { ...(place.norm !== '' && { norm: place.norm, id: place.id }), type: place.type, level: place.level };
}

function common({ meanings }: Hit): Pick<FoundPlace, 'type' | 'level'> {
  const [types, levels] = [
    new Set(meanings.map(({ place }) => place.type)),
    new Set(meanings.map(({ place }) => place.level)),
  ];
  const [type, level] = [[...types][0], [...levels][0]];
  return {
    type: types.size === 1 && type !== undefined ? type : 'unknown',
    level: levels.size === 1 && level !== undefined ? level : 'unknown',
  };
}

interface Beside {
  readonly other: Hit;
  readonly place: KnownPlace | undefined;
  /** Stands where the language puts the larger place. */
  readonly leads: boolean;
}

/** Between a place and the larger one behind it: "Hyesan, Ryanggang Province", "Musan in North Hamgyong". */
const LARGER_BEHIND = /^(?:,\s|\s\(|,?\s(?:in|of)\s(?:the\s)?)$/u;
/** Between a larger place and one in it: nothing, a space, a possessive. */
const LARGER_BEFORE = /^(?:\s?|['’]s\s|的|의\s)$/u;

function besideIt(text: string, { hit, before, after }: Surroundings): readonly Beside[] {
  const found: Beside[] = [];
  const of = (other: Hit, leads: boolean): void => {
    const [only, ...others] = other.meanings;
    found.push({ other, place: others.length === 0 ? only?.place : undefined, leads });
  };
  if (before !== undefined && hit.start - before.end <= 3 && LARGER_BEFORE.test(text.slice(before.end, hit.start)))
    of(before, true);
  if (after !== undefined && after.start - hit.end <= 9 && LARGER_BEHIND.test(text.slice(hit.end, after.start)))
    of(after, after.full);
  return found;
}

function encloses(larger: KnownPlace, smaller: KnownPlace): boolean {
  if (larger.id === smaller.id) return false;
  return (
    smaller.above.includes(larger.id) || smaller.countries.includes(larger.id) || smaller.id.startsWith(`${larger.id}-`)
  );
}

/** Whether the larger place beside a name is one in which the known place does not lie: Ji'an in Jiangxi is not the one in Jilin. */
function isElsewhere(place: KnownPlace, other: Hit, larger: KnownPlace | undefined): boolean {
  if (!other.full || (other.level !== 'province' && other.level !== 'prefecture')) return false;
  if (place.level !== 'county' && place.level !== 'prefecture' && place.level !== 'finer') return false;
  if (other.level === 'prefecture' && place.level === 'prefecture') return false;
  if (larger === undefined) return other.meanings.length === 0;
  // Provinces of another country stand in a list beside it rather than around it.
  return larger.countries.some((code) => place.countries.includes(code)) && !encloses(larger, place);
}

const NEAR = 600;

/** The one meaning whose fuller form stands near: "Tumen City" settles a later Tumen. */
function fullerForm({
  hit,
  fuller,
}: Surroundings): { readonly place: KnownPlace; readonly evidence: Span } | undefined {
  const near = nearHits(fuller, hit.start);
  const said = near.filter(({ meanings }) => hit.meanings.some(({ place }) => place.id === meanings[0]?.place.id));
  const places = new Set(said.map(({ meanings }) => meanings[0]?.place.id));
  const nearest = said.sort((a, b) => Math.abs(a.start - hit.start) - Math.abs(b.start - hit.start))[0];
  const place = nearest?.meanings[0]?.place;
  return places.size === 1 && nearest !== undefined && place !== undefined
    ? { place, evidence: spanOf(nearest) }
    : undefined;
}

/** Those that begin within reach, found by halving: a text may hold a hundred thousand. */
function nearHits(hits: readonly Hit[], at: number): Hit[] {
  let [low, high] = [0, hits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.start ?? 0) < at - NEAR) low = middle + 1;
    else high = middle;
  }
  const near: Hit[] = [];
  for (let i = low; i < hits.length && (hits[i]?.start ?? 0) <= at + NEAR; i++) near.push(...hits.slice(i, i + 1));
  return near;
}

function spanOf({ start, end }: Hit): Span {
  return { start, end };
}
