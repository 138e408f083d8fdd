import { type CollectionId, ok, type Result, refuse } from '../base/index.ts';
import { type Brief, type BriefSource, briefParts, briefToHtml, briefToMarkdown, draftBrief } from '../brief/index.ts';
import type { ThemePack } from '../read/index.ts';
import type { Vault, WriteRefusal } from '../vault/index.ts';
import { addCounts, countStates } from '../weigh/index.ts';
import type { Clock } from './clock.ts';
import { type UseRefused, usesRefused } from './consent.ts';
import { countedSources, countingOf, NO_CLAIMS } from './counting.ts';
import { briefDrafted } from './drafts.ts';
import { newSubjectId, type RandomBytes } from './subjects.ts';

/** A draft that was recorded, with the files it makes. */
export interface WrittenBrief {
  readonly draft: Brief;
  readonly sentences: number;
  /** Sources in which no figure was read, so that nothing in them could be found, whatever they say. */
  readonly unsearched: number;
  /** Accepted claims that nothing here bears out, and that were therefore left out. */
  readonly lost: number;
  readonly markdown: string;
  readonly html: string;
}

export interface BriefRequest {
  readonly about: string;
  /** All sources when undefined. */
  readonly collection: CollectionId | undefined;
  readonly packs: readonly ThemePack[];
  readonly now: Clock;
  readonly random: RandomBytes;
}

/** The draft would quote testimony whose consent does not allow that; nothing of it was recorded. */
export interface BriefRefused {
  readonly type: 'use-refused';
  readonly refused: readonly UseRefused[];
}

/**
 * Drafts a brief out of the claims that count and records it: first the entry, then whatever is made of it. Accepted
 * claims count alone once there is one in what is asked for; before that the draft is of suggestions, and says so.
 */
export async function draftAndRecord(
  vault: Vault,
  request: BriefRequest,
): Promise<Result<WrittenBrief, WriteRefusal | BriefRefused>> {
  const { about, collection, packs, now, random } = request;
  const sources: BriefSource[] = [];
  let [unsearched, counts, lost] = [0, NO_CLAIMS, 0];
  const counting = await countingOf(vault, { collection });
  for await (const each of countedSources(vault, { collection }, counting)) {
    const { source, record, position } = each.row;
    counts = addCounts(counts, countStates(each.claims));
    lost += each.lost.length;
    const speaking = each.texts.filter(({ counted }) => counted.length > 0);
    for (const { layer, reading, counted } of speaking.length > 0 ? speaking : each.texts.slice(0, 1)) {
      const told = counted.map(({ claim }) => claim);
      sources.push({ source, sha256: record.sha256, position, layer, reading, told });
    }
    if (speaking.length === 0) unsearched++;
  }
  const at = now();
  const accepted = counting === 'accepted' ? { ...counts, accepted: counts.accepted - lost } : undefined;
  const draft = draftBrief({ brief: newSubjectId(random), query: about, at, sources, packs, accepted });
  const cited = draft.sections.flatMap((section) => section.sentences.map(({ note }) => note.source));
  const refused = await usesRefused(vault, cited, 'publish-anonymised');
  if (refused.length > 0) return refuse({ type: 'use-refused', refused });
  const sentences = draft.sections.reduce((sum, section) => sum + section.sentences.length, 0);
  // Nothing was found and nothing held back: words that somebody tried would stay in the record for no draft.
  if (sentences > 0 || draft.heldBack.passages > 0) {
    const kept = await vault.append({ drafts: [briefDrafted(briefParts(draft), at)], blobs: [], suggestions: [] });
    if (!kept.ok) return kept;
  }
  return ok({ draft, sentences, unsearched, lost, markdown: briefToMarkdown(draft), html: briefToHtml(draft) });
}
