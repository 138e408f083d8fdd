// Writes docs/api.md from src/serve/api.ts and the files beside it, so that the page cannot say anything else than the types do. With --check it
// writes nothing and fails when the page is not what it would write.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const page = join(root, 'docs/api.md');
const made = apiPage(
  ['api', 'api-reading', 'api-record']
    .map((name) => readFileSync(join(root, `src/serve/${name}.ts`), 'utf8'))
    .join('\n'),
);

if (!process.argv.includes('--check')) writeFileSync(page, made);
else if (readFileSync(page, 'utf8') !== made) {
  process.stderr.write('docs/api.md is not what src/serve/api.ts says. Write it anew: node scripts/api-page.mjs\n');
  process.exitCode = 1;
}

function apiPage(source) {
  const declarations = declarationsIn(source);
  const api = declarations.find(({ name }) => name === 'Api');
  if (api === undefined) throw new Error('there is no table of calls in api.ts');
  const calls = callsIn(api.code);
  const rest = declarations.filter(({ name }) => !['Api', 'Call', 'Nothing', 'ApiName'].includes(name));
  return [
    '# What the desk asks',
    '',
    '<!-- Written by scripts/api-page.mjs from src/serve/api.ts. Change that file, then run the script. -->',
    '',
    api.words,
    '',
    'What guards the calls, and what becomes of them at the lock: [the desk](desk.md).',
    '',
    '## Calls',
    '| call | takes | answers | |',
    '|---|---|---|---|',
    ...calls.map(({ name, ask, answer, words }) => `| \`${name}\` | ${cell(ask)} | ${cell(answer)} | ${words} |`),
    '',
    '## Types',
    ...rest.flatMap(({ name, words, code }) => [
      `### ${name}`,
      ...(words === '' ? [] : [words, '']),
      '```ts',
      code,
      '```',
      '',
    ]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

/** Declarations at the beginning of a line, each with the comment above it, up to the line that ends it. */
function declarationsIn(source) {
  const found = [];
  let comment = [];
  let code;
  for (const line of source.split('\n')) {
    if (code === undefined && /^(?:\/\*\*| \*)/.test(line)) comment.push(line);
    else if (code === undefined && line.startsWith('export type *')) comment = [];
    else if (code === undefined && line.startsWith('export ')) code = [line];
    else if (code !== undefined) code.push(line);
    else comment = [];
    if (code !== undefined && (/^}/.test(line) || /;$/.test(line)) && isWhole(code.join('\n'))) {
      const name = /^export (?:interface|type) (\w+)/.exec(code[0])?.[1];
      if (name === undefined) throw new Error('api.ts holds something that is no type');
      found.push({ name, words: wordsOf(comment), code: code.join('\n') });
      comment = [];
      code = undefined;
    }
  }
  if (code !== undefined) throw new Error('a type of api.ts has no end');
  return found;
}

function isWhole(code) {
  const plain = code.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return (plain.match(/[{(]/g)?.length ?? 0) === (plain.match(/[})]/g)?.length ?? 0);
}

function callsIn(code) {
  const calls = [];
  const body = code.slice(code.indexOf('{') + 1, code.lastIndexOf('}'));
  for (const [, comment = '', name, parts] of body.matchAll(
    /((?:\s*\/\*\*[\s\S]*?\*\/)?)\s*readonly '?([a-z-]+)'?: Call<([\s\S]*?)\n?\s*>;/g,
  )) {
    const [ask, answer] = topLevelParts(parts);
    calls.push({ name, ask, answer, words: wordsOf(comment.trim().split('\n')) });
  }
  if (calls.length === 0) throw new Error('api.ts has no calls');
  return calls;
}

/** The two arguments of a type, whatever commas stand inside them. */
function topLevelParts(text) {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if ('<{[('.includes(text[at])) depth++;
    else if ('>}])'.includes(text[at])) depth--;
    else if (text[at] === ',' && depth === 0) return [text.slice(0, at), text.slice(at + 1).replace(/,\s*$/, '')];
  }
  throw new Error('a call of api.ts does not say what it answers');
}

function cell(type) {
  const plain = type.replaceAll(/\s+/g, ' ').replaceAll('readonly ', '').trim();
  return plain === 'Nothing' ? 'nothing' : `\`${plain.replaceAll('|', '\\|')}\``;
}

function wordsOf(comment) {
  return comment
    .map((line) => line.replace(/^\s*\/?\*+\/?\s?/, '').replace(/\s*\*\/$/, ''))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
