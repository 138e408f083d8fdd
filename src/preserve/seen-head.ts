import { z } from 'zod';
import { type DeviceKey, isId, type Sha256 } from '../base/index.ts';

/** Size and root of another device's log as whoever states it knew it. */
export interface SeenHead {
  readonly device: DeviceKey;
  readonly size: number;
  readonly root: Sha256;
}

const shape = {
  device: z.custom<DeviceKey>((value) => isId('DeviceKey', value)),
  size: z.number().int().min(1),
  root: z.custom<Sha256>((value) => isId('Sha256', value)),
};

/** A list of heads with exactly the fields above, as the first version of the format has it. */
export const strictHeads: z.ZodType<readonly SeenHead[]> = z.array(z.strictObject(shape)).max(4096).refine(ascends);

/** Reads a list of heads from outside; undefined when it is none. */
export function readHeads(value: unknown): readonly SeenHead[] | undefined {
  return strictHeads.safeParse(value).data;
}

/** A list of heads of any version: a newer one may say more of each. */
export const openHeads: z.ZodType<readonly SeenHead[]> = z.array(z.looseObject(shape)).max(4096).refine(ascends);

/**
 * Heads stand in the order of device and root. Several of one device are allowed: that is how an entry takes both
 * branches of a fork into its past.
 */
function ascends(heads: readonly SeenHead[]): boolean {
  return strictlyAscending(heads.map((head) => `${head.device}/${head.root}`));
}

/** Whether texts are sorted by UTF-16 units without repeats. */
export function strictlyAscending(values: readonly string[]): boolean {
  return values.every((value, i) => i === 0 || (values[i - 1] ?? '') < value);
}
