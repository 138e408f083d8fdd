/** Why something broke, in a form that may leave the thread that holds the vault. */
export interface Failure {
  readonly message: string;
  /** Of the operating system or of SQLite: ENOSPC, SQLITE_FULL. */
  readonly code?: string;
}

/**
 * What may be told of an error: its code when it has one, else the message when the code of this project wrote it. Others
 * can quote what was being worked on: JSON.parse shows the text, a system error the path.
 */
export function describeFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: 'unknown failure' };
  const code = codeOf(error);
  if (code !== undefined) return { message: code, code };
  return { message: Object.getPrototypeOf(error) === Error.prototype ? error.message : error.name };
}

/** The failure as an error again. */
export function failureToError(what: string, { message, code }: Failure): Error {
  return Object.assign(new Error(`${what}: ${message}`), code === undefined ? {} : { code });
}

function codeOf(error: Error): string | undefined {
  if ('code' in error && typeof error.code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(error.code)) return error.code;
  return error.cause instanceof Error ? codeOf(error.cause) : undefined;
}
