/**
 * Feasts and days of state that texts of the field date things by. The lunar ones are those of the calendar of GB/T 33661, as the Unicode common
 * locale data computes it, as month * 100 + day from 1985 on; Korean feasts fall on the same days but for a day's difference in some years.
 */
export const FIRST_YEAR = 1985;

const days = (words: string): readonly number[] => words.split(' ').map(Number);

const NEW_YEAR = days(
  '220 209 129 217 206 127 215 204 123 210 131 219 207 128 216 205 124 212 201 122 209 129 218 207 126 214 203 123 210 131 219 208 128 216 205 125 212 201 122 210 129 217 207 126 213 202 123 211 131 219 208 128 215 204 124 212 201 122 210 130 217',
);
const DRAGON_BOAT = days(
  '622 611 531 618 608 528 616 605 624 613 602 620 609 530 618 606 625 615 604 622 611 531 619 608 528 616 606 623 612 602 620 609 530 618 607 625 614 603 622 610 531 619 609 528 616 605 624 612 601 620 610 530 618 607 527 614 603 622 611 531 619',
);
const MID_AUTUMN = days(
  '929 918 1007 925 914 1003 922 911 930 920 909 927 916 1005 924 912 1001 921 911 928 918 1006 925 914 1003 922 912 930 919 908 927 915 1004 924 913 1001 921 910 929 917 1006 925 915 1003 922 912 1001 919 908 927 916 1004 924 913 1002 920 910 928 917 1005 925',
);

/** A feast: the same day each year, a day of each year since 1985, or Easter, which is computed. */
export type Feast = { readonly day: number } | { readonly days: readonly number[] } | 'easter' | 'good friday';

/** Names in folded spelling: English in small letters, Chinese in simplified characters. */
export const FEASTS: Readonly<Record<'en' | 'zh' | 'ko', ReadonlyMap<string, Feast>>> = {
  en: new Map<string, Feast>([
    ...[
      'lunar new year',
      'chinese new year',
      'spring festival',
      'seollal',
      'the lunar new year',
      'the spring festival',
    ].map((name): [string, Feast] => [name, { days: NEW_YEAR }]),
    ['dragon boat festival', { days: DRAGON_BOAT }],
    ...['mid-autumn festival', 'the mid-autumn festival', 'chuseok'].map((name): [string, Feast] => [
      name,
      { days: MID_AUTUMN },
    ]),
    ...['easter', 'easter sunday'].map((name): [string, Feast] => [name, 'easter']),
    ['good friday', 'good friday'],
    ['the day of the sun', { day: 415 }],
    ['the day of the shining star', { day: 216 }],
    ['party foundation day', { day: 1010 }],
  ]),
  zh: new Map<string, Feast>([
    ...['春节', '农历新年', '农历年', '过年'].map((name): [string, Feast] => [name, { days: NEW_YEAR }]),
    ...['端午节', '端午'].map((name): [string, Feast] => [name, { days: DRAGON_BOAT }]),
    ...['中秋节', '中秋'].map((name): [string, Feast] => [name, { days: MID_AUTUMN }]),
    ['复活节', 'easter'],
    ['圣诞节', { day: 1225 }],
    ['元旦', { day: 101 }],
    ...['劳动节', '五一'].map((name): [string, Feast] => [name, { day: 501 }]),
    ...['国庆节', '国庆', '十一黄金周'].map((name): [string, Feast] => [name, { day: 1001 }]),
    ['太阳节', { day: 415 }],
    ['光明星节', { day: 216 }],
  ]),
  ko: new Map<string, Feast>([
    ...['음력설', '설날', '설 명절', '설', '구정', '춘절', '음력 설'].map((name): [string, Feast] => [
      name,
      { days: NEW_YEAR },
    ]),
    ...['단오절', '단오'].map((name): [string, Feast] => [name, { days: DRAGON_BOAT }]),
    ...['추석', '한가위', '중추절'].map((name): [string, Feast] => [name, { days: MID_AUTUMN }]),
    ['부활절', 'easter'],
    ...['성탄절', '크리스마스'].map((name): [string, Feast] => [name, { day: 1225 }]),
    ...['양력설', '신정'].map((name): [string, Feast] => [name, { day: 101 }]),
    ['태양절', { day: 415 }],
    ['광명성절', { day: 216 }],
    ...['당 창건일', '당창건일', '당 창건기념일'].map((name): [string, Feast] => [name, { day: 1010 }]),
    ...['공화국 창건일', '정권수립일', '구구절', '9.9절', '9·9절'].map((name): [string, Feast] => [name, { day: 909 }]),
  ]),
};
