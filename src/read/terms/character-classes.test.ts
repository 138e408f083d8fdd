import { expect, it } from 'vitest';
import { classes, classOfCharacter } from './character-classes.ts';

it('S1: every unit of the basic plane has in the table the class that it has when asked for alone', () => {
  const table = classes();
  const other = [...table.keys()].filter((code) => table[code] !== classOfCharacter(String.fromCharCode(code)));
  expect([table.length, other]).toEqual([0x1_0000, []]);
});
