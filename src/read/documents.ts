import type { Block, LayerDocument, Metadata } from './layer.ts';

export function documentsOf(text: string, blocks: readonly Block[], metadata: Metadata): readonly LayerDocument[] {
  return [
    {
      start: 0,
      end: text.length,
      language: blocks[0]?.language ?? 'und',
      ...(metadata.title ? { title: metadata.title } : {}),
    },
  ];
}
