import type Database from '@signalapp/sqlcipher';
import {
  type DeviceKey,
  type PersonKey,
  parseId,
  parseSourceId,
  type SourceId,
  type WorkspaceId,
} from '../base/index.ts';
import {
  type AssistantAnswered,
  type AssistantAsked,
  readAssistantAnswered,
  readAssistantAsked,
} from '../read/index.ts';
import { type Page, type PageRequest, page, pageLimit } from './page.ts';
import { getPart } from './part-store.ts';
import { tableIn } from './projections.ts';
import { numberOf, type Row, textOf } from './rows.ts';

/** How the assistant was last set on a device; `address` is undefined when it was turned off. */
export interface AssistantRow {
  readonly address: string | undefined;
  readonly model: string | undefined;
  readonly person: PersonKey | undefined;
  readonly at: string;
}

/** One call of an assistant: counted, without content. */
export interface AssistantCallRow {
  readonly asked: AssistantAsked;
  /** Undefined when it is still going on, or was broken off by a crash. */
  readonly answered: AssistantAnswered | undefined;
  /** Undefined when the source was erased, or nothing was written down after the call. */
  readonly source: SourceId | undefined;
  readonly device: DeviceKey;
  readonly person: PersonKey | undefined;
  readonly at: string;
}

/** Questions about the assistant. */
export const assistantQueries = {
  /** How the assistant is set on a device; undefined when nobody ever turned it on there. */
  assistant: (
    db: Database,
    _workspace: WorkspaceId,
    { device }: { readonly device: DeviceKey },
  ): AssistantRow | undefined => {
    const row = db.prepare(`SELECT * FROM ${tableIn(db, 'assistant')} WHERE device = ?`).get<Row>([device]);
    if (row === undefined) return undefined;
    return {
      address: row['address'] === null ? undefined : textOf(row, 'address'),
      model: row['model'] === null ? undefined : textOf(row, 'model'),
      person: parseId('PersonKey', row['person']),
      at: textOf(row, 'at'),
    };
  },

  /** Calls of every device, newest first. */
  assistantCalls: (db: Database, _workspace: WorkspaceId, request: PageRequest): Page<AssistantCallRow> => {
    const limit = pageLimit(request);
    const before = request.after?.split('/') ?? [];
    const place = before.length === 3 ? [Number(before[0]), before[1] ?? '', Number(before[2])] : [2 ** 53, '', 0];
    const rows = db
      .prepare(
        `SELECT c.*, a.record AS answer, p.source FROM ${tableIn(db, 'assistant_call')} c
         LEFT JOIN ${tableIn(db, 'assistant_answer')} a USING (call) LEFT JOIN ${tableIn(db, 'proposal')} p USING (call)
         WHERE (c.ord, c.device, c.seq) < (?, ?, ?) ORDER BY c.ord DESC, c.device DESC, c.seq DESC LIMIT ?`,
      )
      .all<Row>([...place, limit + 1]);
    const { items, next } = page(
      rows,
      limit,
      (row) => `${numberOf(row, 'ord')}/${textOf(row, 'device')}/${numberOf(row, 'seq')}`,
    );
    return { items: items.map(callRow), ...(next !== undefined && { next }) };
  },

  /** What assistants proposed of a source, as JSON of `assistant-proposals`, in the order of the record. Nothing of it was reviewed. */
  proposals: (
    db: Database,
    _workspace: WorkspaceId,
    { source }: { readonly source: SourceId },
  ): readonly { readonly json: string; readonly device: DeviceKey; readonly at: string }[] =>
    db
      .prepare(
        `SELECT content, device, at FROM ${tableIn(db, 'proposal')} WHERE source = ? ORDER BY ord, device, seq, call`,
      )
      .all<Row>([source])
      .flatMap((row) => {
        const [content, device] = [parseId('Sha256', row['content']), parseId('DeviceKey', row['device'])];
        const part = content && getPart(db, content);
        if (part === undefined || device === undefined) return [];
        return [{ json: new TextDecoder().decode(part.body), device, at: textOf(row, 'at') }];
      }),
} as const;

function callRow(row: Row): AssistantCallRow {
  const asked = readAssistantAsked(JSON.parse(textOf(row, 'record')));
  const device = parseId('DeviceKey', row['device']);
  if (asked === undefined || device === undefined) throw new Error('a row of a call is not one');
  const { answer } = row;
  return {
    asked,
    answered: typeof answer === 'string' ? readAssistantAnswered(JSON.parse(answer)) : undefined,
    source: parseSourceId(row['source']),
    device,
    person: parseId('PersonKey', row['person']),
    at: textOf(row, 'at'),
  };
}
