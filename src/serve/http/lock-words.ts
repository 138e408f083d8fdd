/** Languages of the desk. */
export const DESK_LANGUAGES = ['en', 'zh-Hans', 'zh-Hant', 'ko'] as const;
export type DeskLanguage = (typeof DESK_LANGUAGES)[number];

/** What the lock page says. */
export interface LockWords {
  /** The language in its own words. */
  readonly language: string;
  readonly closed: string;
  readonly passphrase: string;
  readonly open: string;
  readonly wrong: string;
  readonly wait: (seconds: number) => string;
  readonly oneAtATime: string;
  readonly again: string;
  readonly refused: string;
  readonly advice: string;
  readonly languages: string;
  readonly noBundle: string;
}

export const LOCK_WORDS: Readonly<Record<DeskLanguage, LockWords>> = {
  en: {
    language: 'English',
    closed: 'This vault is locked.',
    passphrase: 'Passphrase',
    open: 'Open',
    wrong: 'This passphrase does not open the vault. Check each word and the case of its letters.',
    wait: (seconds) => `Wait ${seconds === 1 ? '1 second' : `${seconds} seconds`}, then try again.`,
    oneAtATime: 'Another attempt is under way. Wait a moment, then try again.',
    again: 'The vault is open already. This window needs the passphrase as well.',
    refused: 'The vault cannot be opened. The terminal that Daybook was started from says why.',
    advice: 'Best opened in a browser profile of its own, without extensions: extensions can read every page.',
    languages: 'Language',
    noBundle: 'The pages of the desk were not built in this installation. Build them: npm run build',
  },
  'zh-Hans': {
    language: '简体中文',
    closed: '保险库已锁定。',
    passphrase: '密码短语',
    open: '打开',
    wrong: '密码短语不对，无法打开保险库。请逐词检查，并留意字母大小写。',
    wait: (seconds) => `请等 ${seconds} 秒后再试。`,
    oneAtATime: '正在验证另一次输入。请稍候再试。',
    again: '保险库已经打开。这个窗口也需要输入密码短语。',
    refused: '无法打开保险库。原因见启动 Daybook 的终端。',
    advice: '建议使用单独的、没有扩展程序的浏览器配置：扩展程序可以读取所有页面。',
    languages: '语言',
    noBundle: '此安装尚未生成网页文件。请运行：npm run build',
  },
  'zh-Hant': {
    language: '繁體中文',
    closed: '保險庫已鎖定。',
    passphrase: '密碼短語',
    open: '打開',
    wrong: '密碼短語不對，無法打開保險庫。請逐詞檢查，並留意字母大小寫。',
    wait: (seconds) => `請等 ${seconds} 秒後再試。`,
    oneAtATime: '正在驗證另一次輸入。請稍候再試。',
    again: '保險庫已經打開。這個視窗也需要輸入密碼短語。',
    refused: '無法打開保險庫。原因見啟動 Daybook 的終端機。',
    advice: '建議使用單獨的、沒有擴充功能的瀏覽器設定檔：擴充功能可以讀取所有頁面。',
    languages: '語言',
    noBundle: '此安裝尚未產生網頁檔案。請執行：npm run build',
  },
  ko: {
    language: '한국어',
    closed: '보관소가 잠겨 있습니다.',
    passphrase: '암호 문구',
    open: '열기',
    wrong: '이 암호 문구로는 보관소를 열 수 없습니다. 단어마다 철자와 대소문자를 확인하십시오.',
    wait: (seconds) => `${seconds}초 뒤에 다시 시도하십시오.`,
    oneAtATime: '다른 시도를 확인하고 있습니다. 잠시 뒤에 다시 시도하십시오.',
    again: '보관소가 이미 열려 있습니다. 이 창에서도 암호 문구가 필요합니다.',
    refused: '보관소를 열 수 없습니다. 이유는 Daybook을 시작한 터미널에 나와 있습니다.',
    advice:
      '확장 프로그램이 없는 별도의 브라우저 프로필에서 여는 것이 좋습니다. 확장 프로그램은 모든 페이지를 읽을 수 있습니다.',
    languages: '언어',
    noBundle: '이 설치에는 화면 파일이 아직 없습니다. 다음을 실행하십시오: npm run build',
  },
};

/** The language of the lock page: the one that was chosen, else the first that the browser asks for and the desk has. */
export function lockLanguage(chosen: string | undefined, accepted: string | undefined): DeskLanguage {
  const asked = [chosen ?? '', ...(accepted ?? '').slice(0, 500).split(',')];
  for (const tag of asked) {
    const found = deskLanguage(tag.split(';')[0]?.trim() ?? '');
    if (found !== undefined) return found;
  }
  return 'en';
}

function deskLanguage(tag: string): DeskLanguage | undefined {
  const lower = tag.toLowerCase();
  if (/^zh(?:-|$)/.test(lower)) return /hant|-tw|-hk|-mo/.test(lower) ? 'zh-Hant' : 'zh-Hans';
  return DESK_LANGUAGES.find((language) => lower === language || lower.startsWith(`${language}-`));
}
