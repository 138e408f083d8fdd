/** Money words of Chinese and their ISO 4217 codes; a bare 元 in a mainland text is the yuan. Longest first. */
export const CHINESE_CURRENCIES: Readonly<Record<string, string>> = {
  元人民币: 'CNY',
  元港币: 'HKD',
  美元: 'USD',
  欧元: 'EUR',
  日元: 'JPY',
  韩元: 'KRW',
  朝元: 'KPW',
  港元: 'HKD',
  新台币: 'TWD',
  英镑: 'GBP',
  卢布: 'RUB',
  元: 'CNY',
  块钱: 'CNY',
  块: 'CNY',
};

/** Money words of Korean; a bare 원 is the South's unless the words beside it say whose (`money.ts`). Longest first. */
export const KOREAN_CURRENCIES: Readonly<Record<string, string>> = {
  인민폐: 'CNY',
  위안: 'CNY',
  위엔: 'CNY',
  달러: 'USD',
  유로: 'EUR',
  엔화: 'JPY',
  루블: 'RUB',
  원: 'KRW',
};
