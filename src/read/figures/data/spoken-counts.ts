/** How often, in one word. */
export const TIMES_SPOKEN: ReadonlyMap<string, number> = new Map([
  ['once', 1],
  ['twice', 2],
  ['thrice', 3],
]);

/** Singular words for a person that a case may be about, by sex, age and fate: never by what they would tell. */
export const CASE_PERSONS: ReadonlySet<string> = words(
  `man woman girl boy child baby infant teenager youth toddler mother father daughter son couple defector refugee escapee
   returnee deportee detainee prisoner inmate migrant soldier guard villager farmer herder student schoolgirl schoolboy
   missionary pastor driver broker smuggler courier passenger grandmother grandfather widow orphan patient fisherman`,
);

/** What befalls a person of a case. */
export const BEFALLS: { readonly passive: ReadonlySet<string>; readonly active: ReadonlySet<string> } = {
  passive: words(
    `arrested detained caught seized captured apprehended taken pulled dragged shot killed beaten raped sold trafficked sent
     returned repatriated deported expelled handed fined sentenced jailed imprisoned executed interrogated tortured abducted
     kidnapped rescued injured wounded stopped searched found hospitalised hospitalized held charged picked turned stabbed`,
  ),
  active: words(
    'died drowned disappeared vanished escaped fled crossed miscarried collapsed froze perished surrendered defected lost jumped',
  ),
};

/** Verbs of telling: whoever does it is a source. */
export const TELLS: ReadonlySet<string> = words(
  `said says say told tells recalled recalls added adds explained explains claimed claims reported reports wrote writes
   confirmed confirms described describes noted notes insisted insists warned warns testified testifies admitted admits`,
);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
