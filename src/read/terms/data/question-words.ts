/**
 * What makes a sentence a question, or only holds it together, in languages written without spaces or with short forms:
 * a question is about the rest. From the grammars of Chinese and Korean; English words of this kind are common enough to
 * weigh nothing.
 */
export const CHINESE_QUESTION_WORDS: readonly string[] =
  '什么时候 什么 甚么 多少 多久 多大 多长 多远 哪个 哪一 哪些 哪里 哪儿 哪位 哪种 哪年 哪 谁 怎么样 怎么 怎样 为什么 为何 如何 是否 几 吗 呢 是 的 了'.split(
    ' ',
  );

export const KOREAN_QUESTION_WORDS: ReadonlySet<string> = new Set(
  '무엇 무엇을 무엇이 무엇인가 무엇인가요 무슨 어디 어디서 어디에 어디에서 어디인가 언제 언제부터 누가 누구 누구의 누구인가 왜 어떻게 어떤 어느 얼마 얼마나 몇 며칠 인가 인가요 입니까 있는가 있나요 했는가 했나요'.split(
    ' ',
  ),
);
