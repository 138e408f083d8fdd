import { ok, type Result, refuse } from '../../base/index.ts';
import { elementsOf, parseXml, type XmlElement, type XmlRefusal } from './xml.ts';

/** Characters that are parsed at a time. A tree takes some thirty times its text. */
const BATCH = 256 * 1024;

/**
 * The elements of a name directly inside a container, batch by batch, so that a sheet of a hundred megabytes never stands in
 * memory as a tree. Elements of the name must not stand inside each other. What stands around them is parsed first, and
 * is handed over as the first value; its container is empty there. Ends with a refusal at what is not well formed.
 */
export function* xmlBatches(
  text: string,
  container: string,
  name: string,
): Generator<Result<readonly XmlElement[], XmlRefusal>> {
  const opening = new RegExp(`<(?:[\\w.-]{1,40}:)?${name}(?=[\\s/>])`, 'g');
  const first = opening.exec(text)?.index;
  const closing = new RegExp(`</(?:[\\w.-]{1,40}:)?${container}\\s*>`, 'g');
  closing.lastIndex = first ?? 0;
  const end = first === undefined ? undefined : closing.exec(text)?.index;
  if (first !== undefined && end === undefined) {
    yield refuse({ type: 'xml-refused', reason: 'damaged' });
    return;
  }
  const around = parseXml(first === undefined || end === undefined ? text : text.slice(0, first) + text.slice(end));
  yield around.ok ? ok([around.value]) : around;
  if (!around.ok || first === undefined || end === undefined) return;

  for (let from = first; from < end; ) {
    let to = end;
    if (from + BATCH < end) {
      opening.lastIndex = from + BATCH;
      to = Math.min(opening.exec(text)?.index ?? end, end);
    }
    const batch = parseXml(`<batch>${text.slice(from, to)}</batch>`);
    yield batch.ok ? ok(elementsOf(batch.value, name)) : batch;
    if (!batch.ok) return;
    from = to;
  }
}
