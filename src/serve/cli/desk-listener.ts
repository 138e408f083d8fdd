import type { ChildProcess } from 'node:child_process';
import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import { errorCode } from '../system-errors.ts';

/** Connections that wait for an engine to start; more are closed unanswered. */
const MOST_WAITING = 64;

/** Says to an engine that a connection comes with the message. */
export const CONNECTION = 'connection';
/** Said by an engine that takes connections. */
export const READY = 'ready';

/**
 * The address of the desk. It belongs to the supervisor, so that it stays while engines come and go, and each connection
 * is handed on before a byte of it was read: neither passphrase nor token nor text ever enters this process.
 */
export class DeskListener {
  readonly port: number;
  readonly #server: Server;
  readonly #waiting: Socket[] = [];
  /** Connections that are on their way to an engine: one is sent after the other, each when the one before has arrived. */
  readonly #given = new Map<Socket, ChildProcess>();
  #engine: ChildProcess | undefined;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.port = port;
    server.on('connection', (socket) => {
      // Whoever hangs up while waiting is nobody's business.
      socket.on('error', () => socket.destroy());
      this.#take(socket);
    });
  }

  /** Listens on this machine alone; undefined when another program has the port. */
  static listen(port: number): Promise<DeskListener | undefined> {
    const server = createServer({ pauseOnConnect: true, noDelay: true });
    return new Promise((resolve, reject) => {
      server.once('error', (error) => {
        if (errorCode(error) === 'EADDRINUSE' || errorCode(error) === 'EACCES') resolve(undefined);
        else reject(error);
      });
      server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
        const address = server.address();
        resolve(new DeskListener(server, typeof address === 'object' && address !== null ? address.port : port));
      });
    });
  }

  /** From here on connections go to this engine, once it says that it takes them. */
  serve(engine: ChildProcess): void {
    engine.on('message', (message) => {
      if (message !== READY) return;
      this.#engine = engine;
      for (const socket of this.#waiting.splice(0)) this.#give(engine, socket);
    });
    for (const event of ['disconnect', 'exit']) engine.once(event, () => this.#leave(engine));
  }

  close(): void {
    for (const socket of [...this.#waiting.splice(0), ...this.#given.keys()]) socket.destroy();
    this.#server.close();
  }

  /** What an engine that ends did not get is the next one's to answer: nobody has read a byte of it. */
  #leave(engine: ChildProcess): void {
    if (this.#engine === engine) this.#engine = undefined;
    for (const [socket, owner] of this.#given) {
      if (owner !== engine) continue;
      this.#given.delete(socket);
      this.#take(socket);
    }
  }

  #take(socket: Socket): void {
    if (this.#engine !== undefined) this.#give(this.#engine, socket);
    else if (this.#waiting.length < MOST_WAITING) this.#waiting.push(socket);
    else socket.destroy();
  }

  #give(engine: ChildProcess, socket: Socket): void {
    this.#given.set(socket, engine);
    // Node would keep its copy until the engine has the other, and for good when the engine ends first; whoever is at the
    // other end would wait as long.
    engine.send(CONNECTION, socket, { keepOpen: true }, (error) => {
      if (this.#given.get(socket) !== engine) return;
      if (error !== null) this.#leave(engine);
      else {
        this.#given.delete(socket);
        socket.destroy();
      }
    });
  }
}
