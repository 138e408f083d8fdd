/**
 * English verbs of saying in news prose, finite forms, by what they take: from the reporting verbs of Quirk et al. (1985), 16.31,
 * and their past and present forms.
 */

/** A clause with or without "that", or words in quotation marks. */
export const SAY_VERBS: readonly string[] =
  `said says say told tells tell added adds explained explains explain noted notes stated states claimed claims claim reported reports announced announces
   confirmed confirms warned warns warn argued argues argue estimated estimates estimate stressed stresses stress insisted insists insist recalled recalls recall recounted recounts
   revealed reveals disclosed acknowledged acknowledges acknowledge admitted admits admit denied denies deny testified testifies believed believes believe
   suggested suggests suggest mentioned remarked alleged alleges allege asserted asserts assert emphasized emphasizes emphasised emphasises complained complains complain
   replied replies responded responds answered answers continued concluded concludes conclude declared declares predicted predicts predict
   promised promises pledged pledges vowed vows maintained maintains maintain contended contends contend cautioned cautions lamented laments quipped joked jokes
   conceded concedes reiterated reiterates observed observes countered counters retorted protested proclaimed boasted agreed agrees speculated
   speculates guessed reasoned swore attested attests relayed repeated repeats clarified clarifies hinted hints informed informs reminded reminds assured
   assures whispered shouted muttered cried exclaimed commented comments objected confessed confided figured reckons reckon reckoned fears fear feared hopes hope hoped thinks
   concede confirm announce testify remark disclose reveal lament`.split(/\s+/);

/** A clause with "that", or words in quotation marks; with a document that speaks, any clause. */
export const FINDING_VERBS: readonly string[] =
  `found finds find showed shows show indicated indicates indicate demonstrated demonstrates documented documents documenting provided provides provide stipulated stipulates
   stipulate read reads wrote writes write posted posts tweeted learned learnt determined ruled rules held holds specified specifies described
   describes underlined underlines underscored underscores highlighted highlights recorded records decreed decrees prescribes prescribed lists listed
   details detailed questioned asked asks wondered wonders discovered calculated calculates verified thought projects projected proposed proposes recommended recommends implied implies remembers remembered remember
   screamed yelled pleaded sobbed sighed chanted`.split(/\s+/);

/** Somebody, or a matter, and what is to be done or said of it: urged X to, called on X to, accused X of, called X “…”. */
export const APPEAL_VERBS: readonly string[] =
  `urged urges urge called calls call asked asks accused accuses accuse ordered orders instructed instructs demanded demands demand appealed appeals
   advised advises implored begged pressed requested requests described describes describe condemned condemns condemn denounced denounces criticized criticizes
   criticised criticises dismissed dismisses branded labelled labeled dubbed hailed praised rejected rejects blamed blames likened
   requires required require prohibits prohibited prohibit forbids forbade forbid bans obliges directs directed recommended recommends encouraged threatened
   threatens offered offers put puts expressed expresses voiced raised vowed vows promised promises pledged pledges characterized characterised slammed proposed proposes invited characterizes`.split(
    /\s+/,
  );

/** Heads of what speaks without a mouth: reports, notices, laws, figures. */
export const DOCUMENTS: RegExp =
  /\b(?:reports?|stud(?:y|ies)|surveys?|polls?|notices?|statements?|circulars?|bulletins?|orders?|directives?|decrees?|laws?|acts?|articles?|sections?|paragraphs?|provisions?|clauses?|regulations?|rules?|resolutions?|conventions?|treat(?:y|ies)|protocols?|agreements?|constitutions?|codes?|data|figures|statistics|documents?|letters?|memos?|memorand(?:um|a)|posters?|signs?|banners?|leaflets?|papers?|research|findings?|analys[ie]s|investigations?|inquir(?:y|ies)|records?|minutes|guidelines?|announcements?|communiqu[eé]s?|petitions?|editorials?|tests?|images|imagery|photographs|census|ruling|verdict|judg[e]?ment|indictment|briefing|annex|footnote|table|chart|headline|text|manual|handbook|plan|policy|measures)\b/i;

/** Participles that go on with the same speaker: "…, adding that …". */
export const PARTICIPLES: readonly string[] =
  `adding noting saying warning stressing explaining claiming insisting arguing pointing calling urging describing alleging emphasizing emphasising
   denying asserting acknowledging conceding admitting predicting promising concluding asking accusing recalling telling stating citing`.split(
    /\s+/,
  );

/** What makes of a verb of saying that nothing was said; at the end of what stands before it. */
export const UNSAID: RegExp =
  /(?:\b(?:not|never|nor|without|nobody|no one|neither|cannot|declin(?:ed|es|ing) to|refus(?:ed|es|ing) to|stopp(?:ed|ing) short of|(?:is|are|was|were) (?:expected|due|set|likely|scheduled|poised|reluctant|unwilling|unable|about) to|expects? to|plans? to|yet to|hesitat(?:ed|es) to|fail(?:ed|s) to|avoid(?:ed|s)|will|shall|would|may|might|could|can|should|must|if|whether|to)|n[’']t)(?: (?:\w+ly|even|ever|yet|also|publicly|say or))?\s*$/i;
/** Of those, what is said all the same: "went on to say", "would later say". */
export const SAID_AFTER_ALL: RegExp =
  /(?<![\w-])(?:went on to|goes on to|would later|(?:was|were) quick to|came forward to|appeared to|seemed to|used to|continued to|continues to|can only|rose to|returned to|wrote to|called to|keen to|careful to)\s*$/i;

/** Openings of a sentence that are no part of its subject. */
export const OPENINGS: RegExp =
  /^(?:(?:But|And|Yet|Still|Meanwhile|However|Moreover|In addition|Instead|Later|Earlier|Then|Separately|Nevertheless|Nonetheless|Also|So|Today|Yesterday|Indeed|Similarly|Likewise|Finally|First|Second|Afterwards?|Recently|Privately|Publicly|Officially|Overall|Elsewhere|Now|Here|There|Of course|By contrast|In contrast|In response|In turn|As a result|For (?:his|her|its|their) part|but|and|yet|while|whereas|though|although|then|so|instead|however|meanwhile)\b,?\s*|(?:(?:On|In|At|During|After|Before|Since|By|Speaking|Asked|Citing|Writing|Last|This|Late|Early|Under|Following|Despite|With|As|When|While|Until|Through|From|Over|For|Of|To|Two|Three|Pressed|Questioned|Reached|Contacted|Interviewed|Testifying|Addressing|Referring|Responding|Commenting|Recalling|Standing|Sitting|Without|Within|Because|If|Although|Though|Once|Among|Across|Amid|Having|Based|According|in|on|at|during|after)\b|\w+ing\b)[^,]{0,90},\s*)+/;

/** Heads of a description that names nobody. */
export const KINDS_OF_PEOPLE: RegExp =
  /\b(?:sources?|residents?|officials?|villagers?|insiders?|defectors?|refugees?|activists?|traders?|brokers?|witness(?:es)?|eyewitness(?:es)?|workers?|m[ae]n|wom[ae]n|(?:ferry|boat|fire|watch|crafts|states|post|sales|clergy|trades|tribes|camera|barge)m[ae]n|persons?|people|locals?|observers?|analysts?|experts?|informants?|soldiers?|guards?|officers?|diplomats?|students?|teachers?|missionar(?:y|ies)|pastors?|neighbou?rs?|relatives?|survivors?|detainees?|farmers?|merchants?|colleagues?|friends?|mothers?|fathers?|volunteers?|employees?|aides?|drivers?|lawyers?|doctors?|nurses?|participants?|interviewees?|respondents?|smugglers?|fisherm[ae]n|critics?|researchers?|scholars?|academics?|journalists?|reporters?|prisoners?|inmates?|returnees?|migrants?|escapees?|brothers?|sisters?|sons?|daughters?|widows?|wi(?:fe|ves)|husbands?|parents?|child(?:ren)?|girls?|boys?|youths?|teenagers?|shopkeepers?|vendors?|businessm[ae]n|businesswom[ae]n|clerics?|priests?|monks?|nuns?|economists?|bystanders?|passers-by|commuters?|users?|netizens?|commenters?|victims?|famil(?:y|ies)|deportees?|captives?|conscripts?|cadres?|agents?|members?|staff|organi[sz]ers?|interpreters?|engineers?|miners?|sailors?|labou?rers?|another|others?|some|many|several|one|both|two|three|few|most|someone|somebody|commanders?|bureaucrats?|investigators?|policem[ae]n|cooks?|tailors?|caseworkers?|counsellors?|counselors?|historians?|professors?|veterans?|owners?|managers?|protesters?|demonstrators?|supporters?|opponents?|correspondents?)\b/i;

/** Bodies: no pronoun for one person stands for them. */
export const BODIES: RegExp =
  /\b(?:ministry|government|governments|police|court|group|groups|organi[sz]ations?|party|agency|council|alliance|commission|committee|office|bureau|department|union|institute|centre|center|network|watch|international|federation|foundation|association|nations|times|post|herald|news|radio|television|tv|newspaper|paper|daily|agencies|authorities|parliament|army|military|embassy|consulate|church|university|team|board|company|panel|administration|assembly|secretariat|media|coalition|society|fund|bank|charity|ngos?|ngo)\b/i;

/** Adverbs and auxiliaries that stand between a subject and its verb. */
export const BEFORE_VERB =
  '(?:has|have|had|also|later|then|once|previously|recently|still|even|again|now|first|always|often|since|thus|therefore|however|did|does|do|just|only|himself|herself|themselves|itself|both|all|long|subsequently|in turn|nonetheless|instead|further|meanwhile|too|simply|(?!(?:family|assembly|ally|anomaly|monopoly|rally|bully|supply|reply|homily|doily|lily)[^a-z])[a-z]{2,14}ly)';

/** When, where, to whom and how something is said: none of what is said. */
export const ADJUNCTS: readonly string[] = [
  '(?:on |last |this |late |early |late on |early on |late last |earlier (?:on |this |last )?)?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today|week|month|year|night|summer|autumn|winter|spring|morning|afternoon|evening)(?: (?:night|morning|afternoon|evening))?',
  '(?:on|in|by|early in|late in|since) (?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.)(?: \\d{1,2}(?!\\d))?(?:,? \\d{4})?|\\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \\d{4})?|\\d{4})',
  "(?:in|at|during|through|via|on|over|by) (?:a|an|the|his|her|its|their|another|one|this|that) (?:[\\w’'-]+ ){0,4}?(?:statement|interview|report|speech|letter|post|email|e-mail|message|briefing|conference|paper|article|call|tweet|ruling|note|memo|video|broadcast|hearing|address|book|essay|meeting|rally|forum|press|session|reply|response|visit|translator|interpreter|spokesman|spokeswoman|spokesperson|lawyer|trial|ceremony|debate|editorial|column|blog|podcast|radio|television|telephone|phone|line|journal|study|bulletin|filing|submission|testimony|release|communiqué|service|event|panel|roundtable|weekend|verdict|judgment|resolution)(?: (?:on|in|to|with|from|for|by|of|published|released|issued|carried|broadcast|posted|sent|dated|before|after) (?:[\\w’'.-]+ ?){1,5}?(?=[,:.;“\"\\ufffc]|\\sthat\\s|$))?",
  'in (?:court|parliament|testimony|writing|private|public|remarks?|comments?|reply|response|passing|interviews|\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+)?)',
  'at (?:\\p{Lu}[\\p{L}-]+|home|length)',
  'from (?:\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+)?|exile|prison|hiding)',
  "to (?:reporters|journalists|lawmakers|(?:the |a |an |his |her |their )?(?:[\\w’'-]+ ){0,2}?(?:reporters?|journalists?|newspaper|paper|agency|court|committee|council|parliament|press|audience|crowd|family|researchers?|investigators?|interviewers?|radio|television)|\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+){0,3})",
  'by (?:telephone|phone|email|e-mail|text message|letter|video link)',
  "(?:on|under|under the) condition (?:of anonymity|that (?:[\\w’']+ ){1,5}not (?:be )?(?:named|identified|used))",
  '(?:later|again|simply|only|afterwards?|bluntly|flatly|quietly|angrily|recently|publicly|privately|repeatedly|separately|softly|earlier|however|then|too|out|back|as follows|[a-z]{3,12}ly)',
  '(?:after|before|when|while|as|during|upon|following) (?:[^\\s,:;.“"\\ufffc]+ ?){1,9}(?=[,:.“"]|$)',
  'of (?:the|his|her|their|its) (?:[\\w’\'-]+ ?){1,4}(?=[,:“"])',
];
