import type { Member, Office } from './members.ts';

/** What somebody does: of the likelier ones more. A campaign of other actions gives its own list. */
export interface Action {
  readonly name: string;
  readonly weight: number;
  readonly run: (context: Campaign, member: Member) => Promise<void>;
}

/** A bundle and whom it is for. */
export interface Letter {
  readonly path: string;
  readonly to: Member;
}

export interface Campaign {
  readonly office: Office;
  readonly random: () => number;
  /** Bundles under way; any may be lost, doubled or late. */
  readonly post: Letter[];
  /** Every bundle that was ever made, lost ones too. */
  readonly given: Letter[];
  /** How often each action was done. */
  readonly done: Map<string, number>;
}

export function newCampaign(office: Office, random: () => number): Campaign {
  return { office, random, post: [], given: [], done: new Map() };
}

/** People act, each so often, in random turns; what they send arrives in any order, twice or never. */
export async function runCampaign(campaign: Campaign, list: readonly Action[], each: number): Promise<void> {
  const { office, random, done } = campaign;
  const total = list.reduce((sum, { weight }) => sum + weight, 0);
  const turns = office.members.flatMap((member) => Array.from({ length: each }, () => member));
  while (turns.length > 0) {
    const [member] = turns.splice(Math.floor(random() * turns.length), 1);
    let at = random() * total;
    const action = list.find(({ weight }) => {
      at -= weight;
      return at < 0;
    });
    if (member === undefined || action === undefined) throw new Error('nobody does anything');
    await action.run(campaign, member);
    done.set(action.name, (done.get(action.name) ?? 0) + 1);
  }
}

/** Any of a list; undefined when it is empty. */
export function pick<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}
