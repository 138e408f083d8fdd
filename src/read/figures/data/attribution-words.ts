/** English words of attribution: our own lists. */
export const REPORTING_VERBS: ReadonlySet<string> = words(
  `said says say told tells explained explains added adds noted notes stated states claimed claims reported reports
   announced announces confirmed confirms warned warns argued argues estimated estimates stressed insisted recalled
   recounted revealed disclosed acknowledged admitted denied testified described observed commented wrote writes
   believes believe believed suggested suggests mentioned remarked alleged asserted emphasized emphasised complained
   pointed replied continued concluded calculated documented recorded counted puts put found`,
);

/** Of those, the ones that do other things too ("added 25 points"): they report only before a quotation or "that". */
export const QUOTING_ONLY: ReadonlySet<string> = words(
  'added adds put puts found continued described pointed replied concluded claimed claims observed disclosed denied admitted',
);

/** Of those, the ones that may stand before their subject: "…, said a trader." */
export const INVERTING_VERBS: ReadonlySet<string> = words(
  'said says added adds explained explains noted recalled wrote writes claimed warned argued admitted',
);

/** Of those, the ones whose subject made the figure. */
export const COUNTING_VERBS: ReadonlySet<string> = words(
  'estimated estimates calculated documented recorded counted puts put found reported reports',
);

/** Nouns of a figure's maker: "statistics from X", "a report by X". */
export const DATA_NOUNS: ReadonlySet<string> = words(
  `statistics statistic figures data estimates estimate numbers records record report reports survey surveys study studies
   census registry register findings tally count documents archives bulletin`,
);

/** People who stand for a source that is not named. */
export const SOURCE_NOUNS: ReadonlySet<string> = words(
  `source sources resident residents official officials villager villagers insider insiders defector defectors refugee
   refugees activist activists trader traders broker brokers witness witnesses eyewitness eyewitnesses worker workers
   man woman men women person people local locals observer observers analyst analysts expert experts informant informants
   soldier soldiers guard guards officer officers diplomat diplomats student students teacher teachers missionary
   missionaries pastor pastors neighbour neighbours neighbor neighbors relative relatives survivor survivors detainee
   detainees farmer farmers merchant merchants colleague friend mother father volunteer volunteers employee staff
   agent agents interviewee interviewees respondent respondents informer tipster whistleblower`,
);

/** Pronouns that point back to a source. */
export const SOURCE_PRONOUNS: ReadonlySet<string> = words('he she they');

/** Nouns that make a name an office or a body even in small letters: "the civil affairs department". */
export const BODY_NOUNS: ReadonlySet<string> = words(
  `police patrol patrols department departments ministry ministries bureau bureaus office offices court courts government
   governments authority authorities agency agencies committee committees council councils commission association
   organisation organisations organization organizations group groups institute centre center university hospital
   society charity network federation league team mission board panel bank school college union syndicate secretariat
   registry cabinet parliament senate congress assembly presidency
   church company administration embassy consulate union party foundation ngo ngos media newspaper army`,
);

/** Writings that speak for whoever made them: "the report says". */
export const DOCUMENT_NOUNS: ReadonlySet<string> = words(
  `report reports study studies survey surveys statement notice document documents poster posters announcement article articles
   newspaper paper law decree regulation regulations circular bulletin letter order directive resolution communique website page brief
   assessment review census statistics figures data records estimates findings`,
);

/** Before a paper's or site's name: it carried the text first. Two or three words each. */
export const CARRIER_PHRASES: readonly string[] = [
  'authorized by',
  'authorised by',
  'permission of',
  'permission from',
  'courtesy of',
  'reprinted from',
  'republished from',
  'first published in',
  'first published by',
  'originally published in',
  'originally published by',
  'first appeared in',
  'originally appeared in',
];

/** Approximators that also soften a claim. */
export const SOFTENERS: readonly string[] = [
  'close to',
  'about',
  'around',
  'nearly',
  'almost',
  'roughly',
  'approximately',
];

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
