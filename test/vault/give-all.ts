import { expect } from 'vitest';
import type { Vault } from '../../src/vault/index.ts';

/** Gives a vault every entry of another, with the parts that are there; in pages, the last first when asked for. */
export async function giveAll(
  from: Vault,
  to: Vault,
  { backwards = false }: { readonly backwards?: boolean } = {},
): Promise<void> {
  const pages = [];
  for (let after: string | undefined; ; ) {
    const page = await from.query('entries', { after, limit: 200 });
    pages.push({ entries: page.items.map(({ bytes }) => bytes), parts: page.items.flatMap(({ parts }) => parts) });
    after = page.next;
    if (after === undefined) break;
  }
  for (const page of backwards ? pages.reverse() : pages) {
    const taken = await to.accept(page);
    expect(taken.ok && taken.value.refused).toEqual([]);
  }
}
