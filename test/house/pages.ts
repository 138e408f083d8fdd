import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { ROOT } from './tree.ts';

/** One Markdown page of the repository. */
export interface Page {
  /** From the repository's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Every page that speaks of Daybook: those at the top, in docs/, and the README of packs and examples. */
export function readPages(root: string = ROOT): readonly Page[] {
  const inside = (folder: string, deep: boolean): readonly string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((item) => {
      const path = posix.join(folder, item.name);
      if (item.isDirectory()) return deep ? inside(path, deep) : [];
      return path.endsWith('.md') ? [path] : [];
    });
  // A sample is a document that Daybook reads, not a page about it.
  const besides = ['examples', 'packs', 'bench'].flatMap((folder) =>
    inside(folder, true).filter((path) => path.endsWith('/README.md')),
  );
  return [...inside('.', false), ...inside('docs', true), ...besides].map((path) => ({
    path,
    text: readFileSync(join(root, path), 'utf8'),
  }));
}

/** Where a page's relative links lead: a path from the repository's folder, and the heading after `#` when there is one. */
export function linksOf(page: Page): readonly { readonly path: string; readonly heading: string | undefined }[] {
  const prose = page.text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [file = '', heading] = target.split('#');
    const path = file === '' ? page.path : posix.normalize(posix.join(posix.dirname(page.path), file));
    return [{ path, heading }];
  });
}

/** The names by which a page's headings can be linked to. */
export function headingsOf(page: Page): readonly string[] {
  return [...page.text.matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, title = '']) =>
    title
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

/** What stands in code on a page: spans and blocks, one string each. */
function codeOf(page: Page): readonly string[] {
  const blocks = [...page.text.matchAll(/^```[^\n]*\n([\s\S]*?)^```/gm)].map(([, code = '']) => code);
  const prose = page.text.replace(/^```[\s\S]*?^```/gm, '');
  return [...blocks, ...[...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)];
}

/** Names after `npm run` in the code of a page. */
export function scriptsNamed(page: Page): readonly string[] {
  return codeOf(page).flatMap((code) =>
    [...code.matchAll(/\bnpm run (?:--?\S+ )*([a-z][\w:-]*)/g)].map(([, name = '']) => name),
  );
}

/** Names after `daybook` in the code of a page: the commands it tells a reader to type. */
export function commandsNamed(page: Page): readonly string[] {
  return codeOf(page).flatMap((code) =>
    [...code.matchAll(/(?:^|[\s/])daybook(?:\.cmd)? ([a-z][a-z-]*)/gm)].map(([, name = '']) => name),
  );
}

/** Rows of the tables on a page whose first cell is code: that cell's code, then the other cells. */
export function codeRows(page: Page): readonly { readonly name: string; readonly cells: readonly string[] }[] {
  return [...page.text.matchAll(/^\|\s*`([^`]+)`\s*\|(.*)\|\s*$/gm)].map(([, name = '', rest = '']) => ({
    name,
    cells: rest.split('|').map((cell) => cell.trim()),
  }));
}
