import { expect, it } from 'vitest';
import { splitLine } from './split-line.ts';

it('a line of the prompt is divided as a shell would, and nothing in it is expanded', () => {
  const lines: readonly (readonly [line: string, args: readonly string[] | undefined])[] = [
    ['', []],
    ['  show  ', ['show']],
    ['add "my file.txt" b', ['add', 'my file.txt', 'b']],
    ["brief --about 'guest card'", ['brief', '--about', 'guest card']],
    ['add my\\ file.txt', ['add', 'my file.txt']],
    ['add C:\\Users\\x', ['add', 'C:\\Users\\x']],
    ['a"b c"d ""', ['ab cd', '']],
    ['say "a \\"b\\""', ['say', 'a "b"']],
    ["'a\\ b'", ['a\\ b']],
    ['$HOME *.txt ~', ['$HOME', '*.txt', '~']],
    ['open "quote', undefined],
    ["it's", undefined],
  ];
  expect(lines.map(([line]) => [line, splitLine(line)])).toEqual(lines);
});
