import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createPlainServer, type Socket } from 'node:net';

/** A model server for tests: a real one on this machine, that remembers what it was sent and answers as it is told. */
export interface ModelServer {
  readonly port: number;
  readonly address: string;
  /** Bodies of the requests that came, with their paths. */
  readonly received: readonly { readonly path: string; readonly body: string; readonly headers: object }[];
  readonly close: () => Promise<void>;
}

export type Answering = (response: ServerResponse, body: string, request: IncomingMessage) => void;

export async function startModelServer(answering: Answering, host = '127.0.0.1'): Promise<ModelServer> {
  const received: { path: string; body: string; headers: object }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    response.on('error', () => undefined);
    request.on('error', () => undefined);
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      received.push({ path: request.url ?? '', body, headers: request.headers });
      answering(response, body, request);
    });
  });
  return listening(server, received, host);
}

/** A server that speaks bytes: for what no HTTP server would send. */
export async function startRawServer(answering: (socket: Socket) => void): Promise<ModelServer> {
  const server = createPlainServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => answering(socket));
  });
  return listening(server, [], '127.0.0.1');
}

async function listening(
  server: ReturnType<typeof createServer> | ReturnType<typeof createPlainServer>,
  received: ModelServer['received'],
  host: string,
): Promise<ModelServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('a server listens at a port');
  return {
    port: at.port,
    address: `http://${host.includes(':') ? `[${host}]` : host}:${at.port}`,
    received,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** An answer of the chat API whose model wrote this. */
export function chat(content: string): string {
  return JSON.stringify({
    id: 'x',
    object: 'chat.completion',
    model: 'm',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
    usage: { total_tokens: 7 },
  });
}

/** The passages that a request's body holds, as the model is shown them. */
export function passagesIn(body: string): readonly { readonly passage: number; readonly text: string }[] {
  const { messages } = JSON.parse(body);
  return JSON.parse(messages.at(-1).content).passages;
}
