/** Abbreviations that end in a full stop, written down from general knowledge, lower case without the last stop. */

/** A name or number follows: never the end of a sentence. */
export const BEFORE_NAMES: string =
  'mr mrs ms mx dr prof gen lt col maj capt cmdr cpl sgt pvt adm brig sen rep gov pres amb hon rev fr sr st ste mt ft msgr messrs supt insp det atty ' +
  'no nos art arts sec secs fig figs vol vols ch chs p pp para paras eq ex ed eds cf vs v viz e.g i.e al ca c approx est tel ext ibid op cit ' +
  'm mme mlle mm dott sig sra srta ing lic hr fr frau dhr mevr bzw z.b d.h u.a ' +
  'dept univ assn bros';

/** Ends a sentence only when a new one clearly begins: etc., a.m., Inc., Jan. */
export const PERHAPS_LAST: string =
  'etc inc ltd co corp llc plc jr esq phd ph.d m.d b.a m.a a.m p.m am pm u.s u.k u.n u.s.a e.u d.c ' +
  'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ' +
  'ave blvd rd hwy sq bldg fl rm oz lb lbs ft in km cm mm kg hrs hr min mins sec secs';

/** Words that begin a sentence far more often than they follow an abbreviation within one. */
export const STARTERS: string =
  'a an the this that these those there here he she it they we you i his her its their our my your one some many most all both each every ' +
  'in on at by for from with without within during after before since until when while where if although though because as however but and or so yet ' +
  'then now today yesterday later earlier meanwhile also still according despite under among about what who why how no not only even more such other';
