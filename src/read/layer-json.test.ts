import { describe, expect, it } from 'vitest';
import { parseLayer } from './layer-json.ts';
import { readLayer } from './read-layer.ts';

describe('a stored layer', () => {
  it('is read again with the roles of its documents', () => {
    const source =
      'Valley talk\n\nQ: Why did the ferry stop?\n\nA: The river was too high for it.\n\nQ: And now?\n\nA: It runs again.';
    const layer = readLayer(new TextEncoder().encode(source), { fileName: 'a.txt' });
    if (!layer.ok) throw new Error(layer.error.type);
    expect(layer.value.documents.map(({ role, turn }) => [role, turn])).toContainEqual(['contribution', 'answer']);
    expect(parseLayer(JSON.stringify(layer.value))).toEqual(layer.value);
  });

  it('from before documents had roles is read as it was stored', () => {
    const layer = readLayer(new TextEncoder().encode('Bridge closed\n\nThe old bridge is closed.'), {
      fileName: 'a.txt',
    });
    if (!layer.ok) throw new Error(layer.error.type);
    const stored = {
      ...layer.value,
      documents: [{ start: 0, end: 13, issuer: { value: 'x', from: 'heading' }, language: 'en' }],
    };
    expect(parseLayer(JSON.stringify(stored))).toEqual(stored);
  });

  it('with a role that is none is not read', () => {
    const layer = readLayer(new TextEncoder().encode('Bridge closed'), { fileName: 'a.txt' });
    if (!layer.ok) throw new Error(layer.error.type);
    const documents = [{ start: 0, end: 13, language: 'en', role: 'rumour' }];
    expect(parseLayer(JSON.stringify({ ...layer.value, documents }))).toBeUndefined();
  });
});
