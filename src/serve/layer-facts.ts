import type { Language } from '../base/index.ts';
import type { Layer } from '../read/index.ts';

/**
 * The language that most of a layer's text is in, menus and links left out where there is other text; `und` when no
 * block tells.
 */
export function languageOfLayer({ blocks }: Pick<Layer, 'blocks'>): Language {
  const content = blocks.filter(({ label }) => label === 'content');
  const lengths = new Map<Language, number>();
  for (const { language, start, end } of content.length > 0 ? content : blocks) {
    if (language !== 'und') lengths.set(language, (lengths.get(language) ?? 0) + end - start);
  }
  let most: Language = 'und';
  for (const [language, length] of lengths) if (length > (lengths.get(most) ?? 0)) most = language;
  return most;
}

/** What a list calls a source: its title, else the name of its file. */
export function titleOf(title: string | undefined, fileName: string): string {
  return title === undefined || title.trim() === '' ? fileName : title;
}
