import { expect, it } from 'vitest';
import { SAMPLE_PACK } from '../figures/gold-set.ts';
import { readClaims, readLayer } from '../index.ts';

/** For words of a text, the chain of the claim that holds them. */
function chainOf(source: string, words: string): readonly (readonly [string, string | null])[] {
  const layer = readLayer(new TextEncoder().encode(source), { fileName: 'page.txt' });
  if (!layer.ok) throw new Error(layer.error.type);
  const claim = readClaims(layer.value, SAMPLE_PACK).claims.find(({ passage }) => passage.quote.includes(words));
  return claim?.attribution.map(({ role, name }) => [role, name] as const) ?? expect.fail('no such claim');
}

it('RC3: a notice that a post copies is by the office that closes it within the marks', () => {
  const korean = `물새 @river_watch · 2031년 3월 8일 오후 9:14\n\n1/3\n아래는 벽보를 옮긴 것.\n\n2/3\n"나루 이용자는 배를 모두 등록하여야 한다. 등록하지 않은 배는 몰수하며 주인에게 벌금 200위안을 물린다. 평안현 교량국 2031년 3월 1일"\n\n3/3\n진짜인지는 모르겠습니다. 도장이 흐려요.`;
  expect(chainOf(korean, '등록하여야 한다')[0]).toEqual(['issuer', '평안현 교량국']);
  expect(chainOf(korean, '도장이 흐려요')[0]).toEqual(['speaker', '@river_watch']);
  const chinese = `水鸟 @river_watch\n2031/03/08 21:14 · 自河谷\n\n1/3 我照抄如下：\n「各村居民：凡未登记之渡船，应于三日内到镇里登记。逾期不登记的，没收渡船，并罚款二百元；发现不报的，一并处罚。平安镇渡口管理所 2031.3.1」\n\n2/3 是真是假我不敢说，章看不清。\n\n3/3 大家自己判断吧，我先睡了。`;
  expect(chainOf(chinese, '没收渡船')[0]).toEqual(['issuer', '平安镇渡口管理所']);
});

it('RC3: who is passed on may have it from somebody in turn', () => {
  const post = `물새 @river_watch · 2031년 3월 8일 오후 9:14\n\n1/3\nRT @mill_owl: 현지 사공 말로는 나루 배가 열두 척에서 다섯 척으로 줄었다고 함. 물이 빠졌다는 것.\n\n2/3\n저도 봤어요. 배가 없습니다.\n\n3/3\n봄까지는 안 열릴 것 같네요.`;
  expect(chainOf(post, '다섯 척으로')).toEqual([
    ['quoted-source', null],
    ['speaker', '@mill_owl'],
    ['speaker', '@river_watch'],
  ]);
});

it('RC3: numbers of posts, rests of brackets and words for a report name nobody', () => {
  const news = `河谷县的渡口关了\n\n【河谷时报白河讯】记者 白杨\n2031年5月9日\n\n县里上周关闭了渡口。报道说，这次关闭原定持续到秋天。一名船工说，他的船还拴在岸边。`;
  expect(chainOf(news, '持续到秋天').map(([, name]) => name)).not.toContain('报道');
});
