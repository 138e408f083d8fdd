import { allowsUse, type ConsentUse } from '../../../preserve/index.ts';
import { consentOf } from '../../consent.ts';
import { EXIT, type ExitCode, type Stop } from '../../exit-code.ts';
import { counted } from '../../sentences.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { shortId } from '../source-words.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({ json: given });
/** What a brief makes of testimony. */
const USE: ConsentUse = 'publish-anonymised';

/** Lists recorded briefs by what they rest on. Words of theirs are not shown. */
export async function briefs(context: CommandContext, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  return withVault(context, flags.value, (session) => list(context, session, flags.value.json));
}

async function list({ terminal }: CommandContext, { vault }: Session, json: boolean): Promise<ExitCode> {
  const rows = await vault.query('briefs', { sources: undefined });
  let flagged = 0;
  for (const { brief, at, rests } of rows) {
    const gone = rests.filter(({ here }) => !here).map(({ source }) => source);
    const notAllowed = [];
    for (const { source, here } of rests)
      if (here && !allowsUse(await consentOf(vault, source), USE)) notAllowed.push(source);
    if (gone.length + notAllowed.length > 0) flagged++;
    if (json) terminal.out(jsonLine({ brief, at, sources: rests.length, gone, notAllowed }));
    else {
      const flags = [
        ...(gone.length > 0 ? [`FLAGGED: its sentences out of ${counted(gone.length, 'source')} are gone`] : []),
        ...notAllowed.map((source) => `FLAGGED: source ${shortId(source)} no longer allows ${USE}`),
      ];
      terminal.out(`${shortId(brief)}  ${at}  rests on ${counted(rests.length, 'source')}`);
      for (const line of flags) terminal.out(`  ${line}`);
    }
  }
  if (!json) {
    if (rows.length === 0) terminal.out('No brief was recorded yet. Draft one: brief --about WORDS');
    else if (flagged > 0)
      terminal.out('Files that were made of a flagged brief still say what they said. Take them back where you can.');
  }
  return EXIT.done;
}
