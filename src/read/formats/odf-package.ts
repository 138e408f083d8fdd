import type { Result } from '../../base/index.ts';
import { ok, refuse } from '../../base/index.ts';
import type { FormatProperties, FormatRefusal, UnreadPart } from './format.ts';
import { formatRefused, type OfficePackage, openPackage, readOptionalPart, readPart } from './office-package.ts';
import { propertiesOf } from './office-properties.ts';
import { descendantsOf, elementAt, elementsOf, textOf, type XmlElement } from './xml.ts';

/** An OpenDocument file with its content. */
export interface OdfPackage {
  readonly office: OfficePackage;
  readonly content: XmlElement;
  /** The body of the kind asked for: `text`, `spreadsheet`. */
  readonly body: XmlElement;
  readonly styles: XmlElement | undefined;
  readonly properties: FormatProperties;
  /** Grows while the file is read. */
  readonly unread: UnreadPart[];
}

/** Opens an OpenDocument file. Refused when it is encrypted, when its content cannot be read or is of another kind. */
export async function openOdf(
  bytes: Uint8Array,
  format: 'odt' | 'ods',
  fileName: string,
): Promise<Result<OdfPackage, FormatRefusal>> {
  const opened = await openPackage(bytes, format);
  if (!opened.ok) return opened;
  const office = opened.value;
  const unread: UnreadPart[] = [...office.unread];
  const manifest = await readOptionalPart(office, 'META-INF/manifest.xml', unread);
  if (manifest !== undefined && descendantsOf(manifest, 'encryption-data').length > 0) {
    return formatRefused(format, 'encrypted');
  }
  const content = await readPart(office, 'content.xml');
  if (!content.ok) return refuse({ type: 'format-refused', format, reason: content.error.reason });
  const kind = format === 'odt' ? 'text' : 'spreadsheet';
  const body = content.value === undefined ? undefined : elementAt(content.value, 'body', kind);
  if (content.value === undefined || body === undefined) return formatRefused(format, 'damaged');
  const styles = await readOptionalPart(office, 'styles.xml', unread);
  const properties = await metaProperties(office, fileName, unread);
  return ok({ office, content: content.value, body, styles, properties, unread });
}

async function metaProperties(
  office: OfficePackage,
  fileName: string,
  unread: UnreadPart[],
): Promise<FormatProperties> {
  const root = await readOptionalPart(office, 'meta.xml', unread);
  const meta = root === undefined ? undefined : elementAt(root, 'meta');
  if (meta === undefined) return {};
  const value = (name: string) => {
    const found = elementsOf(meta, name)[0];
    return found === undefined ? undefined : textOf(found);
  };
  return propertiesOf(
    { title: value('title'), author: value('initial-creator') ?? value('creator'), created: value('creation-date') },
    fileName,
  );
}
