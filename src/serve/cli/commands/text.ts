import { z } from 'zod';
import { type Layer, type Mention, mainText, veil } from '../../../read/index.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { languageOfLayer } from '../../layer-facts.ts';
import { layerOf, mentionsOf } from '../../stored-readings.ts';
import { veilWords } from '../../veil-words.ts';
import { manyLines, oneLine } from '../cell-text.ts';
import type { CommandContext } from '../context.ts';
import { chooseInput, readFiles } from '../document-files.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { recordReveal } from '../revealing.ts';
import { findSource, NOT_READ } from '../source-words.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({ source: z.string().min(1).optional(), main: given, reveal: given, json: given });
type Flags = z.infer<typeof schema>;

/** Prints texts with what their pages say of themselves. */
export async function text(
  context: CommandContext,
  files: readonly string[],
  typed: unknown,
): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const { source, json } = flags.value;
  const missing = chooseInput('text', files, source);
  if (missing !== undefined) return missing;
  if (source === undefined) {
    return readFiles(context, files, { pack: undefined }, (file, { layer }) => {
      print(context, textOf(file, layer, [], flags.value), { json, heading: files.length > 1 });
    });
  }
  return withVault(context, flags.value, async (session) => {
    const { vault } = session;
    const found = await findSource(vault, source);
    if (!found.ok) return found.error;
    const row = found.value;
    const layer = await layerOf(vault, row);
    if (layer === undefined)
      return stop(EXIT.inputRefused, 'This source has no text: its bytes are kept and were not read.');
    const refused = await recordReveal(context, session, { reveal: flags.value.reveal, sources: [row.source] });
    if (refused !== undefined) return refused;
    const mentions = flags.value.reveal ? [] : await mentionsOf(vault, row);
    if (mentions === undefined) return stop(EXIT.inputRefused, NOT_READ);
    print(context, textOf(veilWords(row.record.fileName, mentions), layer, mentions, flags.value), {
      json,
      heading: false,
    });
    return EXIT.done;
  });
}

interface PrintedText {
  readonly file: string;
  readonly text: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly language: string | null;
  readonly documents: readonly object[];
}

function textOf(file: string, layer: Layer, mentions: readonly Mention[], { main }: Flags): PrintedText {
  const said = (value: string | undefined): string | null => (value === undefined ? null : veilWords(value, mentions));
  const { metadata, documents } = layer;
  return {
    file,
    text: main ? mainOf(layer, mentions) : veil(layer.text, mentions, 0, layer.text.length),
    title: said(metadata.title?.value),
    author: said(metadata.author?.value),
    publisher: said(metadata.publisher?.value),
    date: metadata.date?.value ?? null,
    language: metadata.language?.value ?? languageOfLayer(layer),
    documents: documents.map((each) => ({
      start: each.start,
      end: each.end,
      title: said(each.title?.value),
      issuer: said(each.issuer?.value),
      addressee: said(each.addressee?.value),
      date: each.date?.value ?? null,
      language: each.language,
    })),
  };
}

/** The text proper, joined as in the layer; its title is given beside it. */
function mainOf(layer: Layer, mentions: readonly Mention[]): string {
  return mainText(layer)
    .spans.map(({ start, end }) => veil(layer.text, mentions, start, end))
    .join('\n\n');
}

function print(
  { terminal }: CommandContext,
  printed: PrintedText,
  { json, heading }: { readonly json: boolean; readonly heading: boolean },
): void {
  if (json) {
    terminal.out(jsonLine(printed));
    return;
  }
  if (heading) terminal.out(`==> ${oneLine(printed.file)} <==`);
  // A pipe gets the text as it is; a terminal gets no sequence that could drive it.
  terminal.out(terminal.shows ? manyLines(printed.text) : printed.text);
}
