// English words by which texts describe people whom they do not name: our own lists. Sources of patterns.

/** What somebody is, where few around them are. */
export const DESCRIBED_AS =
  'nursing|pregnant|widowed|deaf|blind|lame|disabled|one-armed|one-legged|retired|orphaned|defrocked|elderly';

/** Those who work for somebody, lodge or lead them: each has one. */
export const OWN_PEOPLE =
  'landlord|landlady|cook|foreman|pastor|coordinator|bookkeeper|accountant|driver|interpreter|translator|assistant|caretaker|housekeeper|neighbour|neighbor|colleague|successor|predecessor|barber|innkeeper|shopkeeper|foster-mother|godmother';

/** What such people belong to. */
export const WHOSE_PEOPLE =
  'hospital|clinic|school|village|van|bus|taxi|lorry|truck|orphanage|church|station|hotel|inn|factory|farm|ferry|bakery|mission';
