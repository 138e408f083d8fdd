/**
 * Invented English clauses with their kind, written before the rules that they measure. One a line: genre, kind (of a rule
 * with what binds), the passage with the clause in braces where it is not all of it, and the condition of a rule.
 */
export const ENGLISH_CLAUSES = `
notice rule:must | Every guest house shall enter the names of its lodgers in the register before midnight. |
notice rule:must-not | No vehicle may stop on the river road between dusk and dawn. |
notice rule:must-not | Anyone who carries goods across outside the marked points will have them confiscated. | Anyone who carries goods across outside the marked points
notice rule:must | Shopkeepers are to close by nine in the evening. |
notice rule:restricted | Boats may leave the landing only with a pass from the harbour office. |
notice rule:requested | Families are asked to keep children away from the embankment. |
notice rule:may (rewarded) | A resident whose tip leads to the recovery of a stolen boat will receive 800 yuan. |
notice rule:should | Drivers should carry a copy of the permit. |
notice rule:must-not | Camping in the forest belt is banned until further notice. |
notice rule:must | If a tenant moves out, the landlord has to tell the street office within three days. | If a tenant moves out
notice rule:restricted | Night fishing is suspended from 1 May. |
notice rule:must-not | Unless licensed by the county, no shop may sell radio equipment. | Unless licensed by the county
notice rule:must-not | Those who fail to report a lodger will be dealt with according to law. | Those who fail to report a lodger
notice rule:must-not | You may not enter the quarry without a helmet. | without a helmet
notice rule:must | Village heads are responsible for checking empty houses every week. |
notice rule:must-not | Shops found selling foreign films will be closed. | found selling foreign films
notice rule:must | The owner bears the cost of removal and has to pay within ten days. |
notice event | The committee met on 3 June and approved the new fees. |
notice rule:requested | We ask all households to save water during the repairs. |
notice rule:must | Licences not renewed by 30 June must be handed in. |
notice statistic | In the first quarter 312 permits were issued. |
notice rule:restricted | Visits are limited to two hours. |
notice assertion | The counter is on the ground floor of the old town hall. |
notice forecast | The bridge will be closed for repairs from Monday. |
notice rule:must-not | It is not permitted to photograph the barracks. |
notice rule:must | Anyone finding a drifting boat must call the harbour guard. | Anyone finding a drifting boat
news rule:must | Under a regulation that took effect in May, {taxi firms now have to keep a log of every ride}. |
news rule:must-not | The county has barred farmers from planting within fifty metres of the fence. |
news rule:must-not | The order, read out at meetings, says {nobody is allowed on the bank after six}. |
news rule:must | The ministry told schools to send lists of absent pupils every Friday. |
news rule:must-not | {Vendors caught with foreign currency will be sent to a labour brigade}, the notice warned. | caught with foreign currency
news event | {Soldiers searched eleven houses in the valley} on Friday night, a local paper said. |
news event | A fire destroyed the old customs shed early on Sunday. |
news event | {The two governments signed a protocol on ferries} in Tallow last week. |
news event | A lorry driver was fined for carrying a passenger without papers. |
news event | Three families left the village after the flood. |
news event | The mayor resigned amid a row over land. |
news event | The factory stopped production in March. |
news event | Workers repaired the fence and hung new lamps. |
news event | His brother was taken from the bus and has not been seen since. |
news event | The council decided to build a second checkpoint. |
news event | The ferry company has raised its prices. |
news statistic | {Some 14,300 people crossed legally in the first half}, against 9,100 a year earlier. |
news statistic | The price of rice climbed by 18 percent in a month. |
news statistic | Three in ten of those questioned had no papers. |
news statistic | The number of ferries fell to 40 from 75. |
news forecast | The new terminal is due to open in spring. |
news forecast | {Fares will go up again in autumn}, the operator said. |
news forecast | Economists think {the harvest could shrink by a third next year}. |
news forecast | A second fence is to be built along the lower river next summer. |
news forecast | Officials plan to move the market to the edge of town by December. |
news forecast | If the river freezes, {more people are likely to try the crossing}. |
news forecast | The delegation is expected in the capital on Thursday. |
news forecast | The clampdown looks set to last through winter. |
news testimony | {"They made us stand in the yard until morning,"} said a woman who was held there for a month. |
news testimony | A trader in Horvel told the paper that {the guards now want twice as much money}. |
news testimony | {"My sister stopped writing after the spring,"} recalled Ana, 41, who left the valley in 2011. |
news testimony | {The shelves were empty by noon}, a shopper said by telephone. |
news testimony | According to a former guard, {prisoners were fed twice a day}. |
news testimony | {Nobody dares to speak on the telephone any more}, a resident of the port said, asking that her name not be used. |
news testimony | A person with knowledge of the matter said {the list had been drawn up in March}. |
news opinion | {"This is a cynical deal that helps nobody,"} said the head of an aid group. |
news opinion | The rules are vague and leave too much to the officer on duty. |
news opinion | {The commission wants the two men freed}, its chair wrote. |
news opinion | {Both sides ought to talk before anyone builds}, the paper argued. |
news assertion | The valley lies two hours from the nearest railway. |
news assertion | No shots were fired during the search. |
news assertion | It is not known how many were on the boat. |
news assertion | The two countries share a border of 400 kilometres. |
news assertion | Most of the traders come from the southern villages. |
news assertion | The ministry did not reply to questions. |
statement opinion | We are deeply troubled by the silence of the neighbouring governments. |
statement opinion | {We call on the ministry to publish the list of the missing} and to let families visit. |
statement opinion | The authorities must let monitors into the camps. |
statement opinion | No one should be sent back to face torture. |
statement event | On 12 April our volunteers delivered blankets to the shelter in Ost. |
statement event | Last month the court rejected the appeal of the four teachers. |
statement statistic | Since 2015 our office has helped 640 families. |
statement forecast | Without funds the clinic will close before winter. |
statement assertion | Our group has worked on the lower river since the nineties. |
statement opinion | We will go on helping whoever asks. |
statement testimony | {"I gave birth in a cellar with the light off,"} one mother told our staff. |
statement rule:requested | Members are requested to send their reports by Friday. |
statement opinion | Dialogue remains the only way out. |
report testimony | Interviewee 14 said that {she had been questioned for two days about her aunt}. |
report testimony | {We slept in a barn and ate maize from the field}, one man recalled. |
report testimony | Several returnees described how {guards took their shoes away}. |
report testimony | A former teacher remembered that {pupils were told to report their parents}. |
report testimony | {I paid the guide with my mother's ring.} |
report statistic | Of 88 people interviewed, 61 had been stopped at least once. |
report statistic | The average fee rose from 2,000 to 9,000 yuan. |
report event | In 2009 the province opened a second holding centre near the bridge. |
report event | The authorities dismissed two officers after the incident. |
report event | A woman was separated from her child at the gate. |
report assertion | Many families depend on money sent from abroad. |
report assertion | Access to the northern counties is difficult. |
report opinion | States should treat such journeys as a matter of protection. |
report opinion | The scheme appears ill-suited to its purpose. |
report rule:must | Article 9 obliges carriers to check travel documents. |
report rule:must-not | Under the code, leaving one's county without a pass is an offence. | without a pass
report rule:must | Foreign staff are required to report to the bureau within a day of arrival. |
report forecast | Arrivals are projected to double by 2030. |
report forecast | Closure of the crossing would push people towards the mountains. |
roundtable opinion | I think we have been far too timid. |
roundtable opinion | Speaking openly does more harm than good, in my experience. |
roundtable opinion | What worries me is the pressure on our partners. |
roundtable opinion | If we leave, who will be there to listen? |
roundtable opinion | An organisation has to ask itself whom it serves. |
roundtable testimony | When I worked there, my permit was cancelled overnight. |
roundtable testimony | We had to hand over our list of staff twice. |
roundtable assertion | Few donors pay for that kind of work. |
roundtable forecast | In a year or two the small groups will be gone. |
roundtable event | The bureau shut our partner's office in Lunde in 2017. |
roundtable opinion | It would be wrong to pull out now. |
roundtable opinion | My hope is that the talks continue. |
post testimony | My cousin and I walked for three nights before we saw the lights. |
post testimony | I was ten when they came for my father. |
post testimony | Saw two army lorries by the bridge this morning with my own eyes. |
post opinion | Shame on everyone who looks away! |
post opinion | Send them home, we have enough trouble of our own. |
post opinion | Honestly the article gets it all wrong. |
post opinion | Can anyone explain why they were let go? |
post forecast | Prices are going to explode once the bridge shuts. |
post event | Police broke up the vigil in the square last night. |
post assertion | The hostel is full of students from the south. |
post rule:must | Heads up: {from Monday you need a stamp to get on the ferry}. |
post statistic | 23 boats tied up at the pier today, normally it is 5. |
notice rule:must-not | Parking on the quay will be punished with a fine of 200 yuan. |
notice rule:must | All units concerned are hereby instructed to submit a list of temporary workers by the end of the month. |
news rule:must | From next month {anyone renting out a room will have to photograph the tenant}, the bureau announced. | anyone renting out a room
news rule:may (rewarded) | The bureau is offering up to 3,000 yuan to anyone who turns in a guide. |
news testimony | Han Mi-ok ran a noodle stall until 2016. {"One day the inspectors came and poured the broth into the gutter,"} she said. |
news testimony | {"After that we ate only at night,"} she added. Her husband had died in the mine a year before, a neighbour said. |
news testimony | Rim, a former railway clerk, said {the trains ran once a week if at all}. |
news testimony | {His uncle hid for two winters in a kiln}, the young man told our correspondent. |
news testimony | {"You learn to keep quiet,"} said a woman who crossed in 2013. |
news event | {Two tugboats collided in fog off the northern pier on 9 May}, killing a deckhand. |
news event | The orphanage was moved to a disused barracks in April. |
news event | Parliament passed the bill by a single vote. |
news event | {Guards fired over the heads of the crowd}, and the market emptied. |
news event | Eleven men were let go after the families paid. |
news event | A court in Ost sentenced the ferryman to six years. |
news statistic | Twice as many households went without coal as the year before. |
news statistic | The fee now stands at 7,000 yuan a head. |
news statistic | A record 41 boats were counted in a single night. |
news statistic | Barely one child in five attends lessons. |
news statistic | Exports through the port dropped by nearly half. |
news forecast | The ministry said {a second ferry would start running before the autumn}. |
news forecast | {Up to 2,000 people could lose their stalls}, a union estimates. |
news forecast | {Talks on the bridge resume on Tuesday}. |
news forecast | It is feared that {supplies may run out by February}. |
news assertion | Ost has been a garrison town since the war. |
news assertion | {The ferry stops at five piers}, the last of them beyond the customs house. |
news assertion | The foundation denies that it paid the guides. |
news assertion | Whether the men are alive remains unclear. |
news assertion | The market used to open on Sundays. |
news assertion | Guards are paid badly and change often. |
news rule:must-not | As of Monday, {nobody without a residence slip gets past the barrier}, the district announced. | without a residence slip
news rule:restricted | The new order lets in {only those who hold a blue card}. |
news rule:may (rewarded) | The district promised {500 yuan for every hidden radio reported}. |
notice rule:must | Where a boat changes hands, both owners sign the register at the harbour office. | Where a boat changes hands
notice rule:must-not | Do not leave children unattended near the locks. |
notice rule:must | Lanterns must be lit from sunset. |
notice rule:must-not | Fishing gear left on the quay after ten will be removed at the owner's expense. | left on the quay after ten
notice rule:should | It is advisable to carry water. |
notice rule:requested | Please have your papers ready. |
notice rule:restricted | Access to the archive is by appointment only. |
statement rule:requested | We ask member groups to keep records of every refusal. |
statement opinion | The decision is a step backwards. |
statement event | In March the bureau took away the licence of our sister group. |
statement testimony | {"I have not heard my son's voice since,"} a father wrote to us. |
report testimony | A midwife in her fifties explained that {women gave birth at home for fear of questions}. |
report testimony | {Her name was read out at the factory gate}, one interviewee remembered. |
report statistic | The sample covers 212 households in nine villages. |
report opinion | The evidence points to neglect rather than malice. |
report assertion | The archive holds letters from the nineteen-fifties. |
report forecast | If nothing changes, the last school will shut within two years. |
post testimony | My grandmother never spoke of the camp. |
post testimony | I was stopped three times between the station and the hostel. |
post opinion | People who inform on their neighbours make me sick. |
post assertion | The bus to Ost leaves from behind the cinema. |
roundtable opinion | Trust takes years to build. |
roundtable testimony | They told us to take down the sign within a week. |
roundtable rule:must | Foreign groups are obliged to find a local sponsor. |
roundtable assertion | Our partners live with this every day. |
roundtable forecast | Next year will be harder. |
`;
