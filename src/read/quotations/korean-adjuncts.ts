import { OCCASION_NOUNS } from './data/korean-speech.ts';

const NOUN = OCCASION_NOUNS.join('|');

/** When, and whereto it is joined: 이날, 지난 3월, 그러면서. */
const WHEN =
  /^(?:이날|어제|앞서|또|또한|이어|특히|그러면서|아울러|이와 함께|더불어|한편|다만|이에|이에 대해|이와 관련해|오전|오후|\d{1,2}월\s\d{1,2}일|\d{1,2}일|(?:일각|일부)에서(?:는|도)?)[\s,]+/u;
/** When, of what is said, unless where it is said stands behind it: 올해 성장률이, 지난 3월 기자회견에서. */
const OR_WHEN = /^(?:(?:지난|최근|오늘|올해|지난해|당시|\d{1,2}월|\d{4}년)[\s,]+)+/u;
/** Where, and by what: 정례브리핑에서, 성명을 내고, 페이스북에 올린 글에서. A topic in it is that of what is said. */
const WHERE = new RegExp(
  `^(?:(?<![있없하되])[은는](?!\\s)|(?<=[있없하되])[은는]|[이가](?!\\s)|[^,“”"은는이가]){0,40}?(?:${NOUN})(?:\\s?[‘《「『(][^’》」』)]{1,30}[’》」』)])?(?:에 출연해|에 나와|에 참석해|에 출석해|에 올린 글에서|에서도|에서|을 통해|를 통해|을 내고|를 내고|을 내|를 내|을 열고|를 열고|(?<=서면|전화|이메일|메시지|댓글)(?:으로|로))[\\s,]+`,
  'u',
);
/** To whom: 기자들과 만나, 취재진에게. */
const TO_WHOM =
  /^(?:기자들?|취재진|특파원들?)(?:과|와|에게|들에게)\s(?:만나|만난 자리에서|통화에서|가진 간담회에서)?[\s,]*/u;

/** UTF-16 units at the beginning of words that tell when, where and to whom they are said, and are no part of them. */
export function adjunctIn(words: string): number {
  let end = 0;
  let places = 0;
  for (let step = 0; step < 8; step++) {
    end += /^[\s,]*/u.exec(words.slice(end))?.[0].length ?? 0;
    const rest = words.slice(end, end + 120);
    // Behind where it is said, when is told of what is said.
    const when = places === 0 ? WHEN.exec(rest) : null;
    const told = TO_WHOM.exec(rest) ?? (places === 0 ? placeIn(rest) : null);
    const next = when?.[0].length ?? told?.[0].length;
    if (next === undefined) break;
    if (when === null) places++;
    end += next;
  }
  return end;
}

function placeIn(words: string): { readonly 0: string } | null {
  const when = OR_WHEN.exec(words)?.[0] ?? '';
  const found = WHERE.exec(words.slice(when.length));
  return found === null ? null : { 0: when + found[0] };
}

/** Whether words before a subject tell that whoever spoke before goes on. */
export const goesOn = (before: string): boolean =>
  /^[\s,]*(?:그러면서|이어|아울러|이와 함께|더불어|덧붙여|특히|또|또한)[\s,]/u.test(before);
