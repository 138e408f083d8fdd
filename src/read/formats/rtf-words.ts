/** Destinations that hold no text of the document (RTF 1.9.1), or the same text again in another form. */
export const SKIPPED: ReadonlySet<string> = new Set([
  ...['colortbl', 'filetbl', 'listtable', 'listoverridetable', 'rsidtbl', 'generator', 'xmlnstbl', 'themedata'],
  ...['colorschememapping', 'datastore', 'latentstyles', 'pgptbl', 'revtbl', 'nonshppict', 'shprslt', 'objdata'],
  ...['objclass', 'objname', 'bkmkstart', 'bkmkend', 'xe', 'tc', 'tcn', 'txe', 'rxe', 'formfield', 'datafield', 'sp'],
  ...['picprop', 'blipuid', 'nonesttables', 'mmathPr', 'mmathPict', 'atnref', 'atndate', 'atnid', 'atnicn', 'atntime'],
  ...['atrfstart', 'atrfend', 'annotationref', 'ftnsep', 'ftnsepc', 'ftncn', 'aftnsep', 'aftnsepc', 'aftncn', 'pn'],
  ...[
    'pnseclvl',
    'background',
    'fldtype',
    'userprops',
    'docvar',
    'factoidname',
    'passwordhash',
    'protusertbl',
    'panose',
  ],
  ...[
    'falt',
    'fname',
    'template',
    'private',
    'wgrffmtfilter',
    'oldcprops',
    'oldpprops',
    'oldtprops',
    'oldsprops',
    'hlinkbase',
  ],
]);

/** Destinations marked as ignorable whose text is shown. */
export const SHOWN: ReadonlySet<string> = new Set([
  ...[
    'shppict',
    'shpinst',
    'shptxt',
    'shpgrp',
    'shp',
    'ud',
    'nesttableprops',
    'fldrslt',
    'listtext',
    'pntext',
    'footnote',
  ],
  ...['annotation', 'atnauthor', 'fldinst', 'moMath', 'moMathPara', 'mr', 'mf', 'mnum', 'mden', 'msSup', 'msSub', 'me'],
  ...[
    'msup',
    'msub',
    'mrad',
    'mdeg',
    'mnary',
    'md',
    'mfunc',
    'mfName',
    'mmath',
    'mlim',
    'mbar',
    'macc',
    'mm',
    'mmr',
    'meqArr',
  ],
  ...['dptxbxtext', 'do', 'txfieldtext'],
]);

/** Words that stand for one character. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['softline', '\n'],
  ['emdash', '\u2014'],
  ['endash', '\u2013'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['bullet', '\u2022'],
  ['lquote', '\u2018'],
  ['rquote', '\u2019'],
  ['ldblquote', '\u201c'],
  ['rdblquote', '\u201d'],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
  ['zwbo', '\u200b'],
  ['ltrmark', '\u200e'],
  ['rtlmark', '\u200f'],
]);

/** Symbols that stand for one character. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['~', '\u00a0'],
  ['-', '\u00ad'],
  ['_', '\u2011'],
]);
