/**
 * Which unit a counted noun belongs to: our own list of plurals met in reports on people, camps, courts and aid. A noun
 * that is not here counts `items`. Singulars follow by rule, irregular ones are listed.
 */
const LISTS: Readonly<Record<string, string>> = {
  persons: `people persons individuals men women children girls boys infants babies adults adolescents teenagers youths minors
    refugees defectors escapees migrants immigrants emigrants aliens foreigners nationals citizens residents inhabitants
    locals natives newcomers arrivals returnees deportees evacuees seekers asylum-seekers idps guards soldiers troops
    officers officials agents policemen policewomen patrolmen civilians villagers townspeople farmers peasants fishermen
    herders workers labourers laborers employees staff personnel interns students pupils teachers educators graduates
    parents mothers fathers wives husbands spouses mistresses widows orphans sons daughters brothers sisters siblings
    relatives offspring brides detainees prisoners inmates captives hostages convicts suspects defendants offenders
    criminals smugglers traffickers brokers traders merchants vendors victims survivors casualties dead wounded injured
    patients doctors nurses medics lawyers judges prosecutors activists advocates volunteers helpers aides supporters
    members delegates participants attendees respondents interviewees informants informers witnesses sources experts
    scholars researchers journalists reporters editors writers authors interpreters translators missionaries pastors
    priests monks nuns believers christians followers leaders representatives diplomats ministers deputies lawmakers
    protesters demonstrators rebels militants fighters combatants gunmen passengers drivers crew sailors tourists visitors
    users readers subscribers viewers customers clients beneficiaries recipients applicants claimants holders owners
    tenants taxpayers voters donors speakers players neighbours neighbors friends strangers transgressors perpetrators
    violators crossers deaths fatalities males females elders pensioners veterans professionals specialists managers
    executives consultants cadres commanders captains generals americans europeans asians africans koreans britons germans
    russians japanese chinese uyghurs tibetans muslims kurds syrians afghans ukrainians
    illegals undocumented kids youngsters folks ladies gentlemen cousins uncles aunts nephews nieces grandparents grandmothers
    grandchildren fugitives runaways escapers absconders ringleaders organisers organizers middlemen go-betweens handlers couriers
    guides accomplices collaborators signatories buyers sellers landlords hosts cadets conscripts recruits servicemen
    townsfolk countrymen compatriots dissidents deacons counsellors counselors carers caregivers
    newborns toddlers schoolchildren schoolgirls schoolboys schoolteachers commuters stowaways castaways`,
  households: 'households families couples',
  cases: 'cases lawsuits trials prosecutions complaints investigations proceedings appeals petitions infections',
  facilities: `facilities camps centres centers prisons jails shelters schools kindergartens hospitals clinics checkpoints
    checkposts posts stations courts courthouses orphanages factories warehouses barracks buildings
    hostels dormitories bunkers sites bases outposts monasteries temples mosques universities
    colleges embassies consulates laboratories houses safe-houses hotels guesthouses inns motels restaurants shops stores
    markets mines ports airports compounds roadblocks watchtowers workshops`,
  occurrences: `occurrences times incidents attacks raids arrests clashes shootings crossings robberies thefts murders
    killings executions escapes attempts deportations repatriations detentions visits meetings inspections searches
    patrols operations campaigns protests demonstrations strikes riots events episodes instances violations abuses crimes
    offences offenses homicides suicides accidents explosions disasters floods outbreaks abductions kidnappings calls
    breaches sessions hearings interviews interventions trips returns sweeps handovers hand-overs crackdowns beatings
    interrogations abortions rescues convoys transfers expulsions`,
  documents: `documents reports articles notices letters posts messages publications books pages leaflets texts
    comments emails tweets passports permits licences licenses visas certificates cards files records statements
    testimonies transcripts decrees laws regulations resolutions bulletins circulars translations newspapers
    magazines photographs photos videos questionnaires contracts agreements applications warrants`,
  organisations: `organisations organizations ngos nonprofits non-profits missions groups agencies companies firms enterprises businesses charities churches
    associations foundations institutions institutes departments ministries authorities bodies governments unions parties
    banks offices bureaus committees networks media outlets broadcasters federations coalitions clubs`,
  farms: 'farms farmsteads ranches homesteads',
  share: 'majority',
  years: 'years yrs',
  months: 'months',
  weeks: 'weeks fortnights',
  days: 'days nights',
  hours: 'hours hrs',
  minutes: 'minutes mins',
  seconds: 'seconds secs',
  decades: 'decades',
  km: 'kilometres kilometers km kms',
  m: 'metres meters',
  cm: 'centimetres centimeters cm',
  miles: 'miles mi',
  hectares: 'hectares ha',
  acres: 'acres',
  'square km': 'sqkm',
  tonnes: 'tonnes tons',
  kg: 'kilograms kilogrammes kilos kg kgs',
  g: 'grams grammes',
  litres: 'litres liters',
  places: `countries nations states provinces prefectures cities towns townships villages hamlets districts counties regions
    islands municipalities neighbourhoods neighborhoods communities settlements areas locations zones`,
};

/** Singulars that are not the plural without its ending. */
const IRREGULAR: Readonly<Record<string, string>> = {
  person: 'persons',
  man: 'persons',
  woman: 'persons',
  child: 'persons',
  policeman: 'persons',
  policewoman: 'persons',
  fisherman: 'persons',
  gunman: 'persons',
  baby: 'persons',
  wife: 'persons',
  idp: 'persons',
  family: 'households',
  facility: 'facilities',
  factory: 'facilities',
  university: 'facilities',
  church: 'organisations',
  agency: 'organisations',
  company: 'organisations',
  charity: 'organisations',
  country: 'places',
  city: 'places',
  county: 'places',
  community: 'places',
  crisis: 'occurrences',
  robbery: 'occurrences',
  centre: 'facilities',
  foot: 'feet',
};

function plurals(): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [unit, words] of Object.entries(LISTS)) {
    for (const word of words.split(/\s+/)) map.set(word, unit);
  }
  return map;
}

export const PLURAL_UNITS: ReadonlyMap<string, string> = plurals();

export const SINGULAR_UNITS: ReadonlyMap<string, string> = new Map([
  ...[...PLURAL_UNITS]
    .filter(([word]) => word.endsWith('s') && !word.endsWith('ss'))
    .map(([word, unit]): [string, string] => [word.slice(0, -1), unit]),
  ...Object.entries(IRREGULAR),
]);

/** Plurals in -ers and -ees that are not people, where the ending would say so. */
export const NOT_PEOPLE: ReadonlySet<string> = new Set(
  `numbers letters papers trailers quarters orders borders rivers towers computers trackers containers chapters matters
   powers centers waters winters summers fingers servers routers printers tankers trees degrees fees committees coffees
   knees bees guarantees others trousers drawers layers folders shutters lorry-trailers corners headquarters flowers
   dinners offers answers shoulders careers barriers carriers scooters helicopters freezers rubbers covers feathers
   boulders assists lists consists exists insists resists twists wrists fists mists persists considers enters
   delivers suffers differs remembers agrees flees frees ladders tractors cookers posters banners stickers parameters meters kilometers centimeters liters hectares`.split(
    /\s+/,
  ),
);

/** After a number and with no noun of their own these are people: "400 detained". */
export const PEOPLE_PARTICIPLES: ReadonlySet<string> = new Set(
  'detained arrested killed injured wounded missing dead displaced deported repatriated returned jailed imprisoned evacuated rescued drowned homeless sick hospitalised hospitalized executed abducted kidnapped convicted sentenced fined expelled'.split(
    ' ',
  ),
);
