import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import type { Breach, Rule } from './breach.ts';
import type { ImportFact } from './parsed-file.ts';
import { CONNECTING_ROOM, type Permission, ROOMS, type Room, WEB_CONTRACT } from './rooms.ts';
import type { SourceTree } from './tree.ts';

/** Modules that can open a connection, whoever imports them. */
const CONNECTING_MODULES = new Set(['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises', 'quic']);
/** Packages whose work is to connect, so that the breach says more than "unlisted". */
const CONNECTING_PACKAGES = new Set(
  'undici ws axios got ky needle superagent request node-fetch cross-fetch isomorphic-ws socket.io-client nats'.split(
    ' ',
  ),
);
const BUILT_IN = new Set(builtinModules.filter((name) => !name.startsWith('_')));

/** The room a path under src/ belongs to; undefined for a file beside the rooms or outside src/. */
export function roomOf(path: string): string | undefined {
  const [top, room, ...rest] = path.split('/');
  return top === 'src' && room !== undefined && rest.length > 0 ? room : undefined;
}

/** A file that only the test runner loads. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith('test/') || /\/(?:fixtures|test)\//.test(path);
}

/** Judges what one file of a room imports, in whatever form. */
export function importBreaches(file: string, room: Room, facts: readonly ImportFact[], tree: SourceTree): Breach[] {
  const found: Breach[] = [];
  for (const fact of facts) {
    const say = (rule: Rule, says: string): void => {
      found.push({ file, line: fact.line, rule, says: `${fact.form}: ${says}` });
    };
    const { specifier } = fact;
    if (specifier === undefined) {
      say('cannot be checked', 'what is meant is computed; name it in a literal');
    } else if (/^\.{1,2}(?:\/|$)/.test(specifier)) {
      judgePath(posix.normalize(posix.join(posix.dirname(file), specifier)), fact, file, room, say);
    } else if (fact.form === 'address' && !/^[a-z][a-z0-9+.-]*:/i.test(specifier)) {
      judgePath(posix.normalize(posix.join(posix.dirname(file), specifier)), fact, file, room, say);
    } else if (
      specifier.startsWith('/') ||
      specifier.startsWith('#') ||
      /^(?:file|data|https?|blob):/i.test(specifier)
    ) {
      say('cannot be checked', `"${scheme(specifier)}" is neither a file of the house nor a package`);
    } else {
      judgePackage(specifier, fact, file, room, tree, say);
    }
  }
  return found;
}

type Say = (rule: Rule, says: string) => void;

function judgePath(target: string, fact: ImportFact, file: string, room: Room, say: Say): void {
  const test = isTest(file);
  // A room's folder named alone is the room, not a file beside the rooms.
  const to = roomOf(target) ?? ROOMS.find(({ name }) => target === `src/${name}`)?.name;
  if (to === room.name) {
    if (!test && isTest(target)) say('program takes a test', `${target} is a test`);
    return;
  }
  if (to === undefined) {
    // Addresses are read when the bundle runs, so serve may point at the packs and samples that lie beside it.
    if (test || (fact.form === 'address' && room.name === 'serve' && !target.startsWith('src/'))) return;
    say('leaves the house', `${target} is in no room`);
    return;
  }
  if (!ROOMS.some(({ name }) => name === to)) {
    say('unknown room', `"${to}" is no room of the table`);
    return;
  }
  if (room.name === 'web' && target === WEB_CONTRACT) {
    if (!fact.typeOnly) say('web takes more than types', `web may take types from ${WEB_CONTRACT}, never values`);
    return;
  }
  if (!room.rooms.includes(to)) {
    const sideways =
      (room.name === 'exchange' && to === 'vault') ||
      (room.name === 'vault' && to === 'exchange') ||
      to === 'web' ||
      room.name === 'web';
    say(
      sideways ? 'sideways' : 'rightward',
      `${room.name} may not import ${to}; what both need belongs further left, or ${room.name} needs a port`,
    );
    return;
  }
  if (target !== `src/${to}/index.ts`) say('past the public face', `${to} is imported through src/${to}/index.ts only`);
}

function judgePackage(specifier: string, fact: ImportFact, file: string, room: Room, tree: SourceTree, say: Say): void {
  const bare = specifier.replace(/^node:/, '');
  const prefixed = specifier.startsWith('node:');
  if (prefixed || BUILT_IN.has(bare)) {
    judgeModule(bare, prefixed, fact, file, room, say);
    return;
  }
  const name = packageName(specifier);
  if (isTest(file) && (tree.dependencies.includes(name) || tree.devDependencies.includes(name))) return;
  const connects = CONNECTING_PACKAGES.has(name) ? ', and it connects' : '';
  judgePermission(name, room.packages, 'unlisted package', connects, fact, file, room, say);
}

function judgeModule(bare: string, prefixed: boolean, fact: ImportFact, file: string, room: Room, say: Say): void {
  if (!prefixed) say('module without prefix', `write node:${bare}`);
  const listed = room.modules.some(({ name }) => name === `node:${bare}`);
  if (CONNECTING_MODULES.has(bare) && room.name !== CONNECTING_ROOM && !listed) {
    say('connection', `node:${bare} connects; only src/${CONNECTING_ROOM}/ may`);
    return;
  }
  if (isTest(file) && !CONNECTING_MODULES.has(bare)) return;
  const rule = CONNECTING_MODULES.has(bare) ? 'connection' : 'unlisted module';
  judgePermission(`node:${bare}`, room.modules, rule, '', fact, file, room, say);
}

function judgePermission(
  name: string,
  permissions: readonly Permission[],
  rule: Rule,
  note: string,
  fact: ImportFact,
  file: string,
  room: Room,
  say: Say,
): void {
  const permission = permissions.find((one) => one.name === name);
  if (permission === undefined) {
    say(rule, `${name} is not on the list of ${room.name} in test/house/rooms.ts${note}`);
    return;
  }
  if (permission.under !== undefined && !permission.under.some((place) => file.startsWith(place))) {
    say(rule, `${name} is for ${permission.under.join(', ')} only`);
    return;
  }
  const { names } = permission;
  if (names !== undefined && !fact.typeOnly && !fact.names.every((one) => names.includes(one))) {
    say(rule, `only ${names.join(', ')} of ${name}`);
  }
}

/** `@scope/name` or `name`, without what follows. */
function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function scheme(specifier: string): string {
  return /^[a-z]+:|^[/#]/i.exec(specifier)?.[0] ?? '';
}
