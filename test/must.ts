import type { Result } from '../src/base/index.ts';

/** The value of a result; throws the name of its refusal when it is one. */
export function must<T>(result: Result<T, { readonly type: string }>): T {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}
