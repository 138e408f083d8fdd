import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAttributions } from './read-attributions.ts';

type Language = 'en' | 'zh' | 'ko';
const said = (text: string, lang: Language): string =>
  readAttributions(text, { lang })
    .map(({ content, more, speaker, type, via }) => {
      const words = (span: { readonly start: number; readonly end: number }): string =>
        text.slice(span.start, span.end);
      const through = via.length === 0 ? '' : ` via ${via.map(words).join(', ')}`;
      return `${speaker === null ? '?' : words(speaker)}${through} ${type}: ${[content, ...more].map(words).join(' + ')}`;
    })
    .join(' | ');

describe('English', () => {
  it.each([
    ['RA1', 'The spokesman said: “Nobody was sent back.”', 'The spokesman direct: Nobody was sent back.'],
    ['RA1', '“Nobody was sent back,” said a trader in Omrek.', 'a trader in Omrek direct: Nobody was sent back,'],
    [
      'RA1',
      '“We had nowhere to go,” a woman said, “and the river rose.”',
      'a woman direct: We had nowhere to go, + and the river rose.',
    ],
    [
      'RA2',
      'Residents say the bridge has been closed since May.',
      'Residents indirect: the bridge has been closed since May',
    ],
    [
      'RA2',
      'Guards were seen near the river, a resident said on Monday.',
      'a resident indirect: Guards were seen near the river',
    ],
    ['RA2', 'According to the ministry, prices rose.', 'the ministry indirect: prices rose'],
    ['RA2', 'The order states that “all persons” must register.', 'The order mixed: “all persons” must register'],
    [
      'RA3',
      'An official told the paper that a trader had said “they take everyone.”',
      'An official mixed: a trader had said “they take everyone.” | a trader via An official direct: they take everyone.',
    ],
    [
      'RA3',
      'Citing a guard, the Omrek Post reported that patrols doubled.',
      'a guard via the Omrek Post indirect: patrols doubled',
    ],
    [
      'RA4',
      'A teacher said the school was shut. “There was no coal,” she added.',
      'A teacher indirect: the school was shut | A teacher direct: There was no coal,',
    ],
    ['RA4', '“There was no coal,” she added.', '? direct: There was no coal,'],
    ['RA4', 'Ilan Moor keeps the ferry. “The river is low,” he said.', 'Ilan Moor direct: The river is low,'],
    [
      'RA4',
      'Mr. Dane spoke to the widow of the ferryman. A widow said it was late. “Go home,” he said.',
      'A widow indirect: it was late | Mr. Dane direct: Go home,',
    ],
    [
      'RA10',
      'Ada Orme, who has kept the bridge since 2004, said nobody had crossed.',
      'Ada Orme indirect: nobody had crossed',
    ],
    [
      'RA10',
      '“Nobody came,” said Ada Orme, a former guard. “Nobody will.”',
      'Ada Orme direct: Nobody came, + Nobody will.',
    ],
    [
      'RA11',
      'The ministry said the road was open, but a driver told the Omrek Post that guards had closed it.',
      'The ministry indirect: the road was open | a driver indirect: guards had closed it',
    ],
    [
      'RA11',
      'The mayor called the plan “a folly” and said it would fail.',
      'The mayor mixed: the plan “a folly” | The mayor indirect: it would fail',
    ],
    [
      'RA11',
      'The guard denied that he had fired, saying the crowd had thrown stones.',
      'The guard indirect: he had fired | The guard indirect: the crowd had thrown stones',
    ],
    [
      'RA12',
      'The survey shows that one house in six stands empty.',
      'The survey indirect: one house in six stands empty',
    ],
    [
      'RA12',
      'Section 4 of the act prohibits owners from letting rooms to strangers.',
      'Section 4 of the act indirect: owners from letting rooms to strangers',
    ],
    ['RA13', 'Bishop Orme: “The doors stay open.”', 'Bishop Orme direct: The doors stay open.'],
    ['RA13', 'Envoy: talks to resume in spring', 'Envoy indirect: talks to resume in spring'],
    ['RA13', '“The doors stay open.” — Bishop Orme', 'Bishop Orme direct: The doors stay open.'],
    ['RA13', 'In the words of one guard, “they were numbers.”', 'one guard direct: they were numbers.'],
    ['RA14', 'The council urged both sides to open the bridge.', 'The council indirect: both sides to open the bridge'],
    ['RA14', 'The envoy denied the allegations.', ''],
    ['RA14', 'She wrote a book called “The Low River” and taught in Omrek.', ''],
    ['RA5', 'The guards are said to have fled.', '? indirect: The guards are said to have fled'],
    ['RA6', 'What the ministry would not say is who gave the order.', ''],
    ['RA6', 'The two men were accused of spying.', ''],
    ['RA5', 'It is said that the bridge is closed.', '? indirect: the bridge is closed'],
    ['RA6', 'The ministry declined to say whether anyone was sent back.', ''],
    ['RA6', 'The so-called “clean border” campaign went on.', ''],
    [
      'RA7',
      'Moderator: What happened at the river?\nVisitor: The guards took two people away.',
      'Moderator direct: What happened at the river? | Visitor direct: The guards took two people away.',
    ],
  ])('%s: %s', (_, text, expected) => {
    expect(said(text, 'en')).toBe(expected);
  });
});

describe('Chinese', () => {
  it.each([
    ['RA1', '发言人说：“没有人被送回。”', '发言人 direct: 没有人被送回。'],
    ['RA1', '“没有人被送回。”一名商人在接受采访时说。', '一名商人 direct: 没有人被送回。'],
    ['RA1', '發言人說：「沒有人被送回。」', '發言人 direct: 沒有人被送回。'],
    [
      'RA2',
      '外交部否认有人被遣返，而人权组织表示已有数百人被遣返。',
      '外交部 indirect: 有人被遣返 | 人权组织 indirect: 已有数百人被遣返',
    ],
    ['RA2', '该官员称此举“违反国际法”。', '该官员 mixed: 此举“违反国际法”'],
    ['RA5', '据悉，桥已关闭。', '? indirect: 桥已关闭'],
    ['RA3', '河报援引一名军官的话报道称，演习照常。', '一名军官 via 河报 indirect: 演习照常'],
    ['RA4', '王律师说，法官害怕。他还说，案子拖了三年。', '王律师 indirect: 法官害怕 | 王律师 indirect: 案子拖了三年'],
    ['RA10', '河口会主任陈远7日在接受本报采访时指出，桥已封闭。', '河口会主任陈远 indirect: 桥已封闭'],
    ['RA11', '镇长批评该计划“鲁莽”，并表示将提起诉讼。', '镇长 mixed: 该计划“鲁莽” | 镇长 indirect: 将提起诉讼'],
    ['RA12', '通知要求，各村须在月底前登记。', '通知 indirect: 各村须在月底前登记'],
    ['RA12', '据河口会去年公布的调查，半数人家缺粮。', '河口会去年公布的调查 indirect: 半数人家缺粮'],
    ['RA13', '“桥上没人了。”\n在河口做买卖的老方这样说。', '在河口做买卖的老方 direct: 桥上没人了。'],
    ['RA13', '老方站起来，慢慢地说：\n“桥上没人了。”', '老方 direct: 桥上没人了。'],
    ['RA13', '专家：河口管控恐再收紧', '专家 indirect: 河口管控恐再收紧'],
    ['RA13', '用一名看守的话说，“他们只是号码”。', '一名看守 direct: 他们只是号码'],
    ['RA14', '联盟发表声明，呼吁当局放人并道歉。', '联盟 indirect: 当局放人并道歉'],
    ['RA6', '他写了一本名为“低水河”的书。', ''],
    ['RA6', '发言人拒绝就此置评。', ''],
    ['RA6', '发言人没有说明原因。', ''],
    ['RA6', '所谓“清洁边境”行动仍在继续。', ''],
  ])('%s: %s', (_, text, expected) => {
    expect(said(text, 'zh')).toBe(expected);
  });
});

describe('Korean', () => {
  it.each([
    ['RA1', '한 상인은 “아무도 돌아가지 않았다”고 말했다.', '한 상인 direct: 아무도 돌아가지 않았다'],
    ['RA1', '“갈 곳이 없었다”며 한 상인은 “아이가 있었다”고 말했다.', '한 상인 direct: 갈 곳이 없었다 + 아이가 있었다'],
    [
      'RA2',
      '외교부는 송환된 주민이 없다고 밝혔지만, 인권단체는 수백 명이 송환됐다고 반박했다.',
      '외교부 indirect: 송환된 주민이 없다 | 인권단체 indirect: 수백 명이 송환됐다',
    ],
    ['RA2', '특별보고관은 송환이 “국제법 위반”이라고 지적했다.', '특별보고관 mixed: 송환이 “국제법 위반”'],
    ['RA2', '소식통에 따르면 최근 단속이 강화됐다.', '소식통 indirect: 최근 단속이 강화됐다'],
    ['RA5', '단속이 강화된 것으로 알려졌다.', '? indirect: 단속이 강화된'],
    ['RA3', '강뉴스는 한 경비병을 인용해 다리가 닫혔다고 보도했다.', '한 경비병 via 강뉴스 indirect: 다리가 닫혔다'],
    [
      'RA4',
      '오 교수는 “물이 얕다”고 말했다. 그는 또 “건너기 쉽다”고 덧붙였다.',
      '오 교수 direct: 물이 얕다 | 오 교수 direct: 건너기 쉽다',
    ],
    ['RA10', '익명을 요구한 한 경비병은 “다리가 닫혔다”고 말했다.', '한 경비병 direct: 다리가 닫혔다'],
    ['RA10', '토론회에서 서지은 교수는 다리가 닫혔다고 말했다.', '서지은 교수 indirect: 다리가 닫혔다'],
    [
      'RA11',
      '회령의 한 주민은 “물이 얕다”고 했고, 무산의 한 상인은 “물이 깊다”고 했다.',
      '회령의 한 주민 direct: 물이 얕다 | 무산의 한 상인 direct: 물이 깊다',
    ],
    ['RA12', '통지문에는 “밤에는 다니지 말라”고 적혀 있다.', '통지문 direct: 밤에는 다니지 말라'],
    ['RA13', '인권단체 “다리를 열라” 촉구', '인권단체 direct: 다리를 열라'],
    [
      'RA13',
      '“물이 너무 차가웠어요.” 강가에 사는 한 여성의 말이다.',
      '강가에 사는 한 여성 direct: 물이 너무 차가웠어요.',
    ],
    ['RA14', '위원회는 양측에 다리를 열 것을 권고했다.', '위원회 indirect: 양측에 다리를 열 것'],
    ['RA15', '다리가 곧 열린다는 것이 소식통의 설명이다.', '소식통 indirect: 다리가 곧 열린다'],
    ['RA15', '다리가 곧 열린다는 소문이 돌았다.', '? indirect: 다리가 곧 열린다'],
    ['RA15', '한 여성은 “살려고 왔다”며 눈물을 흘렸다.', '한 여성 direct: 살려고 왔다'],
    [
      'RA15',
      '당국이 다리를 열겠다고 약속했다고 현지 매체가 보도했다.',
      '현지 매체 indirect: 당국이 다리를 열겠다고 약속했다 | 당국 via 현지 매체 indirect: 다리를 열겠다',
    ],
    ['RA6', '‘맑은 강’ 운동이 오월에 시작됐다.', ''],
    ['RA6', '정부는 이유를 밝히지 않았다.', ''],
  ])('%s: %s', (_, text, expected) => {
    expect(said(text, 'ko')).toBe(expected);
  });
});

describe('names that the caller knows', () => {
  it('RA16: they are looked for where a subject stands', () => {
    const text = '阿宝看了看桥，又对坐在船头的小满说：\n“走吧，天快黑了。”';
    const [said] = readAttributions(text, { lang: 'zh', names: ['阿宝', '小满'] });
    expect(said?.speaker && text.slice(said.speaker.start, said.speaker.end)).toBe('阿宝');
  });
});

describe('whatever the text', () => {
  const languages = fc.constantFrom<Language>('en', 'zh', 'ko');

  it('RA8: spans lie within the text, contents hold something, and reading twice is equal', () => {
    const pieces = fc.constantFrom(
      ...'said told “ ” " 「 」 ‘ ’ , . : that 说 表示 称 ， 。 ： 据 报道 라고 고 말했다 밝혔다 은 는 에 따르면 The official 官员 관계자 he 他 그는 Citing \n \n\n'.split(
        ' ',
      ),
      ' ',
      '\ud800',
      '@a: ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), languages, (parts, lang) => {
        const text = parts.join('');
        const found = readAttributions(text, { lang });
        for (const { content, more, speaker, cue, via } of found) {
          for (const span of [
            content,
            ...more,
            ...via,
            ...(speaker === null ? [] : [speaker]),
            ...(cue === null ? [] : [cue]),
          ]) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
        }
        expect(readAttributions(text, { lang })).toEqual(found);
      }),
      { numRuns: 2000 },
    );
  });

  it.each<[Language, string]>([
    ['en', '“'],
    ['en', 'X said Y told '],
    ['en', '“a,” he said. '],
    ['en', 'citing a, b said. '],
    ['zh', '说，称'],
    ['zh', '“说”，他说。'],
    ['ko', '“가”라고 말했다. '],
    ['ko', '가는 나라고 말했고 '],
    ['ko', 'ㄱ: '],
    ['en', '“a "b ‘c '],
    ['en', 'he said, '],
    ['en', `Now ${'the man said and '.repeat(450)}. `],
    ['zh', '他说：\n“好”\n'],
    ['zh', `${'而外交部则表示，'.repeat(900)}。`],
    ['ko', `${'이라고 한다며 '.repeat(900)}했다. `],
    ['ko', '외교부 “가”…'],
    ['ko', '오'],
    ['ko', `${'신원을 달라고 '.repeat(900)}요청한 관리의 말. `],
    ['ko', `${'도청에서는 기태오 역시 '.repeat(600)}. `],
    ['ko', '《가》라고 《'],
    ['ko', `${'소식통(신변 위해 익명 '.repeat(500)}은 “가”고 했다. `],
    ['ko', `소식통은 ${'이날 지난 기자들과 만나 기자회견에서 '.repeat(300)}쌀이 없다고 말했다. `],
    ['ko', `${'자신을 교사라고 밝힌 사실을 부인했다는 내용의 '.repeat(250)}말. `],
    ['ko', `“가나다라” ${'그는 말했는데 '.repeat(12)}다. `],
    ['en', `${'the woman, who asked, not said, '.repeat(240)}he said. `],
    ['en', 'Reporters were told by a guard that it was Voss who said that, '],
    ['en', `${'Through a lawyer, he refused to say but '.repeat(180)}. `],
    ['zh', `${'声明称，老郑通过律师说，'.repeat(600)}一名人士说。`],
    ['zh', `专家${'昨晚发表联合'.repeat(900)}声明，并称好。`],
  ])('RA9: a megabyte of its own worst case is read to the end (case %#)', (lang, piece) => {
    // A quadratic step would not end within the time that a test has.
    const text = piece.repeat(Math.ceil((process.env['SLOW'] === '1' ? 1_000_000 : 100_000) / piece.length));
    expect(readAttributions(text, { lang }).length).toBeGreaterThanOrEqual(0);
  });
});
