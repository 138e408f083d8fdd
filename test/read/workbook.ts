import { zipOf } from './zip-fixture.ts';

const M =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A workbook of Excel with sheets of these names, their rows as XML (`workbookRow`), and whatever other parts. */
export async function workbook(
  sheets: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const names = Object.keys(sheets);
  const listed = names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i + 1}"/>`);
  const related = names.map(
    (_, i) => `<Relationship Id="r${i + 1}" Type="x/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  return zipOf({
    '[Content_Types].xml': '<Types xmlns="t"/>',
    'xl/workbook.xml': `<workbook ${M}><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="p">${related.join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet ${M}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      Object.values(sheets).map((rows, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet ${M}><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    ...more,
  });
}

/** A row of text cells; five digits are a number that is shown as a day, other digits a number, and '' no cell. */
export function workbookRow(number: number, ...cells: readonly string[]): string {
  const shown = cells.map((cell, i) => {
    if (cell === '') return '';
    const place = `r="${String.fromCharCode(65 + i)}${number}"`;
    if (/^\d+$/.test(cell)) return `<c ${place} s="${cell.length === 5 ? 1 : 0}"><v>${cell}</v></c>`;
    const words = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;
  });
  return `<row r="${number}">${shown.join('')}</row>`;
}
