/**
 * Past forms of verbs that tell of something that happened, not of how things were: from the verbs of action in the
 * ACE guidelines for events (Linguistic Data Consortium, 2005), with those of meeting, speaking in public, moving,
 * giving and changing that news prose uses most.
 */
export const ENGLISH_PAST_EVENTS: readonly string[] =
  `arrested detained captured seized caught apprehended raided searched questioned interrogated jailed imprisoned sentenced convicted executed
   charged indicted tried fined punished prosecuted released freed deported repatriated returned expelled handed sent transferred extradited shot killed
   wounded injured beat beaten tortured attacked assaulted robbed raped stabbed murdered died drowned disappeared vanished fled escaped crossed entered arrived left
   departed travelled traveled moved visited met held convened gathered protested demonstrated marched signed adopted approved passed issued published
   announced unveiled launched opened closed shut blocked suspended resumed installed built erected deployed dispatched stationed established founded set
   introduced imposed lifted tightened eased strengthened stepped increased expanded reduced cut raised banned ordered appointed dismissed fired
   elected resigned replaced promoted reshuffled purged bought sold traded paid gave given handed delivered distributed received found discovered rescued
   recovered confiscated burned burnt destroyed demolished collapsed flooded broke hit struck crashed exploded hid smuggled trafficked abducted
   kidnapped lured forced took taken brought picked rounded reported informed denounced told spoke addressed attended began begun started ended finished stopped
   halted cancelled canceled postponed rejected refused granted denied withdrew withdrawn pulled registered deregistered expelled summoned warned inspected
   audited visited invited hosted joined merged split won lost defected surrendered posted reposted removed deleted censored hacked leaked surfaced emerged
   conducted carried staged mounted fell rose jumped dropped married divorced born buried trapped stranded separated reunited sanctioned accused urged
   notified evacuated quarantined tested fined evicted displaced relocated resettled acquitted pardoned submitted filed lodged sued ruled decided voted
     slept walked ran swam waded climbed drove flew carried ate saw heard wrote borrowed searched stole stolen threw thrown hanged hung rang called phoned contacted begged cried screamed
     fought won struck froze frozen sank sunk landed docked camped prayed baptised baptized
     stormed led ambushed chased dragged loaded herded intercepted stripped fingerprinted surrounded boarded rammed fired ransacked seized looted`.split(
    /\s+/,
  );
