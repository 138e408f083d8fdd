import { type CollectionId, ok, type Result, type SourceId } from '../../base/index.ts';
import { plainCell, type TableRows } from '../../read/index.ts';
import type { Vault, WriteRefusal } from '../../vault/index.ts';
import { type ReviewedClaim, readReason } from '../../weigh/index.ts';
import type { Clock } from '../clock.ts';
import { reviewClaim } from '../reviewing.ts';
import { isUnseen } from '../seen-claim.ts';
import { claimsOf, protectedIn, type SourceClaims, textOf } from '../source-claims.ts';
import { eachSource } from '../stored-readings.ts';
import { veilWords } from '../veil-words.ts';
import type { SheetWhy } from './source-sheet.ts';

/** First cell of a sheet of claims. */
export const CLAIM_SHEET = 'daybook claim';

const SHOWN = ['source', 'kind', 'state', 'quote', 'who', 'date', 'place', 'quantity'] as const;
const VERDICTS = ['accept', 'reject', 'unsure'] as const;

/** The rows of a sheet of claims, the header first; the columns for a verdict and its reason are empty. */
export async function claimSheet(
  vault: Vault,
  options: { readonly collection: CollectionId | undefined; readonly reveal: boolean },
): Promise<{ readonly rows: readonly (readonly string[])[]; readonly sources: readonly SourceId[] }> {
  const rows: string[][] = [[CLAIM_SHEET, ...SHOWN, 'verdict', 'reason']];
  const sources = new Set<SourceId>();
  for await (const row of eachSource(vault, options.collection)) {
    const opened = await claimsOf(vault, row);
    for (const claim of opened.claims) {
      const cells = cellsOf(opened, claim, options.reveal);
      rows.push([claim.id, ...SHOWN.map((name) => cells[name]), '', '']);
      sources.add(row.source);
    }
  }
  return { rows, sources: [...sources] };
}

/** What a row of an edited sheet of claims comes to. */
export interface ClaimSheetRow {
  readonly row: number;
  readonly outcome:
    | { readonly type: 'same' }
    | { readonly type: 'changed'; readonly verdict: (typeof VERDICTS)[number] }
    | { readonly type: 'refused'; readonly why: SheetWhy };
}

/**
 * Reads verdicts out of a sheet: each row with one is a review by whoever reads it in, with the reason beside it. Nothing else in
 * a sheet changes a claim: a row whose other cells were changed is refused.
 */
export async function takeClaimSheet(
  vault: Vault,
  { header, rows }: TableRows,
  { dryRun, now }: { readonly dryRun: boolean; readonly now: Clock },
): Promise<Result<readonly ClaimSheetRow[], WriteRefusal>> {
  const known = new Map<string, { readonly opened: SourceClaims; readonly claim: ReviewedClaim }>();
  for await (const row of eachSource(vault)) {
    const opened = await claimsOf(vault, row);
    for (const claim of opened.claims) known.set(claim.id, { opened, claim });
  }
  const seen = new Set<string>();
  const told: ClaimSheetRow[] = [];
  for (const { row, cells } of rows) {
    const edited = new Map(header.map((name, i) => [name, plainCell(cells[i] ?? '').replaceAll('\r\n', '\n')]));
    const id = (edited.get(CLAIM_SHEET) ?? '').trim();
    const found = known.get(id);
    const refused = (why: SheetWhy): void => void told.push({ row, outcome: { type: 'refused', why } });
    if (found === undefined) refused('no-such-claim');
    else if (seen.has(id)) refused('twice');
    else if (isChanged(found, edited)) refused('column-fixed');
    else {
      const typed = (edited.get('verdict') ?? '').trim().toLowerCase();
      const verdict = VERDICTS.find((each) => each === typed);
      const reason = readReason(edited.get('reason') ?? '');
      if (typed === '') told.push({ row, outcome: { type: 'same' } });
      else if (verdict === undefined) refused('no-verdict');
      else if (reason === undefined) refused('no-reason');
      else {
        const shown = { ...found, reveal: isShownWhole(found, edited) };
        const kept = dryRun ? undefined : await reviewClaim(vault, shown, { type: verdict }, { reason, now });
        if (isUnseen(shown, verdict)) refused('claim-veiled');
        else if (kept?.ok === false && kept.error.type !== 'claim-veiled') return { ok: false, error: kept.error };
        else told.push({ row, outcome: { type: 'changed', verdict } });
      }
    }
    seen.add(id);
  }
  return ok(told);
}

/** Whether a row has every cell as it is, with nothing written over; a column that somebody took out shows nothing. */
function isShownWhole(
  { opened, claim }: { readonly opened: SourceClaims; readonly claim: ReviewedClaim },
  edited: ReadonlyMap<string, string>,
): boolean {
  const whole = cellsOf(opened, claim, true);
  return SHOWN.every((name) => name === 'state' || edited.get(name) === whole[name]);
}

function isChanged(
  { opened, claim }: { readonly opened: SourceClaims; readonly claim: ReviewedClaim },
  edited: ReadonlyMap<string, string>,
): boolean {
  const [veiled, whole] = [cellsOf(opened, claim, false), cellsOf(opened, claim, true)];
  // Its state may have moved on since the sheet was written: that is no change of whoever edited it.
  return SHOWN.some((name) => {
    const cell = edited.get(name);
    return name !== 'state' && cell !== undefined && cell !== veiled[name] && cell !== whole[name];
  });
}

function cellsOf(
  opened: SourceClaims,
  { claim, state, source }: ReviewedClaim,
  reveal: boolean,
): Readonly<Record<(typeof SHOWN)[number], string>> {
  const mentions = reveal ? [] : protectedIn(textOf(opened, claim));
  const plain = (text: string): string => (text === '' ? '' : veilWords(text, mentions).replace(/\r\n?/g, '\n'));
  return {
    source,
    kind: claim.kind,
    state,
    quote: plain(claim.passage.quote),
    who: plain(claim.attribution.map(({ name, role }) => name ?? role).join(' | ')),
    date: plain(claim.date?.norm ?? claim.date?.stated ?? ''),
    place: plain(claim.place.map(({ stated, norm }) => norm ?? stated).join(' | ')),
    quantity: plain(claim.quantity.map(({ stated, counts }) => `${stated} ${counts}`.trim()).join(' | ')),
  };
}
