import { nameForms } from '../../../read/index.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { findInLayer } from '../../finding.ts';
import { counted } from '../../sentences.ts';
import { ShownText } from '../../shown-text.ts';
import { layerOf, mentionsOf } from '../../stored-readings.ts';
import { openBundledPacks } from '../../theme-packs.ts';
import { wrapCells } from '../cell-text.ts';
import type { CommandContext } from '../context.ts';
import { given, parseFlags, wholeNumber } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { queryOf } from '../query-words.ts';
import { recordReveal } from '../revealing.ts';
import { marked } from '../search-words.ts';
import { findSource, NOT_READ } from '../source-words.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({
  ...{ exact: given, reveal: given, json: given },
  limit: wholeNumber(1, 10_000).default(50),
});

/** Finds words within one source, place by place. */
export async function find(
  context: CommandContext,
  id: string,
  words: readonly string[],
  typed: unknown,
): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const query = await queryOf(context, words, 'find ID -');
  if (!query.ok) return query.error;
  const { exact, reveal, json, limit } = flags.value;
  return withVault(context, flags.value, async (session) => {
    const { vault } = session;
    const { terminal, installation } = context;
    const found = await findSource(vault, id);
    if (!found.ok) return found.error;
    const layer = await layerOf(vault, found.value);
    if (layer === undefined)
      return stop(EXIT.inputRefused, 'This source has no text: its bytes are kept and were not read.');
    const refused = await recordReveal(context, session, { reveal, sources: [found.value.source] });
    if (refused !== undefined) return refused;
    const mentions = reveal ? [] : await mentionsOf(vault, found.value);
    if (mentions === undefined) return stop(EXIT.inputRefused, NOT_READ);
    const names = nameForms(openBundledPacks(installation));
    // A place under a veil would say that a guess is right.
    const shown = ShownText.veiled(layer.text, mentions);
    const view = findInLayer(
      layer,
      { text: query.value, exact },
      { names, mentions, limit, mayTell: (place) => shown.isOpen(place) },
    );
    if (json) terminal.out(jsonLine(view));
    else {
      terminal.out(view.total === 0 ? 'Nothing was found in this source.' : `${counted(view.total, 'place')}.`);
      for (const place of view.places) {
        const [first = '', ...rest] = wrapCells(marked(place), terminal.cells - 6);
        terminal.out(`${`¶${place.paragraph}`.padEnd(6)}${first}`);
        for (const line of rest) terminal.out(`      ${line}`);
      }
      if (view.total > view.places.length)
        terminal.out(`${counted(view.total - view.places.length, 'more place')}. See more with --limit.`);
    }
    return EXIT.done;
  });
}
