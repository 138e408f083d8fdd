export { canonicalJson, type Json } from './canonical-json.ts';
export * from './ids.ts';
export type { Language } from './language.ts';
export { nestsDeeper } from './nesting.ts';
export { paddedTo } from './padded-length.ts';
export { ok, type Result, refuse } from './result.ts';
export { type QuantityFault, readTypedQuantity, type TypedQuantity } from './typed-quantity.ts';
