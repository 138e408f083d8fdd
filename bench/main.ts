import type { Figure } from './figure.ts';

/** Every bench by name; `npm run bench -- NAME…` runs some of them. Each is loaded only when it runs. */
const BENCHES: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  blobs: async () => (await import('./blobs.ts')).figures(),
  preserve: async () => (await import('./preserve.ts')).figures(),
  figures: async () => (await import('./figures.ts')).figures(),
  'main-text': async () => (await import('./main-text.ts')).figures(),
  vault: async () => (await import('./vault.ts')).figures(),
  start: async () => (await import('./start.ts')).figures(),
  adding: async () => (await import('./adding.ts')).figures(),
  intake: async () => (await import('./intake.ts')).figures(),
  reading: async () => (await import('./reading.ts')).figures(),
  dates: async () => (await import('./dates.ts')).figures(),
  quantities: async () => (await import('./quantities.ts')).figures(),
  protection: async () => (await import('./protection.ts')).protection(),
  kinds: async () => (await import('./kinds.ts')).figures(),
  residue: async () => (await import('./residue.ts')).figures(),
  places: async () => (await import('./places.ts')).places(),
  quotations: async () => (await import('./quotations.ts')).figures(),
  whole: async () => (await import('./whole.ts')).figures(),
  search: async () => (await import('./search.ts')).figures(),
  'search-million': async () => (await import('./search-million.ts')).figures(),
  pdf: async () => (await import('./pdf.ts')).figures(),
  ocr: async () => (await import('./ocr.ts')).figures(),
  'ocr-printed': async () => (await import('./ocr-printed.ts')).figures(),
  desk: async () => (await import('./desk.ts')).figures(),
  'desk-many': async () => (await import('./desk.ts')).manyPassageFigures(),
  endurance: async () => (await import('./endurance.ts')).figures(),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`no such bench: ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 2;
} else {
  for (const [name, run] of Object.entries(BENCHES)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    for (const figure of await run()) console.log(JSON.stringify(figure));
  }
}
