/**
 * An expected outcome the caller must look at: a value, or a refusal the caller can act on.
 * Refusals are plain objects tagged `type`; defects are thrown, never returned.
 */
export type Result<T, E extends { readonly type: string }> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** Wraps a value as the successful outcome. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps a tagged refusal as the unsuccessful outcome. */
export function refuse<E extends { readonly type: string }>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}
