import type { Api, ApiError, ApiErrorCode, ApiName, IntakeItemView, PageImageAsk, VerifyLine } from '../serve/api.ts';

export type AskOf<Name extends ApiName> = Api[Name]['ask'];
export type AnswerOf<Name extends ApiName> = Api[Name]['answer'];

/** The server refused, or did not answer: `unreachable` is the one code that the page itself gives. */
export class CallError extends Error {
  readonly code: ApiErrorCode | 'unreachable';
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(code: ApiErrorCode | 'unreachable', facts: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

export interface ApiClient {
  /** Throws a `CallError` when it is refused. */
  readonly call: <Name extends ApiName>(name: Name, ask: AskOf<Name>, signal?: AbortSignal) => Promise<AnswerOf<Name>>;
  /** Sends the bytes of one file into an intake that was begun. */
  readonly sendFile: (intake: string, file: File, signal?: AbortSignal) => Promise<IntakeItemView>;
  /** Hands each line over as it comes, the verdict last. */
  readonly verify: (onLine: (line: VerifyLine) => void, signal?: AbortSignal) => Promise<void>;
  readonly pageImage: (ask: PageImageAsk, signal?: AbortSignal) => Promise<Blob>;
}

export interface ClientParts {
  readonly token: string;
  /** Called once for each answer that says the token opens nothing any more. */
  readonly onLocked: () => void;
}

/** The one place of the page that asks, and it asks its own origin alone: each address begins with `/api/`. */
export function createClient({ token, onLocked }: ClientParts): ApiClient {
  const post = async (
    path: string,
    body: BodyInit,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal | undefined,
  ): Promise<Response> => {
    const response = await fetch(`/api/${path}`, {
      method: 'POST',
      headers: { 'x-daybook-token': token, ...headers },
      body,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      ...(signal === undefined ? {} : { signal }),
    }).catch((error: unknown) => {
      if (signal?.aborted === true) throw error;
      throw new CallError('unreachable');
    });
    if (response.ok) return response;
    const refusal = refusalOf(response.status, await response.json().catch(() => undefined));
    if (refusal.code === 'locked') onLocked();
    throw refusal;
  };
  const json = { 'content-type': 'application/json' };

  return {
    call: async (name, ask, signal) => {
      const response = await post(name, JSON.stringify(ask), json, signal);
      return response.json();
    },
    sendFile: async (intake, file, signal) => {
      const headers = {
        'content-type': 'application/octet-stream',
        'x-daybook-name': encodeURIComponent(file.name),
      };
      const response = await post(`intake/${encodeURIComponent(intake)}/file`, file, headers, signal);
      return response.json();
    },
    verify: async (onLine, signal) => {
      const response = await post('verify', '{}', json, signal);
      await readLines(response, onLine);
    },
    pageImage: async (ask, signal) => {
      const response = await post('page-image', JSON.stringify(ask), json, signal);
      return response.blob();
    },
  };
}

function refusalOf(status: number, body: unknown): CallError {
  if (isApiError(body)) return new CallError(body.code, body.facts);
  return new CallError(status === 401 ? 'locked' : 'broken');
}

function isApiError(body: unknown): body is ApiError {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}

/** Lines of JSON as they arrive. A last line without its end counts too. */
async function readLines(response: Response, onLine: (line: VerifyLine) => void): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) return;
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    rest += value ?? '';
    const lines = rest.split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    for (const line of lines) if (line.trim() !== '') onLine(JSON.parse(line));
    if (done) return;
  }
}
