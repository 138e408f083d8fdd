/**
 * Invented English sentences of every course that an organisation could take (a heading `option`, lines with the stance), of
 * sides taken (`side`), of kinds that are easily confused (`kind`, of rules with what binds) and of hedges (the words of doubt in
 * braces), written as `english-signs.ts` was.
 */
export const ENGLISH_VOICES = `
= option stay
roundtable for | Foreign groups should hold on and keep working in the country.
roundtable against | There is no point in remaining under these terms.
roundtable conditional | We will remain as long as our partners want us to.
roundtable neutral | Remaining may be right for some and wrong for others.
report descriptive | Most of the big foundations have kept their offices in the capital.
roundtable question | Is it still worth staying?
roundtable for | Giving up now would be a mistake.
= option stay-adapted
roundtable for | Better to keep a low profile and move into less sensitive fields.
roundtable descriptive | Some groups have registered as companies and go on under another name.
roundtable against | Trimming our mission in order to be tolerated is the wrong answer.
roundtable conditional | If we narrow our topics to health and the environment, we can carry on.
report descriptive | Several foundations have dropped rights work and now fund education only.
roundtable question | Should we change what we do so that we can remain?
= option ad-hoc
roundtable for | It makes sense to apply for a temporary permit for each activity.
roundtable descriptive | They work through short visits and one-off events instead of an office.
roundtable conditional | Single projects are possible where a local body files the papers.
roundtable against | Case-by-case activities are no substitute for lasting work.
report descriptive | About a third rely on temporary activities with local partners.
roundtable question | Could we simply run individual projects when the chance arises?
= option from-outside
roundtable for | Much can be done from abroad, online and in third countries.
roundtable descriptive | We moved our China desk to a neighbouring capital and train people there.
roundtable against | Working from a distance cuts us off from people on the ground.
roundtable conditional | Should the law be enforced strictly, we would have to operate from outside.
report descriptive | Several groups now run their programmes from a regional hub.
roundtable question | How much can be achieved from beyond the border?
= option leave
roundtable for | At some point the only honest course is to pull out.
roundtable against | Walking away would leave our partners alone.
roundtable conditional | If we have to hand over the names of partners, we will go.
roundtable neutral | Whether to withdraw is something each group has to decide.
report descriptive | The foundation closed its office and withdrew its staff.
roundtable question | When is it time to leave?
roundtable against | I would warn against a hasty exit.
= option enter
roundtable for | Newcomers should not be put off from setting up in the country.
roundtable against | I would not advise a new group to open an office there.
roundtable conditional | Those who bring expertise that the ministry wants can still come in.
report descriptive | Two foundations are preparing to start work in the province.
roundtable question | Is this the moment to go in for the first time?
roundtable neutral | For groups that have never worked there the question is a different one.
= option due-diligence
roundtable for | Do your homework before you sign anything.
roundtable for | Every group needs to weigh the risks to its partners first.
report descriptive | The foundation reviews its risk register every quarter.
roundtable conditional | Before deciding we would need legal advice.
roundtable for | Organisations ought to run a careful risk analysis and consult lawyers.
roundtable question | Have we really checked who our partners are?
= option exchange
roundtable for | Keeping channels of conversation open matters more than ever.
roundtable for | Universities should continue to send and receive students.
roundtable against | Dialogue for its own sake is pointless.
roundtable conditional | Exchange is worthwhile only if independent voices take part.
report descriptive | The two institutes hold a joint seminar every autumn.
roundtable question | How can we keep people-to-people contacts alive?
= side for
statement | We welcome the court's decision.
news | The senator praised the volunteers for their courage.
post | Hats off to the farmers who took them in!
statement | We stand firmly behind the families of the prisoners.
roundtable | I have great respect for colleagues who stay.
news | Residents rallied in support of the dismissed teacher.
statement | The union backs the new asylum bill.
post | These women deserve our protection.
= side against
statement | We deplore the mass deportation.
news | Lawyers criticised the new law as vague.
statement | Our federation opposes the plan to close the clinic.
post | This policy is inhumane and has to stop.
news | The rapporteur denounced the practice as a breach of international law.
roundtable | I find the ministry's attitude unacceptable.
news | Relatives protested against the verdict.
statement | We are appalled by the treatment of the detainees.
= side hostile
post | Send these parasites back to where they belong.
post | Refugees are scum and should be driven into the river.
post | These people only come here to steal and leech off our taxes.
post | I can't stand those filthy foreigners.
post | We don't want that vermin in our town.
post | Border jumpers are all spies and murderers.
= side -
report | The law came into force in January.
news | Supporters of the club travelled by bus.
report | The report describes how the register is kept.
roundtable | There are arguments on either side.
= kind rule
notice must | Drivers shall show their passes at the gate.
notice must | All vessels are required to be back before dark.
notice must | Report any lodger to the neighbourhood office within 24 hours.
notice must | Each village is to set up a watch.
notice must | It is compulsory for hotels to copy the passports of guests.
news must | The county ordered all shops along the river to close by six.
news must | From next month, groups will have to report every meeting in advance.
notice must-not | Nobody is permitted to fish at night.
notice must-not | Do not pick up strangers on the road.
notice must-not | The sale of radios is not allowed.
notice must-not | Those who conceal illegal entrants will be held criminally liable.
notice must-not | Offenders face a fine of 500 yuan.
notice must-not | No one shall provide them with food.
news must-not | The authorities have outlawed private boats.
news must-not | Under the decree, anyone caught filming the fence can be jailed for ten days.
notice should | Parents should accompany their children.
notice should | It is advisable to travel in groups.
notice requested | Please keep the gate closed.
notice requested | The public is asked to cooperate.
notice requested | We call on all households to lock their doors.
notice restricted | Visitors may enter only with a guide.
notice restricted | Only registered organisations can open bank accounts.
notice restricted | Loans are granted solely upon presentation of a certificate.
notice may (rewarded) | Whoever turns in an intruder receives 1,000 yuan.
notice may (rewarded) | A bonus of 300 yuan is paid for every confirmed tip.
= kind event
news | Guards detained two fishermen near the dam.
news | The ministry published new rules on Friday.
news | On 3 June a bus carrying 20 women left the camp.
news | The provincial court upheld the sentence.
news | Police searched the office and took away three computers.
news | The bridge reopened to traffic last week.
news | The two sides signed an agreement on the handover of offenders.
news | A man drowned while trying to swim across.
= kind statistic
news | At least 1,200 people have been sent back since March.
news | Arrests rose by 40 per cent compared with last year.
report | One in three respondents had been detained.
report | The camp holds around 400 people.
news | The budget for patrols amounts to 30 million yuan.
report | Of the 85 women we interviewed, 60 had been sold.
= kind forecast
news | The crossing will reopen next month.
news | Controls are likely to become tighter before the congress.
roundtable | More groups are going to leave in the next two years.
news | The ministry plans to set up a hotline in spring.
report | If the harvest fails, thousands more will come.
news | The new centre is due to be completed in autumn.
report | The office may close next year.
= kind testimony
post | I walked for three nights until I reached the village.
news | "They took my brother away in the night," a woman from the village said.
news | "You hear shooting almost every evening," said a trader who lives by the river.
report | According to a resident, nobody goes out after dark any more.
post | We hid in the attic when the soldiers came.
news | "There are checks on every bus now," the source told us.
= kind assertion
report | The valley is hard to reach in winter.
news | The authorities did not say where the women were taken.
report | The law applies to groups of every size.
news | The reason for the delay is not known.
roundtable | That shows how little the officials understand our work.
roundtable | In my view the law has two faces.
statement | We demand that the prisoners be released at once.
statement | We promise to keep our doors open.
roundtable | Governments should speak up more loudly.
roundtable | What does this mean for our partners?
news | He urged the two governments to stop the handovers.
post | How can anyone do such a thing to a child?
= kind rule
report must | Foreign NGOs must find a sponsor before they can register.
report must | Under the law, groups have to file an activity plan by 31 December each year.
report must | Representative offices are obliged to open a local bank account.
report must-not | Foreign NGOs may not raise money inside the country.
report must-not | NGOs are not allowed to recruit members.
report must-not | The law forbids them to fund political activities.
report must-not | Without a permit, no foreign group can carry out activities.
report restricted | Temporary activities are limited to one year.
report restricted | Groups need approval from the police before holding an event.
report must | The act requires that all staff be reported to the authorities.
report must-not | Violations can lead to fines and detention of staff.
report must-not | Organisations that break the rules may be blacklisted for five years.
news must | The city has told landlords to report foreign tenants within a day.
news must | Truck drivers now have to open their loads for inspection.
news must | Schools have been instructed to hand over lists of pupils without papers.
news must-not | The ministry has barred local groups from taking foreign grants.
news must-not | Villagers were warned not to take in strangers.
news must-not | A new decree makes it an offence to give lifts to migrants.
news restricted | Since Monday, only residents with a pass are let into the border strip.
news may (rewarded) | Police are offering 2,000 yuan to anyone who turns in a fugitive.
news may (rewarded) | Those who report a hiding place can earn up to 5,000 yuan.
notice requested | Villagers are urged to report suspicious boats.
notice requested | Your cooperation is appreciated.
notice must | Landlords bear responsibility for registering their tenants.
notice must | Units at all levels will strengthen checks on incoming vehicles.
notice must-not | Persons who refuse inspection will be taken to the station.
notice must-not | Under no circumstances are strangers to be given lodging.
notice restricted | Entry after dark only with written consent of the commander.
statement requested | Members are asked to send in their reports by Friday.
= kind assertion
roundtable | Foreign groups must not give in to this pressure.
roundtable | We need to stand by our partners.
statement | China should respect its obligations.
roundtable | Nobody should be forced to return.
news | Nobody can say how many have crossed.
= hedge
news | The men {reportedly} crossed at night.
news | It {appears} that the order came from the capital.
news | The group was {allegedly} led by a former soldier.
news | The death toll {could} be higher.
news | The women {are believed to} have been taken to the camp.
news | The fire was {apparently} set on purpose.
roundtable | {Perhaps} it is too early to tell.
roundtable | {I think} that this will not last.
report | The figures {seem} too low.
report | {Rumour has it} that the bridge will close.
news | The detainees were {said to} be in poor health.
report | {It is unclear whether} the order still stands.
report | The decline is {probably} due to the cold.
news | {Presumably} the guards had been warned.
`;
