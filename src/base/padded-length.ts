/**
 * A length rounded up so that it tells little of what it was: to whole steps of `smallestStep` bytes, and where those of
 * Padmé are larger, to these (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with
 * PURBs", 2019): they add about 3 % at most to a large file and leave few lengths to tell apart.
 */
export function paddedTo(length: number, smallestStep: number): number {
  // The binary length, not a logarithm: that of a double is wrong just below powers of two.
  const exponent = Math.max(length, 2).toString(2).length - 1;
  const step = Math.max(smallestStep, 2 ** (exponent - exponent.toString(2).length));
  return Math.ceil(length / step) * step;
}
