import { Converter } from 'opencc-js';
import { expect, it } from 'vitest';
import { charactersOfScripts, simplifiedCharacters } from './han-variants.ts';

/** CJK Unified Ideographs and Extension A. */
const HAN = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
].flatMap(([first = 0, last = 0]) =>
  Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)),
);

it('each character has the simplified form that the converters of the package give it', () => {
  const converters = ['t', 'tw', 'hk'].map((from) => Converter({ from, to: 'cn' }));
  const given = new Map<string, string>();
  for (const character of HAN) {
    const made = converters
      .map((convert) => convert(character))
      .find((one) => one !== character && [...one].length === 1);
    if (made !== undefined) given.set(character, made);
  }
  expect(given.size).toBeGreaterThan(3000);
  const ours = simplifiedCharacters();
  expect(HAN.filter((character) => ours.get(character) !== given.get(character))).toEqual([]);
});

it('a character belongs to the script whose converter leaves it alone', () => {
  const toTraditional = Converter({ from: 'cn', to: 't' });
  const toSimplified = Converter({ from: 't', to: 'cn' });
  const { simplified, traditional } = charactersOfScripts();
  const changed = HAN.filter((character) => character >= '\u4e00').map((character) => ({
    character,
    to: toTraditional(character) !== character,
    from: toSimplified(character) !== character,
  }));
  const only = (found: readonly { readonly character: string }[]): readonly string[] =>
    found.map(({ character }) => character);
  expect([...simplified].sort()).toEqual(only(changed.filter(({ to, from }) => to && !from)));
  expect([...traditional].sort()).toEqual(only(changed.filter(({ to, from }) => from && !to)));
});
