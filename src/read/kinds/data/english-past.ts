/** Past forms that are not made with -ed, of verbs that tell of an act: the irregular verbs of Quirk et al. (1985), 3.11 to 3.20, without those of state. */
export const IRREGULAR_PAST: ReadonlySet<string> = new Set(
  `made put hung ran drove slept bought built brought caught chose dealt drew drank ate fed fought flew forbade forgave got gave hid held laid led lent lit
   met paid rode rang rose sang sank shook shot shut slid spent spoke stole struck swam swore taught tore threw took told understood woke wore wove wept withdrew wrote blew
   bent bit bled bound broke cut dug fell fled flung froze grew hurt knelt leapt quit said saw sent set shed sold sought spilt split spread sprang swept swung won wound
   tied left lost sat stood heard began became overthrew undertook upheld arose awoke beat bore burnt cast crept overran overtook repaid retook resold rewrote shaved shorn thrust`.split(
    /\s+/,
  ),
);

/** Participles that are no past on their own: "were driven", never "they driven". */
export const PARTICIPLES: ReadonlySet<string> = new Set(
  'driven flown chosen drawn torn ridden forbidden bitten shaken overthrown shown known grown blown frozen sworn woken undone'.split(
    ' ',
  ),
);

/** Words in -ed that tell how things are, or are no past forms at all. */
export const STATIVE_ED: ReadonlySet<string> = new Set(
  `needed wanted depended lived existed seemed remained believed hoped worried concerned based related limited united interested tired hundred indeed speed
   breed seed feed need exceed succeed proceed wed bed red shed sped embed naked sacred wicked rugged beloved so-called supposed alleged used owned belonged contained consisted
   involved included mattered deserved resembled appeared looked feared liked loved hated knew known wished required estimated expected projected
   forecast poised experienced detailed limited added remained stayed continued tended lasted amounted totalled totaled averaged numbered
   armed aged skilled educated complicated determined committed prepared pleased disappointed surprised scared frightened frustrated exhausted convinced
   worried depressed married unmarried wooded crowded isolated mixed fixed advanced developed organised organized registered unregistered undocumented licensed
   said named called seen considered regarded treated supported opposed argued relaxed worked operated served functioned relied acted multiplied flourished thrived caused stemmed resulted created starved kept felt thought made`.split(
    /\s+/,
  ),
);
