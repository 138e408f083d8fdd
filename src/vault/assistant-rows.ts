import { canonicalJson, type SubjectId } from '../base/index.ts';
import { type SignedEntry, settingsSubject } from '../preserve/index.ts';
import { proposalsPlace, readAssistantAnswered, readAssistantAsked, readAssistantSetting } from '../read/index.ts';
import type { BodyOf, ProjectionRow } from './projector.ts';

/**
 * The rows of entries about the assistant (docs/assistant.md A10, A11). Who turns it on or has it asked is a person; what it
 * answered is the work of a machine.
 */
export function assistantRows(
  { envelope }: SignedEntry,
  bodies: readonly BodyOf[],
  give: (table: ProjectionRow['table'], row: ProjectionRow['row']) => ProjectionRow,
): readonly ProjectionRow[] {
  const { kind, person, workspace } = envelope;
  return bodies.flatMap(({ value, reference, here }): ProjectionRow[] => {
    const isOf = (...subjects: readonly SubjectId[]): boolean =>
      subjects.every((subject) => reference.of.includes(subject));
    if (kind === 'assistant-set') {
      const record = readAssistantSetting(value);
      const own = settingsSubject(workspace);
      if (record === undefined || person === null || record.subject !== own || !isOf(own)) return [];
      return [give('assistant', { subject: own, address: record.address, model: record.model, person })];
    }
    if (kind === 'assistant-asked') {
      const record = readAssistantAsked(value);
      if (record === undefined || person === null || !isOf(record.call)) return [];
      return [give('assistant_call', { call: record.call, record: canonicalJson(record), person })];
    }
    const record = readAssistantAnswered(value);
    if (record !== undefined && isOf(record.call)) {
      return [give('assistant_answer', { call: record.call, record: canonicalJson(record) })];
    }
    const proposals = proposalsPlace(value);
    if (proposals === undefined || !here || !isOf(proposals.call, proposals.source)) return [];
    const { call, source } = proposals;
    return [give('proposal', { call, source, content: reference.commitment })];
  });
}
