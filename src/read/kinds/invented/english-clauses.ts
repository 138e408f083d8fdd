/**
 * Invented clauses of all kinds of risk, options and sides: genre, what a reader should find, the clause. Written before the
 * words were widened, by the same hand; every second line is counted apart. `-` is nothing to find.
 */
export const ENGLISH_CLAUSES = `
news; refoulement up; Eleven asylum seekers were put on a flight to Ardania before their appeal was heard.
report; refoulement up; Removal proceedings are concluded within 48 hours and rarely involve a lawyer.
notice; refoulement up; Foreigners found without a valid visa shall be escorted to the crossing and returned to the other side.
statement; refoulement down; The ministry has suspended all transfers of Karesh nationals to their country of origin.
news; enforcement up; Police carried out dawn searches in three workers' hostels.
report; enforcement up; Officers now stop anybody with an accent at the bus terminal.
notice; enforcement up; All stations shall organise a concentrated operation against illegal residents in June.
post; enforcement down; Lately the police don't bother anyone at the market.
news; border-control up; A second fence and floodlights are being built along the Teren river.
notice; border-control up; Boats must be inspected before they leave the landing stage.
report; border-control up; Soldiers now stand every two hundred metres on the embankment.
news; border-control down; The number of guards at the pass has been halved since the thaw.
news; use-of-force up; Guards opened fire on a group that was wading through the shallows.
notice; use-of-force up; Anyone who enters the strip at night will be fired upon without warning.
report; use-of-force up; Witnesses describe beatings with rifle butts during pushbacks.
news; use-of-force down; The army said it would no longer use live rounds against people who cross.
report; surveillance up; Two men in plain clothes sat outside our office all week.
news; surveillance up; The town has installed cameras that recognise faces at every bus stop.
notice; surveillance up; Internet cafés must keep records of their users and submit them to the police.
post; surveillance up; My phone was checked at the station, they read all my messages.
notice; informing up; Residents who notice unfamiliar persons are encouraged to call 110 and will receive a bonus.
news; informing up; A neighbour told the police about the family in the cellar.
report; informing up; Villagers are paid for each name that they pass on.
post; informing down; Nobody here would ever tell on them.
notice; helper-penalty up; Landlords who rent to foreigners without papers shall be fined.
news; helper-penalty up; A pastor was sentenced to five years for bringing families across the mountains.
report; helper-penalty up; Volunteers who gave water to migrants now face charges of aiding illegal entry.
news; helper-penalty down; The court acquitted the farmer who had given shelter to migrants.
news; detention up; A new holding facility for 400 people opened outside the port city.
report; detention up; Families are kept in a closed camp for months without seeing a judge.
statement; detention down; Forty women were released from the removal centre after the ruling.
notice; detention up; Persons whose identity cannot be established shall be held at the reception station.
report; detention-conditions up; Sixty people share a room built for twenty and sleep in turns.
news; detention-conditions up; Detainees went on hunger strike over rotten food.
statement; detention-conditions up; Our client was kept in handcuffs for nine days and denied medicine.
report; detention-conditions down; Since the inspection detainees receive blankets and may see a doctor.
report; post-return-harm up; Those sent back disappear into camps and their families lose their homes.
news; post-return-harm up; She was interrogated and beaten for a month after she was returned.
statement; post-return-harm up; They face prison or death if they are handed over.
report; post-return-harm down; Recent returnees were let go after a short questioning.
report; trafficking up; Girls are lured with promises of factory work and sold to brothels.
news; trafficking up; A gang that sold women as wives was on trial.
post; trafficking up; My cousin was tricked by a broker and ended up with an old man who had bought her.
news; trafficking down; The number of women sold to farmers has dropped.
report; documentation-status up; Children of such couples cannot be entered in the household register.
news; documentation-status up; The office stopped issuing temporary residence cards to newcomers.
notice; documentation-status up; Aliens must carry their registration card at all times.
news; documentation-status down; The province will let undocumented mothers apply for papers.
report; access-to-services up; Clinics turn away patients who have no insurance card.
notice; access-to-services up; Schools shall not enrol pupils without proof of residence.
news; access-to-services up; Stateless children were told to leave the school.
news; access-to-services down; The city opened its vaccination programme to migrants.
report; host-community up; Farmers who once left food at the door now lock their gates.
news; host-community down; Neighbours collected clothes and rice for the new arrivals.
post; host-community up; People in my village are fed up and do not want to help them any more.
report; host-community steady; The host villages continue to share their wells with the displaced.
news; public-hostility up; Demonstrators chanted that migrants should go home.
post; public-hostility up; Everyone in the comments calls them thieves.
report; public-hostility up; Newspapers portray the newcomers as a threat to public order.
news; public-hostility down; A survey found that resentment of refugees has faded.
news; border-violence up; An armed man from across the river killed an elderly couple in their home.
report; border-violence up; Hungry soldiers come over at night and steal livestock.
notice; border-violence up; Beware of armed intruders who have broken into farmhouses near the border.
news; border-violence down; No killings by intruders have been recorded this year.
statement; access up; Our teams have been refused permission to visit the camp since April.
news; access down; Aid convoys were let into the valley for the first time in two years.
report; access up; Journalists and monitors may not enter the zone.
roundtable; access down; It has become easier to get visas for our field staff.
news; policy-signal up; In a speech on Friday the president called for a firm hand against illegal migration.
report; policy-signal up; The tone of official media hardened after the congress.
news; policy-signal down; The minister hinted that the government may soften its line on foreign charities.
statement; policy-signal up; The new five-year plan puts national security above development.
report; legal-regulatory up; The act leaves the term "political activity" undefined.
news; legal-regulatory up; Parliament passed a bill that forces NGOs to file quarterly reports.
notice; legal-regulatory up; Foreign organisations shall submit an annual plan of activities to the public security organ.
statement; legal-regulatory down; The amendment removes the reporting duty for small charities.
report; registration up; Only one in ten foreign foundations has found a sponsoring agency.
news; registration up; The authorities revoked the charity's licence.
notice; registration up; No foreign organisation may carry out activities without a registered representative office.
roundtable; registration down; Our application was approved after eighteen months.
statement; funding up; Our bank closed our account without giving a reason.
report; funding up; Groups that take money from abroad must declare every transfer.
news; funding up; The agency cut its contribution to the refugee programme by a third.
roundtable; funding down; A new donor has stepped in to cover salaries.
news; accusation up; State television called the charity a front for foreign intelligence.
statement; accusation up; Our colleague has been charged with spying.
report; accusation up; Aid workers are described as agents of the West.
news; accusation down; Prosecutors dropped the charge of subversion against the aid worker.
report; civic-space up; Independent groups are closing one after another.
statement; civic-space up; The arrest of five lawyers is an attack on all who speak out.
roundtable; civic-space up; There is hardly any room left for independent organisations.
news; civic-space down; The new government allowed unions and community groups to meet freely again.
report; social-control up; Every household is assigned to a warden who checks who sleeps there.
notice; social-control up; Travel between counties requires a pass.
news; social-control up; Citizens must attend weekly ideology sessions.
news; social-control down; The night curfew in the border towns was lifted.
roundtable; autonomy up; The authorities want to choose our beneficiaries for us.
statement; autonomy up; We had to remove three topics from our training at the ministry's request.
report; autonomy up; A party cell must be set up inside each organisation.
roundtable; autonomy down; We are free to choose our own partners again.
roundtable; partner-risk up; Our Chinese colleagues are the ones who will be questioned when we have left.
report; partner-risk up; A local volunteer was taken in for questioning because she had met the delegation.
statement; partner-risk up; We cannot publish this without exposing those who work with us on the ground.
roundtable; partner-risk down; Our partners tell us that the harassment has stopped.
news; programme-continuity up; The charity suspended its school meals until further notice.
statement; programme-continuity up; After twelve years we have had to close our clinic.
report; programme-continuity up; Training courses were cancelled at short notice.
roundtable; programme-continuity down; We were able to restart the nutrition project in May.
statement; reputation up; Being seen at such an event would damage our good name.
roundtable; reputation up; Donors ask whether we lend legitimacy to the regime.
report; reputation up; The scandal cost the foundation the trust of the public.
news; reputation down; The audit cleared the charity's name.
report; transnational-pressure up; Exiles receive phone calls that mention their parents at home.
news; transnational-pressure up; Agents photographed demonstrators outside the embassy in Oslo.
statement; transnational-pressure up; Beijing leaned on the host country to cancel our conference.
post; transnational-pressure up; My brother back home was called in because of what I post here.
roundtable; home-politics up; Senators at home ask why we are still working there.
report; home-politics up; In Washington any contact with the country has become suspect.
statement; home-politics up; Our own parliament is debating a ban on cooperation.
news; home-politics up; Rivalry between the two capitals leaves little room for joint projects.
roundtable; stay for; Whatever happens, we owe it to our partners to keep our doors open.
roundtable; stay for; I would argue that being present matters more than ever.
statement; stay descriptive; The association has kept its office in the capital despite the new law.
roundtable; stay-adapted for; Groups should drop the word rights and work on health instead.
report; stay-adapted descriptive; Several charities have scaled back and turned to less sensitive topics.
roundtable; stay-adapted conditional; If we change the way we speak about it, we can carry on.
roundtable; ad-hoc descriptive; Some foundations work only through temporary permits for single activities.
report; ad-hoc conditional; Short visits are possible if a local institute invites the delegation.
roundtable; ad-hoc for; It is better to proceed case by case than to open an office.
roundtable; from-outside for; We can do more from Seoul than from inside.
report; from-outside descriptive; The group moved its regional hub to Bangkok and runs its courses online.
statement; from-outside descriptive; We now support our grantees from a neighbouring country.
roundtable; leave against; Pulling out would betray the people who trusted us.
news; leave descriptive; The foundation shut its Beijing office after two decades.
roundtable; leave for; No organisation should put its people through this; it is time to go.
roundtable; enter against; I would not advise any newcomer to set up there now.
report; enter descriptive; Four charities applied for a first licence to start work in the province.
roundtable; enter conditional; New groups can come in provided that they find a sponsor.
roundtable; due-diligence for; Every organisation must first assess the risks for its local staff.
report; due-diligence descriptive; The agency vets its partners and takes legal advice before each project.
statement; due-diligence for; Donors ought to review their exposure twice a year.
roundtable; exchange for; Cutting academic ties would be a mistake; scholars must keep talking.
statement; exchange descriptive; The institute hosts visiting students and joint workshops each summer.
roundtable; exchange question; Can we keep the dialogue going under these conditions?
roundtable; leave question; At what point should an organisation withdraw?
roundtable; stay neutral; Whether to stay or go is a decision each organisation has to take for itself.
post; for; Good for the court, this judgment was long overdue!
statement; for; We stand with the families of the detained.
news; for; Rights groups hailed the release of the pastor.
post; against; Sending children back is a crime.
statement; against; We deplore the expulsion of the eleven women.
news; against; Opposition deputies slammed the bill as unconstitutional.
post; against; What a disgrace this ministry is.
post; hostile; Throw them all into the river.
post; hostile; These freeloaders live on our taxes and spit on us.
post; hostile; Migrants are nothing but criminals, send them back where they came from.
news; -; The town lies at the confluence of two rivers.
report; -; The survey was carried out in two stages by four interviewers.
news; -; The winter was mild and the harvest good.
post; -; I have been cooking for my grandchildren all morning.
roundtable; -; Thank you all for joining us this afternoon.
notice; -; The office is open from nine to five on weekdays.
news; -; The festival drew visitors from all over the county.
report; -; Chapter two describes the history of the region.
`;
