import type { PdfDocument } from './mupdf-engine.ts';

/** Fonts of one page that are looked at. */
const MOST_FONTS = 1_000;

/**
 * Gives fonts for East Asian text that lack their descriptor one, in memory. The standard asks for it and other programs do
 * without; the engine takes such a font for a Latin one, and its text comes out as letters that nobody wrote.
 */
export function completeFonts(document: PdfDocument, index: number): void {
  const resources = document.findPage(index).getInheritable('Resources');
  if (!resources.isDictionary()) return;
  const fonts = resources.get('Font');
  if (!fonts.isDictionary()) return;
  let seen = 0;
  fonts.forEach((font) => {
    if (++seen > MOST_FONTS) return;
    const descendants = font.isDictionary() ? font.get('DescendantFonts') : font;
    if (!descendants.isArray()) return;
    const descendant = descendants.get(0);
    if (!descendant.isDictionary() || !descendant.get('FontDescriptor').isNull()) return;
    const name = descendant.get('BaseFont');
    const descriptor = document.newDictionary();
    descriptor.put('Type', document.newName('FontDescriptor'));
    descriptor.put('FontName', name.isName() ? name : document.newName('Unknown'));
    // Symbolic, fixed by nothing else: only the name and the collection of characters decide what stands for it.
    descriptor.put('Flags', 4);
    descriptor.put('Ascent', 880);
    descriptor.put('Descent', -120);
    descendant.put('FontDescriptor', descriptor);
  });
}
