/** Words that say of a paragraph that it renders another, or is rendered; general knowledge of translated pages. */
export const TRANSLATION_MARK: RegExp =
  /^[\s[(（【〔]*(?:(?:english|chinese|korean|our|my|unofficial|official)?\s?translation\s?[:：\])]|translated\s?[:：]|original(?:\s(?:text|chinese|korean|english))?\s?[:：\])]|(?:译文|譯文|翻译|翻譯|原文|英译|英譯|中译|中譯|中文|英文)\s?[:：）)】]|(?:번역|원문|영역|국역)\s?[:：）)\]])/i;

/** A paragraph that brings words of another: it ends with a colon, perhaps after a mark of their language. */
export const LEAD_IN: RegExp = /[:：]\s*(?:[[(（](?:zh|ko|en|ja|[a-z]{2}-[a-z]{2,4}|中文|韩文|영문)[\])）])?\s*$/i;
