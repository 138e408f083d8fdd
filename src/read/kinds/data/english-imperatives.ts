/** Verbs that a notice begins an order with: from the imperatives of published administrative notices and public signs. */
export const IMPERATIVES: ReadonlySet<string> = new Set(
  `act report register submit treat ensure keep maintain strengthen prevent stop comply obey follow implement carry hand surrender return pay apply contact call
   inform notify dial provide present show bring leave remain stay avoid check inspect search investigate detain arrest deport expel repatriate refuse deny cease
   halt suspend close open establish set organise organize arrange assign send transfer deliver forward file record collect confiscate destroy remove increase
   reduce improve intensify tighten step crack launch conduct mobilise mobilize cooperate coordinate assist support protect guard monitor watch observe supervise
   verify identify handle deal take make give put use wear complete fill sign attach note refer read study enforce adopt abide respect cancel revoke issue grant
   block seal patrol punish reward encourage educate publicise publicize distribute post display exclude include limit restrict`.split(
    /\s+/,
  ),
);
