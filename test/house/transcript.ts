/** What stands between these lines in the README is what `./daybook demo` printed. */
const TRANSCRIPT = /<!-- transcript: \.\/daybook demo -->\n+```[a-z]*\n([\s\S]*?)```\n+<!-- end of transcript -->/;

/** The transcript on a page; undefined when the page holds none. */
export function transcriptOf(text: string): string | undefined {
  return TRANSCRIPT.exec(text)?.[1];
}

/**
 * The same text with everything that differs from run to run replaced: instants, durations, sizes, ids, digests,
 * fingerprints and generated words. Figures, names and sentences stay.
 */
export function maskTranscript(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/(passphrase[^:\n]*:[ \t]+)\S.*$/gim, '$1<words>')
    .replace(/\b\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?: ?UTC|Z)?/g, '<when>')
    .replace(/\b\d{1,2}:\d{2}:\d{2}\b/g, '<when>')
    .replace(/\b\d+(?:\.\d+)?\s?(?:ms|s|seconds?)\b/g, '<time>')
    .replace(/\b\d+(?:\.\d+)?\s?(?:[KMG]i?B|bytes)\b/g, '<size>')
    .replace(/\b(?:[0-9a-f]{4}[ -]){3,}[0-9a-f]{4}\b/g, '<id>')
    .replace(/\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{6,}(?:…|\.\.\.|\b)/g, '<id>')
    .replace(/\b[0-9a-f]{16,}\b/g, '<id>')
    .replace(/\b[A-Za-z0-9+/]{40,}={0,2}/g, '<id>')
    .trim();
}
