import { z } from 'zod';
import type { Box } from '../layer.ts';
import type { Grey } from './grey.ts';

/** Models by their names in Tesseract: English, simplified and traditional Chinese, Korean. */
export const RECOGNISED_LANGUAGES = ['eng', 'chi_sim', 'chi_tra', 'kor'] as const;
export type RecognisedLanguage = (typeof RECOGNISED_LANGUAGES)[number];

/** What a recogniser saw, in pixels of the image that it was given. */
export interface SeenParagraph {
  readonly lines: readonly SeenLine[];
}

export interface SeenLine {
  readonly box: Box;
  readonly words: readonly SeenWord[];
}

export interface SeenWord {
  readonly text: string;
  readonly box: Box;
  /** 0 to 1. */
  readonly confidence: number;
  /** Whether a space stands before it. Letters that belong to one word of Korean or Chinese are seen as words without. */
  readonly spaced: boolean;
}

export interface Recogniser {
  /** The engine's own version; known once something was recognised. */
  readonly version: () => string;
  /** One image at a time. Throws when the engine breaks. */
  readonly recognise: (
    image: Grey,
    options: { readonly languages: readonly RecognisedLanguage[]; readonly layout: 'page' | 'block' },
  ) => Promise<readonly SeenParagraph[]>;
}

/**
 * Starts Tesseract in this thread, from the packages alone: its data is read beside the program, nothing is fetched and
 * nothing is written. It holds some 200 MB until the process ends.
 */
export async function openRecogniser(): Promise<Recogniser> {
  const [script, core, gunzip, cache] = await Promise.all([
    import('tesseract.js/src/worker-script/index.js'),
    import('tesseract.js/src/worker-script/node/getCore.js'),
    import('tesseract.js/src/worker-script/node/gunzip.js'),
    import('tesseract.js/src/worker-script/node/cache.js'),
  ]);
  script.default.setAdapter({
    getCore: core.default,
    gunzip: gunzip.default,
    readCache: cache.default.readCache,
    writeCache: () => Promise.resolve(),
    deleteCache: () => Promise.resolve(),
    checkCache: () => Promise.resolve(false),
  });
  let job = 0;
  const ask = (action: Parameters<typeof script.default.dispatchHandlers>[0]['action'], payload: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      script.default.dispatchHandlers(
        { workerId: 'reader', jobId: `${++job}`, action, payload },
        ({ status, data }) => {
          if (status === 'resolve') resolve(data);
          // What the engine says may quote what it read.
          else if (status === 'reject') reject(new Error(`the recogniser failed: ${action}`));
        },
      );
    });
  await ask('load', { options: { lstmOnly: true, logging: false } });

  const loaded = new Set<RecognisedLanguage>();
  let ready = '';
  let version = '';
  const prepare = async (languages: readonly RecognisedLanguage[]): Promise<void> => {
    for (const language of languages) {
      if (loaded.has(language)) continue;
      const { langPath } = (await DATA[language]()).default;
      const options = { langPath: `${langPath}_best_int`, cacheMethod: 'none', gzip: true, lstmOnly: true };
      await ask('loadLanguage', { langs: language, options });
      loaded.add(language);
    }
    const names = languages.join('+');
    if (ready === names) return;
    await ask('initialize', { langs: names, oem: LSTM_ONLY, config: {} });
    await ask('setParameters', { params: { debug_file: '/dev/null' } });
    ready = names;
  };
  return {
    version: () => version,
    recognise: async (image, { languages, layout }) => {
      await prepare(languages);
      const options = {
        tessedit_pageseg_mode: layout === 'page' ? '3' : '6',
        user_defined_dpi: '300',
        // Without this, a line's text has a space after each Korean and Chinese letter.
        preserve_interword_spaces: '1',
      };
      const found = RECOGNISED.parse(
        await ask('recognize', { image: pgmOf(image), options, output: { text: false, blocks: true } }),
      );
      version = found.version;
      return (found.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.map(paragraphOf));
    },
  };
}

const LSTM_ONLY = 1;

const DATA: Readonly<Record<RecognisedLanguage, () => Promise<{ readonly default: { readonly langPath: string } }>>> = {
  eng: () => import('@tesseract.js-data/eng'),
  chi_sim: () => import('@tesseract.js-data/chi_sim'),
  chi_tra: () => import('@tesseract.js-data/chi_tra'),
  kor: () => import('@tesseract.js-data/kor'),
};

const bbox = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() });
const word = z.object({ text: z.string(), confidence: z.number(), bbox });
const line = z.object({ text: z.string(), bbox, words: z.array(word) });
const RECOGNISED = z.object({
  version: z.string(),
  blocks: z.array(z.object({ paragraphs: z.array(z.object({ lines: z.array(line) })) })).nullable(),
});

function paragraphOf({ lines }: { readonly lines: readonly z.infer<typeof line>[] }): SeenParagraph {
  return { lines: lines.map((each) => ({ box: boxOf(each.bbox), words: wordsOf(each) })) };
}

/** Its words, and from its text where spaces stand between them. */
function wordsOf({ text: whole, words }: z.infer<typeof line>): readonly SeenWord[] {
  let end = 0;
  return words.map(({ text, confidence, bbox: place }) => {
    const at = whole.indexOf(text, end);
    const spaced = at < 0 || /\s/.test(whole.slice(end, at));
    if (at >= 0) end = at + text.length;
    return {
      text: text
        .toWellFormed()
        .replace(/\p{Cc}/gu, '')
        .trim(),
      box: boxOf(place),
      confidence: Math.min(1, Math.max(0, Math.round(confidence * 10) / 1000)),
      spaced,
    };
  });
}

function boxOf({ x0, y0, x1, y1 }: z.infer<typeof bbox>): Box {
  return [x0, y0, x1, y1];
}

/** Grey pixels as the plainest file there is: a head and the bytes. */
function pgmOf({ width, height, pixels }: Grey): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + pixels.length);
  file.set(head);
  file.set(pixels, head.length);
  return file;
}
