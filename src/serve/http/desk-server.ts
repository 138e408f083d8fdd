import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { bytesToHex, type Result } from '../../base/index.ts';
import type { Vault } from '../../vault/index.ts';
import type { Activity } from '../activity.ts';
import type { Clock } from '../clock.ts';
import type { Stop } from '../exit-code.ts';
import type { Installation } from '../paths.ts';
import type { RandomBytes } from '../subjects.ts';
import { brokenCode } from '../system-errors.ts';
import { COMMON_HEADERS, REFERRER } from './answer-headers.ts';
import { ClaimPlaces } from './claim-places.ts';
import { type Desk, Knowledge } from './desk.ts';
import { FigureCounts } from './figure-counts.ts';
import { FigureLines } from './figure-lines.ts';
import { judgeHead } from './guard.ts';
import { Guesses } from './guesses.ts';
import { Intakes } from './intakes.ts';
import { OpenSources } from './open-sources.ts';
import { PageDrawing } from './page-pictures.ts';
import { type OpenDesk, routes } from './routes.ts';
import { Summaries } from './summaries.ts';
import { WebBundle } from './web-bundle.ts';

export interface DeskServerOptions {
  readonly port: number;
  readonly installation: Installation;
  readonly version: string;
  readonly now: Clock;
  readonly random: RandomBytes;
  /** How many wrong passphrases came before this process began. */
  readonly guesses: number;
  /** Opens the vault, or tries whether the passphrase is that of the person who has it open. */
  readonly unlock: (passphrase: string) => Promise<Result<DeskSession, Stop>>;
  readonly guessed: (wrong: number) => void;
  /** Told the code of what broke: never content. */
  readonly broken: (code: string) => void;
}

export interface DeskSession {
  readonly vault: Vault;
  readonly folder: string;
}

/** Bytes of a token: nobody guesses it. */
const TOKEN_BYTES = 32;
/** How long the last answer may take to leave, in milliseconds. */
const LAST_ANSWER_MS = 1000;
/** How long a connection may take to say what it wants, and to send all of it. */
const HEAD_MS = 10_000;
/** How often connections are looked through for it: as often as Node does, one could stay three times as long. */
const CHECKED_MS = 1000;
const REQUEST_MS = 10 * 60_000;

/**
 * The desk of one engine: it answers the connections that the supervisor hands on, first with the lock page alone, and
 * with the application and its calls once the vault is open. It listens nowhere by itself.
 */
export class DeskServer {
  readonly #options: DeskServerOptions;
  readonly #server: Server;
  readonly #connections = new Set<Duplex>();
  /** What is answered from; undefined while locked. */
  #open: OpenDesk | undefined;
  /** What was open in this run, also once it is locked: it has to be left in order. */
  #desk: Desk | undefined;
  #closed = false;

  constructor(options: DeskServerOptions) {
    this.#options = options;
    const guesses = new Guesses(options.guesses, () => performance.now());
    const app = routes({
      bundle: new WebBundle(join(options.installation.root, 'dist', 'web')),
      guesses,
      unlock: options.unlock,
      guessed: () => options.guessed(guesses.wrong),
      open: () => this.#open,
      broken: (error) => options.broken(brokenCode(error)),
    });
    const answer = getRequestListener((request, env) => app.request(request, undefined, env), {
      overrideGlobalObjects: false,
      errorHandler: (error) => {
        options.broken(brokenCode(error));
        return new Response('{"code":"broken"}', {
          status: 500,
          headers: { ...COMMON_HEADERS, 'content-type': 'application/json' },
        });
      },
    });
    const times = { headersTimeout: HEAD_MS, requestTimeout: REQUEST_MS, connectionsCheckingInterval: CHECKED_MS };
    this.#server = createServer(times, (request, response) => {
      if (this.#judge(request, response)) void answer(request, response);
    });
    // No call is a WebSocket, and nobody may tunnel through.
    for (const event of ['upgrade', 'connect'] as const) {
      this.#server.on(event, (_request: IncomingMessage, socket: Duplex) => socket.destroy());
    }
    // Timeouts of connections are looked after from here on; nothing listens.
    this.#server.emit('listening');
  }

  /** Answers a connection, as the supervisor handed it on; nothing when whoever made it is gone. */
  take(connection: unknown): void {
    if (!(connection instanceof Duplex)) return;
    if (this.#closed) {
      connection.destroy();
      return;
    }
    this.#connections.add(connection);
    connection.once('close', () => this.#connections.delete(connection));
    this.#server.emit('connection', connection);
    connection.resume();
  }

  /** From here on there is a desk. Settles when somebody locks it there. */
  async open({ vault, folder }: DeskSession, activity: Activity): Promise<'locked'> {
    const { installation, version, now, random } = this.#options;
    const left = await vault.query('deskLeft', { person: vault.person });
    const sources = new OpenSources(vault);
    const summaries = new Summaries(vault, sources);
    return new Promise((resolve) => {
      const desk: Desk = {
        ...{ vault, installation, version, now, random, activity, left },
        workspace: basename(vault.folder) || folder,
        knowledge: new Knowledge(installation),
        ...{ sources, summaries, claimPlaces: new ClaimPlaces(vault, sources, summaries) },
        figures: new FigureLines(),
        figureCounts: new FigureCounts(),
        intakes: new Intakes(),
        drawing: new PageDrawing({ installation }),
        revealed: new Set(),
        lock: () => {
          this.#open = undefined;
          setTimeout(() => resolve('locked'), LAST_ANSWER_MS).unref();
        },
      };
      const token = bytesToHex(random(TOKEN_BYTES));
      this.#desk = desk;
      // What was seen is noted at once, so that a crash does not lose it; the thread that writes starts with it.
      noteSeen(desk).catch((error: unknown) => this.#options.broken(brokenCode(error)));
      this.#open = { desk, token, lockAnswered: () => resolve('locked') };
    });
  }

  /** Answers nobody any more. Intakes that are under way end with their receipts, and it is noted how far this person saw the record. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#open = undefined;
    for (const connection of this.#connections) connection.destroy();
    this.#server.close();
    if (this.#desk !== undefined) await leave(this.#desk);
  }

  /** Whether a request may be looked at; one that may not is answered here. */
  #judge(request: IncomingMessage, response: ServerResponse): boolean {
    const refused = judgeHead(request, this.#options.port);
    if (refused === undefined) return true;
    response.writeHead(refused.status, {
      ...COMMON_HEADERS,
      'referrer-policy': REFERRER.app,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'content-type': 'application/json',
      connection: 'close',
    });
    response.end(JSON.stringify({ code: refused.code }));
    return false;
  }
}

async function leave(desk: Desk): Promise<void> {
  await Promise.all([desk.intakes.close(), desk.drawing.close()]);
  await noteSeen(desk);
}

/** Notes up to where this person has seen the record. Where another process is writing it is left as it was: Today then tells more than is new. */
async function noteSeen({ vault, now }: Desk): Promise<void> {
  const sizes = await vault.query('logSizes', undefined);
  await vault.note('deskLeft', { person: vault.person, at: now(), sizes }, 0);
}
