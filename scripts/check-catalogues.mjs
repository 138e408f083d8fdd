// Holds the four catalogues of the desk to what its source says: no id missing, none unused, none without words, and the same
// values in braces in every language. An id is a literal, so that it can be found; one that is put together is itself a fault.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'vite';

const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant', 'ko'];

/** One sentence for each fault. */
export function checkCatalogues(root) {
  const faults = [];
  const catalogues = new Map(
    LANGUAGES.map((language) => [
      language,
      readCatalogue(readFileSync(join(root, 'src/web/locales', `${language}.po`), 'utf8')),
    ]),
  );
  for (const language of LANGUAGES) {
    const text = readFileSync(join(root, 'src/web/locales', `${language}.po`), 'utf8');
    // Without the comment the compiler takes the id for English and puts a digest in its place.
    for (const [, id] of text.matchAll(/(?<!#\. js-lingui-explicit-id\n)msgid "(.+)"/g)) {
      faults.push(`${language}: "${id}" lacks the line "#. js-lingui-explicit-id" above it`);
    }
  }
  const known = new Set([...catalogues.values()].flatMap((messages) => [...messages.keys()]));
  const spaces = new Set([...known].map((id) => id.split('.')[0]));
  const used = usedIds(root, spaces, faults);
  for (const [language, messages] of catalogues) {
    for (const id of used) if (!messages.has(id)) faults.push(`${language}: "${id}" is missing`);
    for (const [id, words] of messages) {
      if (!used.has(id)) faults.push(`${language}: nothing says "${id}"`);
      if (words.trim() === '') faults.push(`${language}: "${id}" has no words`);
      const english = catalogues.get('en').get(id);
      if (english !== undefined && valuesOf(words) !== valuesOf(english)) {
        faults.push(`${language}: "${id}" has other values in braces than English`);
      }
    }
  }
  if (used.size === 0) faults.push('no id was found, so nothing was checked');
  return faults;
}

function usedIds(root, spaces, faults) {
  const used = new Set();
  for (const file of readdirSync(join(root, 'src/web'), { recursive: true })) {
    if (!/\.tsx?$/.test(file) || /\.test\.tsx?$/.test(file) || file.endsWith('.d.ts')) continue;
    const path = join(root, 'src/web', file);
    const { program } = parseSync(path, readFileSync(path, 'utf8'));
    const judge = (text, whole) => {
      if (!/^[a-z]+(?:\.[a-z0-9-]+)+\.?$|^[a-z]+\.$/.test(text) || !spaces.has(text.split('.')[0])) return;
      if (whole && !text.endsWith('.')) used.add(text);
      else faults.push(`${relative(root, path)}: an id that begins with "${text}" is put together`);
    };
    new Visitor({
      Literal: ({ value }) => typeof value === 'string' && judge(value, true),
      TemplateLiteral: ({ quasis }) => judge(quasis[0].value.cooked ?? '', quasis.length === 1),
      // say(x) with x from a table is fine, its literals were seen; say(`…${x}`) was judged above.
    }).visit(program);
  }
  return used;
}

function readCatalogue(text) {
  const messages = new Map();
  for (const [, id, words] of text.matchAll(/^msgid ((?:"[^\n]*"\n)+)msgstr ((?:"[^\n]*"(?:\n|$))+)/gm)) {
    const name = unquoted(id);
    if (name !== '') messages.set(name, unquoted(words));
  }
  return messages;
}

function unquoted(lines) {
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .join('');
}

/** Names in braces, in order of the alphabet. */
function valuesOf(words) {
  return [...new Set([...words.matchAll(/\{([a-z]\w*)(?:\}|, (?:plural|select))/g)].map(([, name]) => name))]
    .sort()
    .join(' ');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = checkCatalogues(fileURLToPath(new URL('..', import.meta.url)));
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
