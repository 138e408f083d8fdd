/** A kind of risk that two groups of words make, and how much that weighs. */
export interface Composite {
  readonly category: string;
  readonly strength?: 'eased';
  readonly groups: readonly [string, string];
  readonly weight: number;
}

/** Punishment and help, reward and report: wherever they stand in a clause. */
export const STRONG = 3.2;
/** A place or a person and what is done there: weaker than a phrase that names the risk, stronger than one word. */
const MIDDLE = 2.3;
/** Groups so wide that anything else named is meant before them. */
const SLIGHT = 1.5;

/** Kinds of risk that two groups of words make together. */
export const COMPOSITES: readonly Composite[] = [
  { category: 'informing', groups: ['reward', 'group:report'], weight: STRONG },
  { category: 'helper-penalty', groups: ['sanction', 'group:help'], weight: STRONG },
  { category: 'helper-penalty', groups: ['sanction.future', 'group:help'], weight: STRONG },
  { category: 'helper-penalty', groups: ['not.law', 'group:harbour'], weight: STRONG },
  { category: 'post-return-harm', groups: ['group:return', 'group:suffering'], weight: STRONG },
  { category: 'use-of-force', groups: ['group:force', 'group:violence'], weight: MIDDLE },
  { category: 'border-violence', groups: ['group:across', 'group:crime'], weight: MIDDLE },
  { category: 'border-control', groups: ['group:border', 'group:barrier'], weight: MIDDLE },
  { category: 'detention-conditions', groups: ['group:custody', 'group:condition'], weight: MIDDLE },
  { category: 'trafficking', groups: ['group:woman', 'group:sale'], weight: MIDDLE },
  { category: 'partner-risk', groups: ['group:partner', 'group:pressure'], weight: MIDDLE },
  { category: 'transnational-pressure', groups: ['group:abroad', 'group:pressure'], weight: MIDDLE },
  { category: 'surveillance', groups: ['group:message', 'group:watching'], weight: MIDDLE },
  { category: 'social-control', groups: ['group:household', 'group:control'], weight: MIDDLE },
  { category: 'accusation', groups: ['group:group', 'group:smear'], weight: MIDDLE },
  { category: 'host-community', groups: ['group:local', 'group:coldness'], weight: MIDDLE },
  { category: 'host-community', strength: 'eased', groups: ['group:local', 'group:kindness'], weight: SLIGHT },
  { category: 'public-hostility', groups: ['group:newcomer', 'group:insult'], weight: MIDDLE },
  { category: 'home-politics', groups: ['group:home', 'group:strain'], weight: SLIGHT },
  { category: 'legal-regulatory', groups: ['group:group', 'group:filing'], weight: SLIGHT },
];
