import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFrame, type Frame, FrameReader } from './reading-frames.ts';

function takeAll(bytes: Uint8Array, cuts: readonly number[]): readonly Frame[] {
  const frames: Frame[] = [];
  const reader = new FrameReader((frame) => frames.push(frame));
  let at = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    reader.take(bytes.subarray(at, Math.max(at, cut)));
    at = Math.max(at, cut);
  }
  reader.take(bytes.subarray(at));
  return frames;
}

describe('frames', () => {
  it('come out as they went in, however the pipe cuts them', () => {
    const section = fc.uint8Array({ maxLength: 50 });
    const frame = fc.record({ header: fc.jsonValue({ maxDepth: 2 }), sections: fc.array(section, { maxLength: 4 }) });
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 4 }), fc.array(fc.nat(400), { maxLength: 8 }), (frames, cuts) => {
        const bytes = Buffer.concat(frames.flatMap((each) => [...encodeFrame(each)]));
        const taken = takeAll(
          bytes,
          cuts.map((cut) => Math.min(cut, bytes.length)),
        );
        expect(taken.map(({ header, sections }) => [header, sections.map((part) => [...part])])).toEqual(
          frames.map(({ header, sections }) => [JSON.parse(JSON.stringify(header)), sections.map((part) => [...part])]),
        );
      }),
    );
  });

  it('what is no frame, or too long to be one, is refused before it is held', () => {
    const taken = (...words: readonly number[]) => {
      const bytes = Buffer.alloc(4 * words.length);
      for (const [i, word] of words.entries()) bytes.writeUInt32BE(word, 4 * i);
      return () => takeAll(bytes, []);
    };
    expect(taken(0)).toThrow('not a frame');
    expect(taken(0xffffffff)).toThrow('not a frame');
    expect(taken(1, 0xffffffff)).toThrow('too long');
  });
});
