import type { Breach, Rule } from './breach.ts';
import { inspectHouse } from './breaches.ts';
import { ROOMS } from './rooms.ts';
import type { SourceTree } from './tree.ts';

/** The smallest public face. */
export const FACE: string = 'export const face = 1;\n';
/** Every package that the table lists. */
export const LISTED: readonly string[] = [
  ...new Set(ROOMS.flatMap(({ packages }) => packages.map(({ name }) => name))),
];

/** A small sound house, with files added or put in place of its own. */
export function house(files: Readonly<Record<string, string>>, more: Partial<SourceTree> = {}): SourceTree {
  const all = new Map<string, string>();
  for (const { name } of ROOMS) all.set(`src/${name}/index.ts`, FACE);
  all.set('src/serve/api.ts', 'export interface Api { readonly v: 1 }\nexport const routes = 1;\n');
  all.set('src/vault/worker.ts', 'export const worker = 1;\n');
  for (const [path, text] of Object.entries(files)) all.set(path, text);
  return {
    files: all,
    folders: ROOMS.map(({ name }) => `src/${name}`),
    dependencies: LISTED,
    devDependencies: ['vitest', 'fast-check'],
    ...more,
  };
}

/** The breaches of a tree that has no exceptions. */
export function breachesOf(tree: SourceTree): readonly Breach[] {
  return inspectHouse(tree, ROOMS, []).breaches;
}

/** The rules that a tree breaks. */
export function rules(tree: SourceTree): readonly Rule[] {
  return [...new Set(breachesOf(tree).map(({ rule }) => rule))];
}

/** The rules that one planted file breaks. */
export function planted(path: string, text: string): readonly Rule[] {
  return rules(house({ [path]: text }));
}
