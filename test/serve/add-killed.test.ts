import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unlockVault } from '../../src/serve/open.ts';
import { eachSource } from '../../src/serve/stored-readings.ts';
import { must } from '../must.ts';
import { rawZip } from '../read/raw-zip.ts';
import { now } from '../vault/temporary-vault.ts';
import { Desk, installation, jsonLines, PASSPHRASE, page } from './daybook.ts';
import { entry } from './hostile-parts.ts';

const SLOW = process.env['SLOW'] !== undefined;
const [FILES, PACKS, INSIDE] = SLOW ? [400, 20, 20] : [12, 2, 5];
/** After how many lines the process is ended at once, run after run. */
const KILLS = SLOW ? Array.from({ length: 30 }, (_, i) => 1 + ((i * 37) % 300)) : [3, 6];

describe('an adding that was ended at once', () => {
  const desk = new Desk();
  beforeAll(async () => {
    await desk.makeVault();
    await desk.makeVault('whole');
    for (let n = 0; n < FILES; n++) desk.write(`in/${n}.txt`, page(`${n + 1},000`));
    for (let n = 0; n < PACKS; n++) {
      const files = Array.from({ length: INSIDE }, (_, i) => entry(`below/${i}.txt`, page(`${n + 1},${100 + i}`)));
      const inner = rawZip([entry('deep.txt', page(`${n + 1},999`)), entry('twin.txt', page('1,000'))]);
      desk.write(`in/pack-${n}.zip`, rawZip([...files, entry('inner.zip', inner, { stored: true })]));
    }
  });
  afterAll(() => desk.remove());

  it(`${KILLS.length} times ends, run once more, as one that was not: the same sources, texts and claims`, async () => {
    const whole = await desk.onVault(['add', 'in', '--json', '--vault', 'whole']);
    expect(whole.code).toBe(0);
    const acknowledged = new Set<unknown>();
    for (const killAfterLines of KILLS) {
      const killed = await desk.onVault(['add', 'in', '--json', '--vault', 'daybook-vault'], { killAfterLines });
      expect(killed.code).toBeNull();
      // The last line may have been cut off.
      for (const text of killed.out.split('\n').slice(0, -1)) acknowledged.add(JSON.parse(text).source);
    }
    const last = await desk.onVault(['add', 'in', '--json', '--vault', 'daybook-vault']);
    expect(last.code).toBe(0);
    const [resumed, unbroken] = [await contentOf(desk, 'daybook-vault'), await contentOf(desk, 'whole')];
    expect(resumed.content).toEqual(unbroken.content);
    expect(resumed.content.length).toBe(FILES + PACKS * (INSIDE + 3));
    // What was acknowledged before a kill is what is there now.
    acknowledged.delete(undefined);
    acknowledged.delete(null);
    expect([...acknowledged].filter((source) => !resumed.sources.has(source))).toEqual([]);
    const receipt = { received: FILES + PACKS * (INSIDE + 4), refused: 0, failed: 0 };
    expect(jsonLines(last).at(-1)).toMatchObject({ receipt });
    expect((await desk.onVault(['verify', '--vault', 'daybook-vault'])).code).toBe(0);
  });
});

/** Of each source its bytes, its text and its claims, by digest; apart from when it came, and under which of its names. */
async function contentOf(desk: Desk, name: string) {
  const folder = desk.path(name);
  const vault = must(
    await unlockVault({ installation, folder, passphrase: PASSPHRASE, now: () => now, machine: undefined }),
  );
  const content: string[] = [];
  const sources = new Set<unknown>();
  try {
    for await (const { source, record, layer, reading } of eachSource(vault)) {
      content.push([record.sha256, layer?.digest, reading?.output, reading?.claims].join(' '));
      sources.add(source);
    }
  } finally {
    await vault.close();
  }
  return { content: content.sort(), sources };
}
