/** Words before a number that make it a label: "article 14", "Hall 7". Our own list. */
export const LABELS: ReadonlySet<string> = new Set(
  `article articles art section sections sec chapter chapters paragraph paragraphs para paras clause clauses page pages p pp
   no nos nr nrs number numbers figure figures fig table tables annex appendix schedule item step note notes footnote
   line lines room floor flat apartment box gate hall block route highway road bus flight train platform track lane
   version v vol volume issue part phase grade tier level class type category covid h n g
   resolution decree order directive regulation act bill law document doc file serial id chap verse psalm rule
   brigade division regiment battalion channel radio area zone sector fm am exit junction pier dock`.split(/\s+/),
);

/** Streets after a house number. */
export const STREETS: ReadonlySet<string> = new Set(
  'street st road rd avenue ave lane ln boulevard blvd square sq drive dr court ct crescent alley terrace highway'.split(
    ' ',
  ),
);

/** After "the two", a known pair and no count: both are meant. */
export const KNOWN_PAIRS: ReadonlySet<string> = new Set(
  'countries nations states sides parties governments koreas leaders neighbours neighbors powers capitals peoples armies'.split(
    ' ',
  ),
);
