import type { Member, Office } from './members.ts';

/** What somebody does: of the likelier ones more. A campaign of other actions gives its own list. */
export interface Action {
  readonly name: string;
  readonly weight: number;
  readonly run: (context: Campaign, member: Member) => Promise<void>;
}

export interface Campaign {
  readonly office: Office;
  readonly random: () => number;
  /** Bundles under way, each with whom it is for; any may be lost, doubled or late. */
  readonly post: { readonly path: string; readonly to: Member }[];
}

/** Three people act, each so often, in random turns; what they send arrives in any order, twice or never. */
export async function runCampaign(
  office: Office,
  list: readonly Action[],
  { each: count, random }: { readonly each: number; readonly random: () => number },
): Promise<ReadonlyMap<string, number>> {
  const campaign: Campaign = { office, random, post: [] };
  const done = new Map<string, number>();
  const total = list.reduce((sum, { weight }) => sum + weight, 0);
  const turns = office.members.flatMap((member) => Array.from({ length: count }, () => member));
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
  for (const { path, to } of campaign.post) await office.taken(to, path);
  return done;
}

/** Any of a list; undefined when it is empty. */
export function pick<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}
