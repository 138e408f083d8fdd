/** English verbs of saying in news prose, past and present: from the reporting verbs of Quirk et al. (1985), 16.31. */
export const SPEECH_VERBS: readonly string[] =
  `said says say told tells added adds explained explains noted notes stated states claimed claims reported reports announced announces
   confirmed confirms warned warns argued argues estimated estimates stressed stresses insisted insists recalled recalls recounted revealed
   reveals disclosed acknowledged admits admitted denied denies testified described commented comments wrote writes believes believed
   suggested suggests mentioned remarked alleged alleges asserted asserts emphasized emphasised complained replied replies continued
   concluded found finds documented declared declares predicted predicts pledged promised observed responded accused urged urges called asked asks maintained
   contended cautioned lamented quipped tweeted posted conceded reiterated reads read provides provided stipulates stipulated orders ordered requires required prohibits prohibited
   forbids forbade bans states instructs instructed invoked questioned wondered`.split(/\s+/);

/** What makes of a verb of saying that nothing was said; at the end of what stands before it. */
export const UNSAID: RegExp =
  /(?:not|n't|never|nor|without|declined to|refused to|stopped short of|(?:is|are|was|were) (?:expected|due|set|likely) to|will|would|may|might|could|yet to|hesitated to|failed to)(?: \w+ly)?\s*$/i;

/** Openings of a sentence that are no part of its subject. */
export const OPENINGS: RegExp =
  /^(?:(?:But|And|Yet|Still|Meanwhile|However|Moreover|In addition|Instead|Later|Earlier|Then|Separately|Nevertheless|Also|So|For (?:his|her|their) part)\b,?\s*|(?:On|In|At|During|After|Before|Since|By|Speaking|Asked|Citing|Writing|Last|This|Late|Early|Under|Following|Despite|With|As)\b[^,]{0,80},\s*)+/;

/** Heads of a description that names nobody. */
export const KINDS_OF_PEOPLE: RegExp =
  /\b(?:sources?|residents?|officials?|villagers?|insiders?|defectors?|refugees?|activists?|traders?|brokers?|witness(?:es)?|eyewitness(?:es)?|workers?|m[ae]n|wom[ae]n|persons?|people|locals?|observers?|analysts?|experts?|informants?|soldiers?|guards?|officers?|diplomats?|students?|teachers?|missionar(?:y|ies)|pastors?|neighbou?rs?|relatives?|survivors?|detainees?|farmers?|merchants?|colleagues?|friends?|mothers?|fathers?|volunteers?|employees?|aides?|drivers?|lawyers?|doctors?|nurses?|participants?|interviewees?|respondents?)\b/i;
