import type { FormatProperties, UnreadPart } from './format.ts';
import { type OfficePackage, readOptionalPart } from './office-package.ts';
import { propertiesOf } from './office-properties.ts';
import { attributeOf, elementsOf, textOf } from './xml.ts';

/** What one part of an OOXML package says of another. */
export interface Relationship {
  readonly id: string;
  /** The last step of its type: `officeDocument`, `worksheet`. */
  readonly type: string;
  /** The path of the part in the package; undefined when it lies outside, and then it is never fetched. */
  readonly target: string | undefined;
}

/** The relationships of a part; of the package itself for ''. Empty when there are none, or when they cannot be read, which is noted in `unread`. */
export async function relationshipsOf(
  office: OfficePackage,
  part: string,
  unread: UnreadPart[] = [],
): Promise<readonly Relationship[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const root = await readOptionalPart(office, `${folder}_rels/${part.slice(folder.length)}.rels`, unread);
  if (root === undefined) return [];
  return elementsOf(root, 'Relationship').map((element) => {
    const outside = /^external$/i.test(attributeOf(element, 'TargetMode') ?? '');
    return {
      id: attributeOf(element, 'Id') ?? '',
      type: (attributeOf(element, 'Type') ?? '').replace(/^.*\//, ''),
      target: outside ? undefined : resolve(folder, attributeOf(element, 'Target') ?? ''),
    };
  });
}

/** The path of the main part, or the usual one where the package names none. */
export async function mainPartOf(office: OfficePackage, usual: string): Promise<string> {
  const named = (await relationshipsOf(office, '')).find(({ type }) => type === 'officeDocument')?.target;
  return named !== undefined && office.file(named) !== undefined ? named : usual;
}

/** Title, author and date of `docProps/core.xml`. */
export async function coreProperties(
  office: OfficePackage,
  fileName: string,
  unread: UnreadPart[],
): Promise<FormatProperties> {
  const target = (await relationshipsOf(office, '')).find(({ type }) => type === 'core-properties')?.target;
  const core = await readOptionalPart(office, target ?? 'docProps/core.xml', unread);
  if (core === undefined) return {};
  const value = (name: string) => {
    const found = elementsOf(core, name)[0];
    return found === undefined ? undefined : textOf(found);
  };
  return propertiesOf({ title: value('title'), author: value('creator'), created: value('created') }, fileName);
}

/** A target as a path from the root of the package; steps that lead above the root end there. */
function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
