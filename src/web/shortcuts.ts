/**
 * Every key of the desk, once: handlers, the panel of keys and docs/desk.md are made from this table. Keys are matched by
 * where they lie on the keyboard (`event.code`), since with a Korean layout the key of J says ㅓ.
 */
export interface Shortcut {
  readonly id: ShortcutId;
  readonly screen: ScreenName | 'everywhere';
  /**
   * `everywhere` acts in fields, dialogs and while something is composed; `page` acts outside fields and dialogs; `focus`
   * acts only within an element that carries `data-keys`, which a list or the text does.
   */
  readonly where: 'everywhere' | 'page' | 'focus';
  /** Other ways to press the same; each is pressed chord by chord. */
  readonly presses: readonly (readonly Chord[])[];
  /** What it does, as a message id. */
  readonly message: string;
}

export interface Chord {
  readonly code: string;
  /** The sign itself, for keyboards on which it lies elsewhere. */
  readonly sign?: string;
  readonly ctrl?: boolean;
  readonly shift?: boolean;
}

export type ScreenName = 'today' | 'library' | 'read' | 'figures' | 'log' | 'settings';

export type ShortcutId = (typeof IDS)[number];

const IDS = [
  'lock',
  'palette',
  'keys',
  'search',
  'go-today',
  'go-library',
  'go-read',
  'go-figures',
  'go-log',
  'go-settings',
  'place-1',
  'place-2',
  'place-3',
  'list-next',
  'list-previous',
  'list-open',
  'list-preview',
  'add',
  'claim-accept',
  'claim-reject',
  'claim-unsure',
  'claim-edit',
  'claim-keep',
  'claim-undo',
  'claim-next',
  'claim-previous',
  'claim-make',
  'sentence-next',
  'sentence-previous',
  'sentence-extend',
  'sentence-shrink',
  'text-context',
  'text-leave',
  'find-in-text',
  'text-reveal',
] as const;

const one = (code: string, more: Omit<Chord, 'code'> = {}): readonly (readonly Chord[])[] => [[{ code, ...more }]];
const go = (code: string): readonly (readonly Chord[])[] => [[{ code: 'KeyG' }, { code }]];

export const SHORTCUTS: readonly Shortcut[] = [
  {
    id: 'lock',
    screen: 'everywhere',
    where: 'everywhere',
    presses: one('KeyL', { ctrl: true, shift: true }),
    message: 'keys.lock',
  },
  {
    id: 'palette',
    screen: 'everywhere',
    where: 'everywhere',
    presses: one('KeyK', { ctrl: true }),
    message: 'keys.palette',
  },
  {
    id: 'keys',
    screen: 'everywhere',
    where: 'page',
    presses: one('Slash', { shift: true, sign: '?' }),
    message: 'keys.keys',
  },
  { id: 'search', screen: 'everywhere', where: 'page', presses: one('Slash', { sign: '/' }), message: 'keys.search' },
  { id: 'go-today', screen: 'everywhere', where: 'page', presses: go('KeyT'), message: 'keys.go-today' },
  { id: 'go-library', screen: 'everywhere', where: 'page', presses: go('KeyL'), message: 'keys.go-library' },
  { id: 'go-read', screen: 'everywhere', where: 'page', presses: go('KeyR'), message: 'keys.go-read' },
  { id: 'go-figures', screen: 'everywhere', where: 'page', presses: go('KeyF'), message: 'keys.go-figures' },
  { id: 'go-log', screen: 'everywhere', where: 'page', presses: go('KeyO'), message: 'keys.go-log' },
  { id: 'go-settings', screen: 'everywhere', where: 'page', presses: go('KeyS'), message: 'keys.go-settings' },
  { id: 'place-1', screen: 'everywhere', where: 'page', presses: one('Digit1'), message: 'keys.go-today' },
  { id: 'place-2', screen: 'everywhere', where: 'page', presses: one('Digit2'), message: 'keys.go-library' },
  { id: 'place-3', screen: 'everywhere', where: 'page', presses: one('Digit3'), message: 'keys.go-read' },
  {
    id: 'list-next',
    screen: 'library',
    where: 'focus',
    presses: [[{ code: 'KeyJ' }], [{ code: 'ArrowDown' }]],
    message: 'keys.list-next',
  },
  {
    id: 'list-previous',
    screen: 'library',
    where: 'focus',
    presses: [[{ code: 'KeyK' }], [{ code: 'ArrowUp' }]],
    message: 'keys.list-previous',
  },
  { id: 'list-open', screen: 'library', where: 'focus', presses: one('Enter'), message: 'keys.list-open' },
  { id: 'list-preview', screen: 'library', where: 'focus', presses: one('Space'), message: 'keys.list-preview' },
  { id: 'add', screen: 'library', where: 'page', presses: one('KeyA'), message: 'keys.add' },
  { id: 'claim-accept', screen: 'read', where: 'focus', presses: one('KeyY'), message: 'keys.claim-accept' },
  { id: 'claim-reject', screen: 'read', where: 'focus', presses: one('KeyN'), message: 'keys.claim-reject' },
  { id: 'claim-unsure', screen: 'read', where: 'focus', presses: one('KeyH'), message: 'keys.claim-unsure' },
  { id: 'claim-edit', screen: 'read', where: 'focus', presses: one('KeyE'), message: 'keys.claim-edit' },
  { id: 'claim-keep', screen: 'read', where: 'focus', presses: one('KeyR'), message: 'keys.claim-keep' },
  { id: 'claim-undo', screen: 'read', where: 'focus', presses: one('KeyU'), message: 'keys.claim-undo' },
  {
    id: 'claim-next',
    screen: 'read',
    where: 'focus',
    presses: [[{ code: 'KeyS' }], [{ code: 'ArrowRight' }]],
    message: 'keys.claim-next',
  },
  {
    id: 'claim-previous',
    screen: 'read',
    where: 'focus',
    presses: [[{ code: 'KeyS', shift: true }], [{ code: 'ArrowLeft' }]],
    message: 'keys.claim-previous',
  },
  { id: 'claim-make', screen: 'read', where: 'focus', presses: one('Enter'), message: 'keys.claim-make' },
  { id: 'sentence-next', screen: 'read', where: 'focus', presses: [[{ code: 'KeyJ' }]], message: 'keys.sentence-next' },
  {
    id: 'sentence-previous',
    screen: 'read',
    where: 'focus',
    presses: [[{ code: 'KeyK' }]],
    message: 'keys.sentence-previous',
  },
  {
    id: 'sentence-extend',
    screen: 'read',
    where: 'focus',
    presses: one('KeyJ', { shift: true }),
    message: 'keys.sentence-extend',
  },
  {
    id: 'sentence-shrink',
    screen: 'read',
    where: 'focus',
    presses: one('KeyK', { shift: true }),
    message: 'keys.sentence-shrink',
  },
  { id: 'text-context', screen: 'read', where: 'focus', presses: one('Space'), message: 'keys.text-context' },
  { id: 'text-leave', screen: 'read', where: 'focus', presses: one('Escape'), message: 'keys.text-leave' },
  { id: 'find-in-text', screen: 'read', where: 'focus', presses: one('KeyF'), message: 'keys.find-in-text' },
  { id: 'text-reveal', screen: 'read', where: 'focus', presses: one('KeyV'), message: 'keys.text-reveal' },
];

/** How a press is written: `Ctrl+K`, `g t`, `?`. */
export function pressWords(press: readonly Chord[]): string {
  return press.map(chordWords).join(' ');
}

function chordWords({ code, sign, ctrl, shift }: Chord): string {
  if (sign !== undefined) return sign;
  const modified = ctrl === true || shift === true;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  const key =
    letter === undefined ? (NAMES[code] ?? code.replace(/^Digit/, '')) : modified ? letter : letter.toLowerCase();
  return [ctrl === true ? 'Ctrl' : undefined, shift === true ? 'Shift' : undefined, key]
    .filter((part) => part !== undefined)
    .join('+');
}

const NAMES: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→' };
