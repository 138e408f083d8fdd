/** Closed classes of English: what ends a noun phrase, and what shows that a clause has a verb of its own. */
export const PREPOSITIONS: ReadonlySet<string> = words(
  `about above across after against along amid among amongst around as at before behind below beneath beside between
   beyond by despite down during except for from in inside into like near of off on onto out outside over past per
   regarding since than through throughout till to toward towards under until unlike up upon versus via with within without`,
);

export const DETERMINERS: ReadonlySet<string> = words(
  'the a an this that these those my your his her its our their whose each every either neither both all no another such',
);

export const PRONOUNS: ReadonlySet<string> = words(
  `i you he she it we they me him us them who whom which what himself herself itself themselves ourselves yourself there
   here one ones it's he's she's they're we're i'm that's there's`,
);

export const CONJUNCTIONS: ReadonlySet<string> = words(
  'and or but nor so yet because although though while whereas when where if unless whether as than once',
);

export const AUXILIARIES: ReadonlySet<string> = words(
  `is are was were be been being am has have had having do does did will would shall should can could may might must
   cannot can't won't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't it's there's`,
);

export const ADVERBS: ReadonlySet<string> = words(
  `not never also still already now then often only just even more less most least very too again ever always usually
   recently currently yet ago later earlier soon together alone back away home abroad overseas annually yearly monthly
   daily weekly altogether reportedly allegedly mostly mainly each apiece so far today yesterday tomorrow
   nationwide worldwide`,
);

/** Finite verbs of reports, past and present, that do not end in -ed. */
export const IRREGULAR_VERBS: ReadonlySet<string> = words(
  `said says say told tells tell came come comes went go goes fell fall falls rose rise rises grew grow grows took take
   takes gave give gives got get gets made make makes saw see sees found find finds left leave leaves lost lose loses
   held hold holds kept keep keeps met meet meets paid pay pays put sent send sends sold sell sells shot shoot shoots
   spent spend spends stood stand stands brought bring brings bought buy buys built build builds caught catch catches
   fled flee flees fought fight fights hid hide hides led lead leads lay lie lies ran run runs spoke speak speaks
   stole steal steals swam swim swims thought think thinks wrote write writes won win wins began begin begins became
   become becomes broke break breaks chose choose drove drive drives ate eat eats felt feel feels flew forgot hit hits
   knew know knows meant mean means read reads set sets shut sat spread cut cuts died dies live lives work works
   remain remains stay stays cross crosses arrive arrives receive receives face faces include includes reach reaches
   need needs want wants show shows serve serves stands account accounts make depend depends belong belongs number numbers
   total totals exceed exceeds carry carries lack lacks suffer suffers signed guard`,
);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
