import { describe, expect, it } from 'vitest';
import { nestsDeeper } from './nesting.ts';

describe('how deep a JSON text nests', () => {
  it('is counted outside of strings', () => {
    expect(nestsDeeper('[[{"a":[1]}]]', 4)).toBe(false);
    expect(nestsDeeper('[[{"a":[1]}]]', 3)).toBe(true);
    expect(nestsDeeper('["[[[[[[\\"[[[", "]"]', 1)).toBe(false);
  });

  it('is told of a megabyte of brackets', () => {
    expect(nestsDeeper('['.repeat(1 << 20), 64)).toBe(true);
    expect(nestsDeeper('[]'.repeat(1 << 19), 64)).toBe(false);
  });
});
