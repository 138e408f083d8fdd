import { createContext, useContext, useEffect, useRef } from 'react';
import { type Chord, SHORTCUTS, type Shortcut, type ShortcutId } from './shortcuts.ts';

export type ShortcutHandlers = Readonly<Partial<Record<ShortcutId, () => void>>>;

export interface ShortcutBoard {
  /** The newest handler of an id wins; what is returned takes these away again. */
  readonly add: (handlers: () => ShortcutHandlers) => () => void;
  readonly listen: (target: Document) => () => void;
  /** Whether keys without Ctrl act at all (WCAG 2.1.4). */
  readonly setSingleKeys: (on: boolean) => void;
}

/** How long after `g` the second key may come. */
const SEQUENCE_MS = 1500;

export function createShortcutBoard(): ShortcutBoard {
  const stack: (() => ShortcutHandlers)[] = [];
  let singleKeys = true;
  let pressed: readonly KeyboardEvent[] = [];

  const handlerOf = (id: ShortcutId): (() => void) | undefined =>
    stack
      .toReversed()
      .map((handlers) => handlers()[id])
      .find((handler) => handler !== undefined);

  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || MODIFIERS.has(event.key)) return;
    const last = pressed.at(-1);
    const held = last !== undefined && event.timeStamp - last.timeStamp > SEQUENCE_MS ? [] : pressed;
    pressed = [];
    const sequence = [...held, event];
    const isAllowed = singleKeys && !isWriting(event) && !isModalOpen();
    const open = SHORTCUTS.filter((shortcut) => mayAct(shortcut, event, isAllowed));
    const hit =
      open.find((one) => one.presses.some((chords) => matches(chords, sequence)) && handlerOf(one.id) !== undefined) ??
      open.find((one) => one.presses.some((chords) => matches(chords, [event])) && handlerOf(one.id) !== undefined);
    if (hit !== undefined) {
      event.preventDefault();
      handlerOf(hit.id)?.();
    } else if (open.some((one) => one.presses.some((chords) => chords.length > 1 && begins(chords, event)))) {
      pressed = [event];
    }
  };

  return {
    add: (handlers) => {
      stack.push(handlers);
      return () => {
        stack.splice(stack.indexOf(handlers), 1);
      };
    },
    listen: (target) => {
      target.addEventListener('keydown', press);
      return () => target.removeEventListener('keydown', press);
    },
    setSingleKeys: (on) => {
      singleKeys = on;
    },
  };
}

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta']);

/** A key that is part of writing a syllable is nobody's command; 229 is what older engines give for it. */
function isWriting({ isComposing, keyCode }: KeyboardEvent): boolean {
  return isComposing || keyCode === 229;
}

/** Asked once for a key, and of the dialogs alone: to look for `dialog:modal` is to walk through the whole of a long text. */
function isModalOpen(): boolean {
  return [...document.getElementsByTagName('dialog')].some((dialog) => dialog.matches(':modal'));
}

/** `isAllowed`: whether keys that do not act everywhere act now. */
function mayAct({ where, presses }: Shortcut, { target }: KeyboardEvent, isAllowed: boolean): boolean {
  if (where === 'everywhere') return true;
  if (!isAllowed || !(target instanceof HTMLElement) || isField(target)) return false;
  if (where === 'page') return true;
  // When nothing has the focus, as after a button that went away, the screen's own list is meant.
  if (target !== document.body && target.closest('[data-keys]') === null) return false;
  // Enter and Space press the button that has focus, whatever list it stands in; Enter also follows a link.
  const pressed = (code: string): boolean => presses.some(([chord]) => chord?.code === code);
  if (pressed('Enter')) return target.closest('a, button, summary, [role=button]') === null;
  return !pressed('Space') || target.closest('button, summary, [role=button]') === null;
}

function isField(element: HTMLElement): boolean {
  return element.isContentEditable || element.closest('input, textarea, select, [role=textbox]') !== null;
}

function matches(chords: readonly Chord[], events: readonly KeyboardEvent[]): boolean {
  return (
    chords.length === events.length &&
    chords.every((chord, at) => {
      const event = events[at];
      return event !== undefined && isChord(chord, event);
    })
  );
}

function begins(chords: readonly Chord[], event: KeyboardEvent): boolean {
  const [first] = chords;
  return first !== undefined && isChord(first, event);
}

function isChord({ code, sign, ctrl = false, shift = false }: Chord, event: KeyboardEvent): boolean {
  if ((event.ctrlKey || event.metaKey) !== ctrl || event.altKey) return false;
  return (event.code === code && event.shiftKey === shift) || (sign !== undefined && event.key === sign);
}

export const ShortcutContext: React.Context<ShortcutBoard | undefined> = createContext<ShortcutBoard | undefined>(
  undefined,
);

export function useShortcutBoard(): ShortcutBoard | undefined {
  return useContext(ShortcutContext);
}

/** Has these handlers answer to their keys as long as the component stands. */
export function useShortcuts(handlers: ShortcutHandlers): void {
  const board = useContext(ShortcutContext);
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => board?.add(() => latest.current), [board]);
}
