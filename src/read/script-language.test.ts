import { describe, expect, it } from 'vitest';
import { chineseScript, isCentralEuropean, languageOf } from './script-language.ts';

describe('the language of a text', () => {
  it('L51: is told by its script, and within Latin by its small words', () => {
    const texts: readonly (readonly [string, string])[] = [
      ['en', 'The office said that nobody had asked for it.'],
      ['en', 'Anyone who brings such a report to the office receives a card.'],
      ['fr', 'Le bureau a dit que personne ne l’avait demandé dans la ville.'],
      ['de', 'Das Amt sagte, dass niemand danach gefragt habe und die Brücke zu bleibt.'],
      ['es', 'La oficina dijo que nadie lo había pedido en el pueblo.'],
      ['ko', '사무소는 아무도 요청하지 않았다고 밝혔다.'],
      ['ko', '공지'],
      ['ko', '韓國 정부는 NGO 12곳과 만났다'],
      ['ja', '事務所によると、だれも頼まなかったという。'],
      ['ru', 'В конторе сказали, что никто об этом не просил.'],
      ['zh-Hans', '办事处说没有人提出要求。'],
      ['zh-Hant', '辦事處說沒有人提出要求。'],
      ['zh', '山上有水'],
      ['zh-Hans', 'NGO 法规定，外国组织须登记'],
      ['und', 'Ana Alder'],
      ['und', '12.5 %'],
      ['und', ''],
    ];
    expect(texts.map(([, text]) => languageOf(text))).toEqual(texts.map(([language]) => language));
  });

  it('L52: weighs characters of the two Chinese scripts, so a name in the other does not turn a text', () => {
    expect(chineseScript('记者在現场说，这里没有变化。')).toBe('zh-Hans');
    expect(chineseScript('記者在现場說，這裡沒有變化。')).toBe('zh-Hant');
  });

  it('tells the languages of Windows-1250 from those of Windows-1252 by the words around their accents', () => {
    expect(isCentralEuropean('Řekl, že most byl včera uzavřen.')).toBe(true);
    expect(isCentralEuropean('Il a déclaré que le pont était fermé.')).toBe(false);
  });
});
