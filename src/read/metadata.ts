import type { Block, Metadata } from './layer.ts';
import type { Drafted } from './read-layer.ts';

export interface MetadataInput {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly drafted: Drafted;
  readonly fileName: string;
}

export function metadataOf(_input: MetadataInput): Metadata {
  return {};
}
