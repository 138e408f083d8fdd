import type { Breach, Rule } from './breach.ts';
import { conductBreaches } from './conduct-rules.ts';
import { importBreaches, roomOf } from './import-rules.ts';
import { parseFile } from './parsed-file.ts';
import { refusalBreaches } from './refusal-rules.ts';
import { EXCEPTIONS, type Exception, ROOMS, type Room } from './rooms.ts';
import type { SourceTree } from './tree.ts';

export interface Inspection {
  /** Files of the house that were parsed. 0 is itself a breach. */
  readonly parsed: number;
  readonly breaches: readonly Breach[];
}

/** Holds a tree to the table of rooms. Nothing seen is a breach, never a pass. */
export function inspectHouse(
  tree: SourceTree,
  rooms: readonly Room[] = ROOMS,
  exceptions: readonly Exception[] = EXCEPTIONS,
): Inspection {
  const breaches: Breach[] = [];
  const say = (file: string, rule: Rule, says: string): void => {
    breaches.push({ file, line: 0, rule, says });
  };
  const used = new Set<Exception>();
  let parsed = 0;
  for (const [file, text] of tree.files) {
    const name = roomOf(file);
    const room = rooms.find((one) => one.name === name);
    if (room === undefined) {
      say(file, 'unknown room', name === undefined ? 'lies beside the rooms' : `"${name}" is no room of the table`);
      continue;
    }
    if (!/\.tsx?$/.test(file)) {
      // Anything else that runs would escape the rules below.
      if (/\.[cm]?[jt]sx?$|\.node$|\.wasm$/.test(file)) {
        say(file, 'unknown kind of file', 'code is .ts, so that it can be checked');
      }
      continue;
    }
    const facts = parseFile(file, text);
    parsed++;
    for (const error of facts.errors) say(file, 'unreadable file', error);
    breaches.push(...importBreaches(file, room, facts.imports, tree));
    breaches.push(...conductBreaches(file, room, text, facts, exceptions, used));
    breaches.push(...refusalBreaches(file, room, facts));
  }
  if (parsed === 0) say('src', 'nothing seen', 'no file was parsed, so nothing was checked');
  judgeRooms(tree, say);
  judgeLists(tree, rooms, say);
  for (const exception of exceptions) {
    if (!used.has(exception)) {
      say(exception.file, 'stale permission', `an exception for ${exception.conduct} that nothing needs`);
    }
  }
  return { parsed, breaches };
}

type SayOf = (file: string, rule: Rule, says: string) => void;

function judgeRooms(tree: SourceTree, say: SayOf): void {
  for (const folder of tree.folders) {
    const [, room, ...deeper] = folder.split('/');
    if (room === undefined) continue;
    const code = [...tree.files.keys()].filter((file) => file.startsWith(`${folder}/`) && /\.tsx?$/.test(file));
    if (code.length === 0) {
      if (deeper.length === 0) say(folder, 'empty room', 'a room appears when it has work');
    } else if (deeper.length === 0 && room !== 'serve' && room !== 'web' && !tree.files.has(`${folder}/index.ts`)) {
      // serve and web are imported by nobody: their faces are the entries that the build names.
      say(folder, 'no public face', 'other rooms import index.ts and nothing deeper');
    }
  }
}

function judgeLists(tree: SourceTree, rooms: readonly Room[], say: SayOf): void {
  const listed = new Set(rooms.flatMap(({ packages }) => packages.map(({ name }) => name)));
  // What is built into our own files is needed for building alone.
  const built = new Set(rooms.flatMap(({ packages, bundled }) => (bundled ? packages.map(({ name }) => name) : [])));
  for (const name of listed) {
    if (!tree.dependencies.includes(name) && !(built.has(name) && tree.devDependencies.includes(name))) {
      say('package.json', 'stale permission', `${name} is listed but no dependency`);
    }
  }
  for (const name of tree.dependencies) {
    if (!listed.has(name)) say('package.json', 'unlisted package', `${name} is a dependency that no room lists`);
  }
}
