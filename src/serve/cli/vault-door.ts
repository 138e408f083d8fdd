import { ok, type Result, refuse } from '../../base/index.ts';
import type { Stop } from '../exit-code.ts';
import { vaultSentence } from '../sentences.ts';
import type { CommandContext, Session } from './context.ts';
import { beginSession, type NamedVault, unlockNamed } from './vault-session.ts';

/**
 * The one way into a vault for terminal and desk: whoever comes first with the passphrase opens it for both. One attempt
 * at a time, so that neither opens it twice.
 */
export class VaultDoor {
  readonly #context: CommandContext;
  readonly #named: NamedVault;
  #turn: Promise<unknown> = Promise.resolve();
  #session: Session | undefined;
  #tell: (session: Session) => void = () => undefined;
  /** Settles when the vault is open. */
  readonly opened: Promise<Session> = new Promise((resolve) => {
    this.#tell = resolve;
  });

  constructor(context: CommandContext, named: NamedVault) {
    this.#context = context;
    this.#named = named;
  }

  get session(): Session | undefined {
    return this.#session;
  }

  /** Opens the vault. Where it is open already, only the passphrase of the very person who opened it is taken. */
  unlock(passphrase: string): Promise<Result<Session, Stop>> {
    const attempt = this.#turn.then(() => this.#attempt(passphrase));
    this.#turn = attempt.catch(() => undefined);
    return attempt;
  }

  async #attempt(passphrase: string): Promise<Result<Session, Stop>> {
    if (this.#session !== undefined) return reopen(this.#session, passphrase);
    const vault = await unlockNamed(this.#context, this.#named, passphrase);
    if (!vault.ok) return vault;
    this.#session = await beginSession(this.#context, vault.value, this.#named.folder);
    this.#tell(this.#session);
    return ok(this.#session);
  }
}

/** Whoever else has a passphrase must not go on working in the name of the one who opened the vault. */
async function reopen(session: Session, passphrase: string): Promise<Result<Session, Stop>> {
  const { slots } = session.vault;
  const ways = await slots.list();
  const own = ways.ok ? ways.value.find((each) => each.own) : undefined;
  const opens = own !== undefined && (await slots.opensWith(own.id, passphrase));
  return opens ? ok(session) : refuse(vaultSentence({ type: 'wrong-passphrase' }, session.folder));
}
