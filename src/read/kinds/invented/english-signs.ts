/**
 * Invented English sentences of every kind of risk, at least six of each in other verbs and nouns, and near ones that are no
 * sign of any. Written from the vocabulary of src/read/claim-vocabulary.ts alone, before the lists of words were looked at. A heading
 * names the kind; a line gives genre, direction and the sentence.
 */
export const ENGLISH_SIGNS = `
= refoulement
news up | Forty women were put on a bus at dawn and driven back across the bridge.
news up | The families were turned over to officials waiting on the other bank.
notice up | Persons who entered illegally shall be sent back without exception.
report up | Expulsions to the country of origin have resumed after a pause of three years.
statement down | The government has agreed not to return anyone who fears persecution.
news down | A court stayed the removal of six asylum seekers.
news steady | Flights carrying deportees continue to leave once a week, as before.
post up | They handed my aunt over to the security men at the border.
report unknown | How many were repatriated this winter cannot be established.
= enforcement
news up | Police rounded up dozens of undocumented workers in a night sweep.
news up | A hundred-day crackdown on illegal residence begins on Monday.
notice up | Violators will be dealt with severely and without leniency.
news down | The county has called off its raids on the brick works.
post down | The officers look the other way these days.
report volatile | One month nobody is stopped, the next they take whoever they can find.
news up | Three pastors were taken into custody in connection with the case.
report up | Local officials have become stricter in applying the law since last autumn.
= border-control
news up | Soldiers on horseback now patrol the riverbank every hour.
news up | New barbed wire has gone up along forty kilometres of the frontier.
notice up | All trucks leaving the border county shall be searched at the checkpoint.
news down | Two of the five guard posts on the upper river were dismantled.
report down | Controls on the road to the crossing have been relaxed.
report steady | The number of sentries at the bridge has not changed since spring.
news up | The crossing was sealed overnight and travellers were told to go home.
post up | Identity papers are checked three times between our village and the town.
= use-of-force
news up | Border guards were told to shoot anyone who tries to cross.
news up | A teenager was killed by gunfire from a watchtower.
notice up | Guards may open fire on persons who do not halt when called.
report up | Returnees described being clubbed with rifle butts at the riverbank.
news down | The standing order to fire on sight has been withdrawn.
statement down | No shots have been fired at people crossing since May.
report unknown | It is not clear whether the shoot-to-kill instruction still applies.
= surveillance
news up | Facial recognition cameras were mounted on every lamp post along the river.
report up | Staff find that their phones are tapped and their emails are read.
roundtable up | Every meeting we hold is attended by somebody who takes notes for the police.
post up | A man I do not know follows me home every evening.
notice up | Landlords shall keep watch on tenants from outside and record their movements.
report down | The car that used to park outside our office has gone.
news up | The police have set up an online monitoring unit that tracks chat groups.
= informing
notice up | Anyone who reports a hidden foreigner will receive 2,000 yuan.
notice up | Call the hotline at once if you notice strangers in your village.
news up | Neighbours denounced the couple to the village committee.
report up | The arrests followed a tip from a shopkeeper.
news up | The bounty for information leading to a capture has been doubled.
report down | Hardly any villager rings the hotline any more.
news down | The reward scheme for tip-offs has been scrapped.
post up | You never know who in the building is an informer.
= helper-penalty
notice up | Whoever provides shelter, food or transport to illegal entrants shall be fined up to 3,000 yuan.
news up | A farmer was sentenced to two years for hiding a family in his barn.
news up | Missionaries who guide people out of the country face prison.
notice up | It is forbidden to employ or accommodate persons without papers.
report down | Prosecutors dropped the charges against volunteers who had given lifts to migrants.
news up | A taxi driver lost his licence for carrying border crossers.
post up | My uncle was jailed because he let them sleep in his shed.
= detention
news up | The border town is building a second centre to hold illegal migrants.
news up | The camp's capacity will be raised from 200 to 500 places.
report up | About 80 people are being held at the facility awaiting transfer.
report down | The holding centre near the port has been closed.
news up | Children are kept locked up with their mothers for months.
statement up | More than a thousand remain behind bars without charge.
report unknown | The whereabouts of the detainees are not known.
= detention-conditions
report up | Inmates sleep on concrete and get one meal a day.
report up | Former prisoners speak of beatings, cold and lice in the cells.
news up | Eighty people share a single room with one toilet.
report up | Detainees were denied medicine and visits from a lawyer.
statement down | Food and heating in the cells have improved since the inspection.
news up | Two prisoners died of hunger in the camp this winter.
post up | They made us squat for hours and hit us when we moved.
= post-return-harm
report up | Those sent back are interrogated and put into labour camps.
news up | Women who come back pregnant are forced to have abortions.
report up | Returnees face torture, prison or execution.
report up | After she was returned, she spent three years in a re-education camp.
news down | First-time crossers are now released after a warning when they return.
statement unknown | Nothing has been heard of them since they were sent back.
post up | My cousin was shot in public after his return.
= trafficking
news up | Brokers sell the young women to farmers in the north-east.
report up | Many were lured with promises of work and sold into forced marriage.
news up | A gang that traded in women was discovered in the port.
report up | Girls as young as fifteen end up in online sex studios.
news down | Fewer women fall into the hands of traffickers than ten years ago.
post up | I was sold three times before I was twenty.
report up | The price of a bride has risen to 40,000 yuan.
= documentation-status
report up | Children of foreign mothers are left without a household registration.
notice up | Marriages with persons of unclear nationality shall not be registered.
notice down | Children born of such marriages may be entered in the household register.
news up | The ministry insists that they are illegal economic migrants, not refugees.
report up | Without an identity card they can neither work nor travel.
news down | The province began to issue residence permits to the wives.
statement up | Those who lost their nationality remain stateless.
= access-to-services
report up | Hospitals turn away patients who cannot show papers.
notice up | Schools shall not admit pupils without local residence.
news up | Undocumented children are shut out of classrooms.
notice down | Vaccinations are given free of charge regardless of status.
report up | Nobody without insurance gets to see a doctor.
news down | The town opened its primary schools to children of migrants.
report up | Old people without registration receive no welfare payments.
= host-community
report up | Villagers no longer dare to take anyone in.
news down | Farmers along the river leave food and clothes out for those who cross.
report down | Church members share their homes with newly arrived families.
report up | The sympathy that people here once felt has worn thin.
post up | My neighbours stopped helping after the theft.
news down | Residents raised money for a family of newcomers.
report up | Doors that used to be open are closed to them now.
= public-hostility
news up | Anger at the newcomers is growing in the river villages.
report up | In chat groups the refugees are called thieves and spies.
news up | A petition calling for the migrants to be driven out gathered 9,000 signatures.
report up | Children from these families are mocked at school.
report down | Prejudice against the settlers has faded over the years.
news up | Hate speech against refugees spread after the incident.
post up | People spit at us in the street.
= border-violence
news up | Armed men crossed the ice and robbed two farmhouses.
news up | A deserter from across the river killed four villagers.
report up | Soldiers from the other side come over at night to steal food.
news up | An elderly couple was found stabbed; the suspect had swum across the river.
report down | There have been no robberies by people from the far bank this year.
news up | Villagers near the frontier fear break-ins by hungry soldiers.
notice up | Following recent murders by intruders from across the border, residents shall lock their doors.
= access
report up | Monitors were refused entry to the province.
statement up | Our team has not been able to reach the families since March.
news down | The Red Cross was let into the camp for the first time.
report up | Journalists are kept out of the border counties.
roundtable up | Officials who used to receive us no longer answer our calls.
roundtable down | New doors are opening for groups that work on the environment.
report up | Aid convoys are held up at the provincial line.
= policy-signal
news up | In his speech the minister called for stability above all else.
news up | The two ministers agreed to deepen cooperation on border security.
news up | The work report stresses national security more than in any previous year.
report down | Officials have dropped the phrase "illegal migrants" from their statements.
news unknown | The party will set out its new line at a meeting in October.
report up | The change of tone in state media suggests that a campaign is coming.
news down | The president hinted that the policy towards asylum seekers could be softened.
= legal-regulatory
roundtable up | The law is so vague that nobody knows what is allowed.
news up | Parliament passed a bill that places foreign NGOs under the police.
report up | The new regulations pile paperwork on small organisations.
statement up | Terms such as "endangering national interests" are not defined anywhere.
news down | The draft was watered down after consultation.
roundtable up | Compliance takes up half of our working time.
report volatile | How the rules are interpreted differs from one city to the next.
= registration
report up | The group's application for a licence was rejected twice.
roundtable up | Without a sponsor you cannot register at all.
news up | Only seventy of the seven thousand groups have been approved.
report up | The professional supervisory unit withdrew its consent.
news down | The bureau granted a licence to three foreign foundations.
roundtable up | Nobody in the ministry is willing to act as our sponsor.
notice up | Organisations that are not registered may not carry out activities.
= funding
report up | The bank froze the account of the association.
roundtable up | Our partners may no longer accept money from abroad.
news up | Foreign donations must be declared to the police.
roundtable up | Donors are pulling out and budgets are shrinking.
report down | Transfers from the head office now go through within a week.
news up | The tax office is auditing the foundation's grants.
statement up | We have lost two thirds of our grants.
= accusation
news up | State television called the charity a front for foreign spies.
news up | The director was charged with endangering state security.
report up | Newspapers accuse foreign groups of plotting a colour revolution.
statement up | We reject the claim that we work for an intelligence service.
news up | Activists were labelled foreign agents.
report down | The smear campaign against the centre has died down.
roundtable up | Anybody who takes foreign money is painted as a traitor.
= civic-space
roundtable up | The room left for independent groups is shrinking year by year.
news up | Another labour rights group was forced to shut down.
report up | Lawyers and activists were jailed in a wave of repression.
statement up | Civil society is being strangled.
roundtable down | There are still niches in which grassroots groups can work.
report up | Independent bookshops, unions and study groups have disappeared one after the other.
news up | The authorities disbanded a network of volunteers.
= social-control
notice up | All residents shall attend political study on Saturdays.
report up | Every household has to join a group of ten that answers for its members.
news up | A curfew was imposed on the border villages.
notice up | Travel outside the county requires a permit.
news up | Mobile phones were confiscated and listening to foreign broadcasts was banned.
report up | Censorship of the internet has been tightened.
news down | Restrictions on movement between counties were lifted.
= autonomy
roundtable up | The sponsor decides what we may work on.
roundtable up | We have to submit our plan for the year and the police strike out what they dislike.
report up | Organisations censor themselves to keep their licence.
roundtable up | If you register, you are no longer free to choose your partners.
statement down | We keep control of our own agenda.
report up | Officials now sit on the boards of foreign foundations.
roundtable up | Staff must be hired through a state agency.
= partner-risk
roundtable up | It is our local partners who pay the price.
report up | Chinese colleagues have been questioned about their work with us.
roundtable up | Being seen with a foreigner can cost a local activist his job.
news up | Two employees of a partner organisation were taken away by police.
statement up | We cannot guarantee the safety of those who work with us on the ground.
roundtable down | Partners say they feel safer since we changed the way we work.
report up | Grassroots groups avoid contact with us for fear of reprisals.
= programme-continuity
roundtable up | We may have to close our office by the end of the year.
report up | Three training courses were cancelled at the last minute.
statement up | Our work in the province has come to a standstill.
report up | Projects were put on hold after the law came into force.
statement down | The programme has resumed in two counties.
roundtable up | Nobody can plan beyond the next six months.
report steady | The clinic keeps running as it did before.
= reputation
roundtable up | Staying on may make us look like accomplices.
report up | The scandal has damaged the agency's credibility.
roundtable up | Our name is tarnished if we keep silent about abuses.
roundtable up | Donors at home ask whether we have lost our principles.
statement down | The award has strengthened our good name.
report up | The charity came under fire for cooperating with the authorities.
= transnational-pressure
report up | Relatives at home are threatened to silence exiles abroad.
news up | A police station was secretly run in a foreign capital.
news up | Activists abroad receive threatening phone calls.
roundtable up | Governments are now pressed not to host our events.
report up | Police visited the parents of a student who had protested overseas.
news up | An exile was seized in a neighbouring state and flown home.
statement up | The embassy tried to have the film removed from the festival.
= home-politics
roundtable up | Parliament at home questions why taxpayers' money is spent there.
news up | Congress may cut aid to organisations that work in the country.
roundtable up | With the new government in our capital the issue has slipped down the agenda.
report up | Domestic critics accuse the foundation of being soft on dictatorships.
roundtable down | Our foreign ministry backs us and has raised the case.
news unknown | The coming election will decide how the country deals with the matter.
= -
news - | Guards at the museum check tickets at the entrance.
news - | The river froze two weeks earlier than last year.
report - | Three hundred households took part in the survey.
news - | The bridge was built in 1941 and repaired twice.
news - | The police orchestra will play at the harvest festival.
post - | I met my wife at the border market, she was selling apples.
report - | The organisation was founded in 1998 and has offices in four cities.
news - | The minister arrived on Tuesday and visited a school.
statement - | We thank our donors and friends for ten years of support.
news - | Prices for maize fell after the harvest.
notice - | The registration desk is on the second floor of the town hall.
report - | The interviews were conducted in two languages and lasted an hour each.
roundtable - | Let me begin with a remark on terms.
news - | The market at the border town opens at eight.
news - | Two teachers from the town won a prize.
notice - | Dogs must be kept on a lead in the park.
report - | The law has 54 articles in seven chapters.
news - | The film tells of a boy who learns to fish.
`;
