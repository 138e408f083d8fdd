/**
 * The figures of the bundled samples that the demo shows, in this order: each differs from its neighbours in what it
 * counts, whom it rests on or how sure it is. `stated` are words of the sample, which are invented like all of it.
 */
export const DEMO_FIGURES: readonly { readonly file: string; readonly stated: string }[] = [
  { file: '01-four-notices.txt', stated: '18,400' },
  { file: '01-four-notices.txt', stated: '75,000' },
  { file: '01-four-notices.txt', stated: '41,730' },
  { file: '02-bonus-report.html', stated: '300' },
  { file: '05-roundtable.md', stated: '640' },
  { file: '09-ledger-house-count.md', stated: 'about 12,000' },
  { file: '14-prefecture-memo.txt', stated: '30,000' },
];

/** What the demo's brief is about. */
export const DEMO_QUERY = 'crowns';
