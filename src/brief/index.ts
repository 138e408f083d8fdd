export type {
  Brief,
  BriefInput,
  BriefPassage,
  BriefSection,
  BriefSentence,
  BriefSource,
  Footnote,
  HeldBackReason,
  LogPosition,
  Segment,
} from './brief.ts';
export type { PublishableText } from './disclosure.ts';
export { draftBrief } from './draft.ts';
export { briefToHtml } from './html.ts';
export { briefToMarkdown } from './markdown.ts';
export { type BriefPart, briefParts } from './parts.ts';
export { heldBackLine, searchedLine } from './wording.ts';
