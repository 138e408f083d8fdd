import { type CollectionId, ok, type Result } from '../base/index.ts';
import { type Brief, type BriefSource, briefParts, briefToHtml, briefToMarkdown, draftBrief } from '../brief/index.ts';
import type { ThemePack } from '../read/index.ts';
import type { Vault, WriteRefusal } from '../vault/index.ts';
import type { Clock } from './clock.ts';
import { briefDrafted } from './drafts.ts';
import { eachSource, readSourceOf } from './stored-readings.ts';
import { newSubjectId, type RandomBytes } from './subjects.ts';

/** A draft that was recorded, with the files it makes. */
export interface WrittenBrief {
  readonly draft: Brief;
  readonly sentences: number;
  /** Sources in which no figure was read, so that nothing in them could be found, whatever they say. */
  readonly unsearched: number;
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

/** Drafts a brief out of the vault's readings and records it: first the entry, then whatever is made of it. */
export async function draftAndRecord(vault: Vault, request: BriefRequest): Promise<Result<WrittenBrief, WriteRefusal>> {
  const { about, collection, packs, now, random } = request;
  const sources: BriefSource[] = [];
  let unsearched = 0;
  for await (const row of eachSource(vault, collection)) {
    const read = await readSourceOf(vault, row);
    if (read === undefined || read.reading.claims.length === 0) unsearched++;
    if (read === undefined) continue;
    const { source, record, position } = row;
    sources.push({ source, sha256: record.sha256, position, layer: read.layer, reading: read.reading });
  }
  const at = now();
  const draft = draftBrief({ brief: newSubjectId(random), query: about, at, sources, packs });
  const sentences = draft.sections.reduce((sum, section) => sum + section.sentences.length, 0);
  // Nothing was found and nothing held back: words that somebody tried would stay in the record for no draft.
  if (sentences > 0 || draft.heldBack.passages > 0) {
    const kept = await vault.append({ drafts: [briefDrafted(briefParts(draft), at)], blobs: [], suggestions: [] });
    if (!kept.ok) return kept;
  }
  return ok({ draft, sentences, unsearched, markdown: briefToMarkdown(draft), html: briefToHtml(draft) });
}
