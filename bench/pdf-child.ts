/** Reads the PDF files that it is told, one at a time, so that one that hangs or breaks the engine can be ended alone. */
import { readFileSync } from 'node:fs';
import { readPdf } from '../src/read/formats/pdf.ts';
import { layerOfText } from '../src/read/index.ts';

export interface PdfAnswer {
  readonly outcome: 'read' | 'partly' | 'no text' | 'refused';
  readonly reasons: readonly string[];
  readonly text: string;
  readonly pages: number;
}

process.on('message', (path: string) => {
  void answer(path).then((each) => process.send?.(each));
});

async function answer(path: string): Promise<PdfAnswer> {
  const bytes = readFileSync(path);
  const reading = await readPdf(bytes, { fileName: 'file.pdf' });
  if (!reading.ok) return { outcome: 'refused', reasons: [reading.error.reason], text: '', pages: 0 };
  const { text, unread } = reading.value;
  const reasons = unread.map(({ reason }) => reason);
  const layer = text === undefined ? undefined : layerOfText(text, bytes);
  if (layer === undefined || !layer.ok) return { outcome: 'no text', reasons, text: '', pages: 0 };
  const outcome = unread.length > 0 ? 'partly' : 'read';
  return { outcome, reasons, text: layer.value.text, pages: layer.value.pages?.length ?? 0 };
}
