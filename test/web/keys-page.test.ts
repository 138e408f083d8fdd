import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pressWords, SHORTCUTS } from '../../src/web/shortcuts.ts';
import { codeRows } from '../house/pages.ts';
import { ROOT } from '../house/tree.ts';

const english = new Map(
  [...readFileSync(join(ROOT, 'src/web/locales/en.po'), 'utf8').matchAll(/^msgid "(.+)"\nmsgstr "(.+)"$/gm)].map(
    ([, id = '', words = '']) => [id, words],
  ),
);

describe('the table of keys', () => {
  it('K1: docs/desk.md has a row for each, and none that is not there', () => {
    const text = readFileSync(join(ROOT, 'docs/desk.md'), 'utf8');
    const section = /^## Keys$[\s\S]*?(?=^## |$(?![\s\S]))/m.exec(text)?.[0] ?? '';
    const rows = codeRows({ path: 'docs/desk.md', text: section }).map(({ name, cells }) => [name, ...cells]);
    const keys = SHORTCUTS.map(({ presses, screen, message }) => [
      presses.map(pressWords).join(' or '),
      screen,
      english.get(message) ?? `no words for ${message}`,
    ]);
    expect(keys.length).toBeGreaterThan(10);
    expect(rows).toEqual(keys);
  });

  it('K1: no two keys that act in one place are pressed alike', () => {
    const clashes: string[] = [];
    for (const one of SHORTCUTS) {
      for (const other of SHORTCUTS) {
        if (one === other || (one.screen !== other.screen && ![one.screen, other.screen].includes('everywhere')))
          continue;
        const same = one.presses.map(pressWords).filter((press) => other.presses.map(pressWords).includes(press));
        if (same.length > 0) clashes.push(`${one.id} and ${other.id}: ${same.join(', ')}`);
      }
    }
    expect(clashes).toEqual([]);
  });

  it('K3: what acts in fields needs Ctrl', () => {
    const bare = SHORTCUTS.filter(
      ({ where, presses }) => where === 'everywhere' && !presses.flat().every(({ ctrl }) => ctrl === true),
    );
    expect(bare).toEqual([]);
  });
});
