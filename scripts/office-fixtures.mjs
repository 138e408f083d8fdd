// Writes the office fixtures again from their flat sources, by LibreOffice, which knows nothing of our readers:
//   node scripts/office-fixtures.mjs
// Needs `soffice` (Debian: libreoffice-writer-nogui, libreoffice-calc-nogui). Bytes differ from run to run, text does not.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = 'test/read/fixtures/office';
const profile = mkdtempSync(join(tmpdir(), 'office-fixtures-'));
const convert = (source, form) =>
  execFileSync('soffice', [
    `-env:UserInstallation=file://${profile}`,
    ...['--headless', '--convert-to', form, '--outdir', folder, join(folder, source)],
  ]);
try {
  for (const form of ['odt', 'docx', 'rtf']) convert('notice.fodt', form);
  // The filter for EPUB reads only what Writer itself has stored.
  convert('notice.odt', 'epub');
  for (const form of ['ods', 'xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76,1']) convert('wards.fods', form);
} finally {
  rmSync(profile, { recursive: true });
}
