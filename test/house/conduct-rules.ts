import type { Breach, Rule } from './breach.ts';
import { isTest } from './import-rules.ts';
import type { CallFact, NameFact, ParsedFile } from './parsed-file.ts';
import { CONNECTING_ROOM, type Conduct, type Exception, HOMES, OWN_ORIGIN, type Room } from './rooms.ts';

const LONGEST = 400;

/** Globals that open a connection, under whatever name they are reached. */
const CONNECTING_GLOBALS = new Set(
  'fetch WebSocket WebSocketStream WebTransport EventSource XMLHttpRequest RTCPeerConnection sendBeacon importScripts'.split(
    ' ',
  ),
);
/** Ways to a built-in module that no import shows. */
const HIDDEN_DOORS = new Set(['getBuiltinModule', '_linkedBinding', 'dlopen', 'mainModule']);
const RANDOM_NAMES = new Set(
  (
    'randomBytes randomFill randomFillSync randomUUID randomInt getRandomValues generateKey generateKeySync ' +
    'generateKeyPair generateKeyPairSync generatePrime generatePrimeSync createECDH createDiffieHellman'
  ).split(' '),
);
const STARTERS = new Set(['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync']);
const RUNNER_STOPS = new Set(['skip', 'only', 'todo', 'fails']);
const RUNNERS = new Set(['it', 'test', 'describe', 'suite', 'bench']);

// A statement in capitals, or in small letters when the whole shape is there: help texts also begin with "select".
const SQL_CAPITALS =
  /^\s*(?:SELECT|INSERT|REPLACE|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|ATTACH|DETACH|VACUUM|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|REINDEX|WITH|EXPLAIN)(?:\s|;|$)/;
const SQL_SMALL =
  /^\s*(?:select\s[^.!?]{0,400}\sfrom\s|insert\s+(?:or\s+\w+\s+)?into\s+\w+\s*(?:\(|values\b|select\b)|update\s+\w+\s+set\s|delete\s+from\s+\w+\s*(?:where\b|;|$)|create\s+(?:virtual\s+|unique\s+|temp\w*\s+)?(?:table|index|trigger|view)\s|drop\s+(?:table|index|trigger|view)\s|alter\s+table\s|pragma\s+\w+\s*(?:=|\(|;|$))/;

/** Judges what one file does, beyond what it imports. */
export function conductBreaches(
  file: string,
  room: Room,
  text: string,
  parsed: ParsedFile,
  exceptions: readonly Exception[],
  used: Set<Exception>,
): Breach[] {
  const found: Breach[] = [];
  const say = (line: number, rule: Rule, says: string): void => {
    // An import binds the name it takes: one breach, not two.
    if (!found.some((one) => one.line === line && one.rule === rule && one.says === says)) {
      found.push({ file, line, rule, says });
    }
  };
  const may: May = (conduct, name) => {
    if (isTest(file) || room.name === HOMES[conduct]) return true;
    const exception = exceptions.find(
      (one) => one.file === file && one.conduct === conduct && (one.names?.includes(name) ?? true),
    );
    if (exception !== undefined) used.add(exception);
    return exception !== undefined;
  };

  for (const name of parsed.names) judgeName(name, file, room, say, may);
  for (const call of parsed.calls) judgeCall(call, say, may);
  for (const { name, line } of parsed.metas) {
    if (name === 'url' || name === 'resolve') continue;
    if (!((name === 'dirname' || name === 'filename') && (isTest(file) || room.name === 'serve'))) {
      say(line, 'cannot be checked', `import.meta.${name} can reach files unseen`);
    }
  }
  for (const { text: words, opens, line } of parsed.texts) {
    if (opens && (SQL_CAPITALS.test(words) || SQL_SMALL.test(words)) && !may('sql', '')) {
      say(line, 'sql outside the vault', 'declare a port; only src/vault/ speaks SQL');
    }
  }
  judgeText(file, text, say);
  return found;
}

type Say = (line: number, rule: Rule, says: string) => void;
type May = (conduct: Conduct, name: string) => boolean;

function judgeName({ name, how, of, line }: NameFact, file: string, room: Room, say: Say, may: May): void {
  const ownOrigin = file === OWN_ORIGIN.file && name === OWN_ORIGIN.name;
  if (CONNECTING_GLOBALS.has(name) && room.name !== CONNECTING_ROOM && !ownOrigin) {
    say(
      line,
      'connection',
      `"${name}" connects; only src/${CONNECTING_ROOM}/ may (call it something else if it does not)`,
    );
  }
  if (HIDDEN_DOORS.has(name) || (name === 'binding' && of === 'process')) {
    say(line, 'connection', `${name} reaches modules that no import shows`);
  }
  if (how === 'member' && name === 'constructor') say(line, 'code from text', 'a constructor can compile text');
  if (how === 'member' && of !== undefined && RUNNERS.has(of) && RUNNER_STOPS.has(name)) {
    say(line, 'unfinished', `${of}.${name} leaves a test out`);
  }
  if (how === 'member' && of === 'Math' && name === 'random' && !may('randomness', name)) {
    say(line, 'randomness outside serve', 'randomness comes in as a parameter');
  }
  if (how === 'member' && of === 'Date' && name === 'now' && !may('clock', name)) {
    say(line, 'clock outside serve', 'time comes in as a parameter');
  }
  if (RANDOM_NAMES.has(name) && how !== 'key' && !may('randomness', name)) {
    say(line, 'randomness outside serve', `${name}: randomness comes in as a parameter`);
  }
  if (how !== 'free') return;
  if (name === 'eval' || name === 'Function') say(line, 'code from text', `${name} compiles text`);
  if ((name === 'globalThis' || name === 'global') && of === undefined) {
    say(line, 'cannot be checked', `${name} is followed by a literal name or not used`);
  }
  if (name === 'process' && !may('environment', of?.slice(1) ?? '')) {
    say(line, 'environment outside serve', 'environment, arguments and the process itself belong to serve');
  }
  if (name === 'performance' && !may('clock', name)) say(line, 'clock outside serve', 'time comes in as a parameter');
}

function judgeCall({ callee, isNew, args, line }: CallFact, say: Say, may: May): void {
  const last = callee.split('.').at(-1) ?? '';
  if (callee === 'Date' && args.length === 0 && !may('clock', callee)) {
    say(line, 'clock outside serve', `${isNew ? 'new Date()' : 'Date()'}: time comes in as a parameter`);
  }
  // `db.exec(…)` is the database; only the bare names are node:child_process.
  if (STARTERS.has(callee) || (STARTERS.has(last) && /child/i.test(callee))) {
    if (args[0] !== 'process.execPath') say(line, 'another program', 'only our own program may be started');
  }
  if (last === 'Worker' && isNew && args.some((one) => /\beval\s*:/.test(one))) {
    say(line, 'code from text', 'a worker made of text');
  }
}

function judgeText(file: string, text: string, say: Say): void {
  const lines = text.split('\n');
  // A last line end is no line.
  const count = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  if (count > LONGEST && !file.includes('/data/')) {
    say(0, 'too long', `${count} lines; at ${LONGEST} look for the second idea`);
  }
  lines.forEach((line, index) => {
    if (/\b(?:TODO|FIXME)\b/.test(line)) say(index + 1, 'unfinished', 'finish it or write it in an issue');
    if (/@ts-(?:ignore|expect-error|nocheck)\b/.test(line)) say(index + 1, 'silenced', 'the compiler is not silenced');
  });
}
