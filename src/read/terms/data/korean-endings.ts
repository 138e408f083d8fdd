/**
 * Particles that follow a noun, from the school grammar of both states, by what the syllable before them must end in.
 * Longer ones are put together where they are used: a plural 들 may stand before any of them.
 */
export const PARTICLES = {
  either:
    '에서부터 에게서는 에서조차 에서까지 에서만의 에서는 에서도 에서의 에서와 에게는 에게도 에게서 한테서 한테는 까지는 까지도 까지의 부터는 부터의 에서만 조차도 보다도 보다는 에다가 께서는 에서 에게 에는 에도 에만 에의 한테 께서 까지 부터 조차 마저 처럼 보다 만큼 밖에 대로 만이 만을 만은 만의 마다 뿐 쯤 씩 께 하고 의 에 도 만',
  afterConsonant:
    '으로부터의 으로부터 으로까지 으로써의 으로서의 으로는 으로도 으로의 으로써 으로서 으로만 으로 이라고는 이라는데 이라고 이라는 이라며 이라도 이라면 이었다 이었던 이었고 입니다 이지만 이나마 이다 이란 이라 이며 이고 이나 이든 인데 과의 과는 과도 은 이 을 과',
  afterVowel: '라고 라는 라며 라도 라면 이다 입니다 였다 였던 였고 인데 이며 이고 와의 와는 와도 여서 는 가 를 와 나',
  /** After a vowel, or ㄹ. */
  afterVowelOrL: '로부터의 로부터 로까지 로써의 로서의 로는 로도 로의 로써 로서 로만 로',
} as const;

/**
 * What makes a verb or adjective of a noun (송환하다, 송환되다, 송환시키다, 송환당하다, 송환받다), with the endings that
 * notices, news and speech give it. 하여 and 되여 are the spelling of the North.
 */
export const VERB_ENDINGS: readonly string[] = [
  ...endings('하', '한', '할', '함', '합', '했', '해'),
  ...endings('되', '된', '될', '됨', '됩', '됐', '돼'),
  ...endings('시키', '시킨', '시킬', '시킴', '시킵', '시켰', '시켜'),
  ...endings('당하', '당한', '당할', '당함', '당합', '당했', '당해'),
  ...'받는 받은 받을 받고 받아 받았다 받았고 받았던 받지 받게 받으며 받는다 적인 적으로 적'.split(' '),
];

function endings(
  base: string,
  before: string,
  future: string,
  noun: string,
  polite: string,
  past: string,
  joined: string,
): readonly string[] {
  return [
    ...'다 고 며 면 면서 기 기로 기도 는 는데 는지 여 여서 여야 였다 였고 였으며 였던 었다 었고 었으며 었던 어 어서 어야 지 지만 지는 러 려 려고 려는 도록 게 자 자는 거나 던 겠다 시오 라 라고 므로'
      .split(' ')
      .map((ending) => base + ending),
    before,
    ...'다 다고 다는 다며 다면 지 채'.split(' ').map((ending) => before + ending),
    future,
    ...'지 수 것 경우'.split(' ').map((ending) => future + ending),
    noun,
    ...'을 은 이 으로'.split(' ').map((ending) => noun + ending),
    ...'니다 니까 시다'.split(' ').map((ending) => polite + ending),
    ...'다 고 으며 으나 던 지만 는데 다고 다는 다며 을 으면 습니다 기'.split(' ').map((ending) => past + ending),
    joined,
    ...'서 야 온 왔다 도 라'.split(' ').map((ending) => joined + ending),
  ];
}
