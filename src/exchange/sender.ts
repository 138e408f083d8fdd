/** Whether the device that signed a bundle belongs to the workspace, by what is here and by what the bundle brings. */
import type { DeviceKey, PersonKey, WorkspaceId } from '../base/index.ts';
import { membershipOf, readEnvelope } from '../preserve/index.ts';

/** Who belongs, as far as the taker knows. */
export interface Members {
  readonly persons: readonly PersonKey[];
  readonly devices: readonly { readonly device: DeviceKey; readonly person: PersonKey }[];
  readonly removed: readonly (PersonKey | DeviceKey)[];
}

/** Enrolments kept from one bundle: a workspace has twenty people, and a stranger may send any number. */
const MOST_ENROLMENTS = 5_000;
const KINDS = ['workspace-founded', 'person-enrolled', 'device-enrolled'].map((kind) =>
  Buffer.from(`"kind":"${kind}"`),
);

/** Gathers enrolments while a bundle is read the first time. */
export class Enrolments {
  readonly #workspace: WorkspaceId;
  readonly #persons: { readonly person: PersonKey; readonly by: PersonKey; readonly device: DeviceKey }[] = [];
  readonly #devices: { readonly device: DeviceKey; readonly person: PersonKey }[] = [];
  readonly #founders: { readonly person: PersonKey; readonly device: DeviceKey }[] = [];

  constructor(workspace: WorkspaceId) {
    this.#workspace = workspace;
  }

  /** Looks at an entry. Its signatures count; its place in a log is judged when it is taken. */
  note(bytes: Uint8Array): void {
    const held = this.#persons.length + this.#devices.length + this.#founders.length;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    if (held >= MOST_ENROLMENTS || !KINDS.some((kind) => text.includes(kind))) return;
    const read = readEnvelope(bytes, this.#workspace);
    if (!read.ok || read.value.envelope.person === null) return;
    const { envelope } = read.value;
    const { device, kind } = envelope;
    const by = read.value.envelope.person;
    // The workspace is named by its founder's keys, so that a founding entry that reads is the true one (P15).
    if (kind === 'workspace-founded') this.#founders.push({ person: by, device });
    else if (kind === 'device-enrolled') this.#devices.push({ device, person: by });
    for (const fact of membershipOf(envelope) ?? []) {
      if (fact.type === 'person' && kind === 'person-enrolled') this.#persons.push({ person: fact.person, by, device });
    }
  }

  /** Whether a device of this person belongs, once what the bundle brings is believed as far as members signed it. */
  judge(
    sender: { readonly device: DeviceKey; readonly person: PersonKey },
    known: Members,
  ): 'belongs' | 'unknown' | 'removed' {
    const removed = new Set<string>(known.removed);
    const persons = new Set(
      [...known.persons, ...this.#founders.map(({ person }) => person)].filter((person) => !removed.has(person)),
    );
    const devices = new Set([...known.devices, ...this.#founders].map((each) => `${each.device}/${each.person}`));
    const offered = [...this.#devices];
    for (let grown = true; grown; ) {
      const before = persons.size + devices.size;
      for (const { device, person } of offered) if (persons.has(person)) devices.add(`${device}/${person}`);
      for (const { person, by, device } of this.#persons) {
        if (persons.has(by) && devices.has(`${device}/${by}`)) persons.add(person);
      }
      grown = persons.size + devices.size > before;
    }
    if (removed.has(sender.person) || removed.has(sender.device)) return 'removed';
    return persons.has(sender.person) && devices.has(`${sender.device}/${sender.person}`) ? 'belongs' : 'unknown';
  }
}
