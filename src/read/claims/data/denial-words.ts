import type { ReadLanguage } from '../findings.ts';

/** Verbs with which somebody says that something is not so, or may not be: what they deny is never given without them. Our own lists. */
export const DENIALS: Readonly<Record<ReadLanguage, RegExp>> = {
  en: /\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|disput(?:e|es|ed|ing)|doubt(?:s|ed|ing)?|rebut(?:s|ted|ting)?|contradict(?:s|ed|ing)?|disown(?:s|ed)?|repudiat(?:e|es|ed|ing))\b/iu,
  zh: /否认|否認|反驳|反駁|驳斥|駁斥|驳回|駁回|不承认|不承認|质疑|質疑|怀疑|懷疑|澄清|辟谣|闢謠/u,
  ko: /부인|반박|일축|부정|반론|의심|의문/u,
};

/** Words for nobody: whoever is named so did not speak. */
export const NOBODY: RegExp =
  /^(?:nobody|no one|no-one|none|neither|no \p{L}+|没有人|沒有人|无人|無人|没人|沒人|谁也没有|아무도|누구도)/iu;

/** Words that mark what somebody is accused of: where they stand in a sentence its subject is no source. */
export const ALLEGATIONS: RegExp = /据$|據$|\b(?:allegedly|reportedly|supposedly|purportedly)\b/iu;
