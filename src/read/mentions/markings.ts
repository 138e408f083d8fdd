import type { Marking } from './mention-rule.ts';

// The markings that rules of all three languages give, once for all, so that a class means the same in each
// (docs/read-protection.md M7 to M13).

export const NAMED_PERSON: Marking = { type: 'person', protection: 'high', reason: 'named-person' };
export const BYLINE: Marking = { type: 'person', protection: 'byline', reason: 'byline' };
export const PUBLIC_FIGURE: Marking = { type: 'person', protection: 'public-figure', reason: 'public-office' };
export const SOURCE: Marking = { type: 'source', protection: 'high', reason: 'anonymous-source' };
/** Several sources at once: nobody is told apart among them. */
export const SOURCES: Marking = { type: 'source', protection: 'medium', reason: 'anonymous-source' };
export const SMALL_COUNT: Marking = {
  type: 'low-count',
  protection: 'low-count',
  reason: 'small-count',
  keys: ['count'],
};
/** Somebody described as the only one of their kind. */
export const ONLY_ONE: Marking = { ...SMALL_COUNT, protection: 'singling-out' };
/** One person, or a few who belong together, whom a text describes by what nobody else has done or been. */
export const DESCRIBED: Marking = { ...SMALL_COUNT, protection: 'singling-out', reason: 'distinguishing-detail' };
/** More than ten people whom a court dealt with: its records can be searched. */
export const CASE_COUNT: Marking = { ...SMALL_COUNT, reason: 'case-count' };
export const AT_RISK: Marking = { type: 'low-count', protection: 'high', reason: 'person-at-risk', keys: ['count'] };
export const AGE: Marking = { type: 'age', protection: 'context-sensitive', reason: 'age', keys: ['age'] };
export const DETAIL: Marking = { type: 'detail', protection: 'context-sensitive', reason: 'distinguishing-detail' };
export const HELPER: Marking = { type: 'low-count', protection: 'high', reason: 'helper', keys: ['count'] };
export const HELPER_GROUP: Marking = { type: 'group', protection: 'high', reason: 'helper' };
export const PARTNER: Marking = { type: 'group', protection: 'high', reason: 'partner' };
export const GROUP_AT_RISK: Marking = { type: 'group', protection: 'group-risk', reason: 'group-at-risk' };
export const AFFECTED_GROUP: Marking = { type: 'group', protection: 'medium', reason: 'affected-group' };
export const HANDLE: Marking = { type: 'handle', protection: 'high', reason: 'handle' };
export const CONTACT: Marking = { type: 'contact', protection: 'high', reason: 'contact-detail' };
export const REPORTING_CHANNEL: Marking = { type: 'contact', protection: 'operational', reason: 'reporting-channel' };
export const NUMBER: Marking = { type: 'document-number', protection: 'high', reason: 'identifying-number' };
export const SITE: Marking = { type: 'site', protection: 'operational', reason: 'operational-site' };
export const ROUTE: Marking = { type: 'site', protection: 'operational', reason: 'operational-route', keys: ['route'] };
export const PRACTICE: Marking = { type: 'practice', protection: 'operational', reason: 'operational-practice' };
