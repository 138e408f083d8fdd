export {
  type AssistantCall,
  type AssistantRefusal,
  askAssistant,
  DEFAULT_LIMITS,
} from './assistant.ts';
export {
  type AddressRefusal,
  type AssistantAddress,
  parseAssistantAddress,
  writeAssistantAddress,
} from './assistant-address.ts';
export type { BundleHeader } from './bundle-header.ts';
export type { GivenPart } from './bundle-items.ts';
export type { BundleRefusal } from './bundle-refusal.ts';
export { type BundleOrder, type BundlePlan, bundleBytes, planBundle, VaultMoved } from './give-bundle.ts';
export { commonHeads } from './heads.ts';
export {
  type Invitation,
  type JoiningRequest,
  LETTER_LIMIT,
  type LetterRefusal,
  letterText,
  readInvitation,
  readRequest,
  writeInvitation,
  writeRequest,
} from './invitation.ts';
export type { PostLimits } from './loopback-post.ts';
export type { GivingVault, TakingVault } from './ports.ts';
export { openSeal, SealBroken, type SealKey, type SealRefusal, seal } from './seal.ts';
export { isRecipient, makeSealingKey, type SealingKey } from './sealing-key.ts';
export { type TakeReceipt, takeBundle } from './take-bundle.ts';
