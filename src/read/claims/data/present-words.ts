/**
 * Words that set a statement in the time of its document without naming a date: our own lists, from grammars and from the manner
 * of notices and news. `now` is the document's date; `lately` is a time of unknown beginning that ends there. All yield to a date.
 */
export const PRESENT_WORDS: Readonly<
  Record<'en' | 'zh' | 'ko', { readonly now: readonly string[]; readonly lately: readonly string[] }>
> = {
  en: {
    now: ['now', 'currently', 'presently', 'at present', 'still', 'nowadays', 'to date', 'so far'],
    lately: [
      'recently',
      'lately',
      'recent',
      'in recent years',
      'in recent months',
      'in recent weeks',
      'in recent days',
    ],
  },
  zh: {
    now: ['目前', '现在', '現在', '当前', '當前', '现阶段', '現階段', '如今', '眼下', '迄今', '至今', '仍然', '依然'],
    lately: ['近来', '近來', '近期', '最近', '近年来', '近年來', '近年', '近日', '日前', '近几年', '近幾年'],
  },
  ko: {
    now: ['현재', '지금', '아직', '여전히', '현재까지', '지금까지', '오늘날'],
    lately: ['최근', '요즘', '근래', '최근 들어', '최근 몇 년', '요사이'],
  },
};
