/** Bytes as a string of as many units, each 0 to 255: structure is looked for in it, words never are. */
export function binaryOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

/** The bytes that a string of `binaryOf` stands for. */
export function bytesOfBinary(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** Base64 as mail carries it: other characters are skipped, and padding in the middle only ends a piece. */
export function decodeBase64(binary: string): Uint8Array {
  const pieces = binary
    .replace(/[^A-Za-z0-9+/=]+/g, '')
    .split(/=+/)
    .filter((piece) => piece !== '')
    // One character alone encodes no byte.
    .map((piece) => atob(piece.length % 4 === 1 ? piece.slice(0, -1) : piece));
  return bytesOfBinary(pieces.join(''));
}

/** Quoted-printable of a body; what is no valid escape stays as it stands (RFC 2045, 6.7). */
function decodeQuotedPrintable(binary: string): Uint8Array {
  const pieces: string[] = [];
  for (const line of binary.split('\n')) {
    const end = endOfWords(line);
    const soft = line[end - 1] === '=';
    pieces.push(soft ? line.slice(0, end - 1) : `${line.slice(0, end)}${line.endsWith('\r') ? '\r\n' : '\n'}`);
  }
  // The last line has no end of its own.
  const joined = pieces.join('');
  return bytesOfBinary(unescapeWith(joined.endsWith('\n') ? joined.slice(0, -1) : joined, '='));
}

/** Where a line ends without the white space behind it; a loop, since patterns take long over long runs of it. */
function endOfWords(line: string): number {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t' || line[end - 1] === '\r')) end--;
  return end;
}

/** `=C7` or `%C7` as the byte; `mark` is the one character before the digits. */
export function unescapeWith(binary: string, mark: '=' | '%'): string {
  const pattern = mark === '=' ? /=([0-9a-fA-F]{2})/g : /%([0-9a-fA-F]{2})/g;
  return binary.replace(pattern, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** The bytes of a body under its Content-Transfer-Encoding; an unknown one leaves them as they are. */
export function decodeTransfer(binary: string, encoding: string): Uint8Array {
  switch (encoding) {
    case 'base64':
      return decodeBase64(binary);
    case 'quoted-printable':
      return decodeQuotedPrintable(binary);
    default:
      return bytesOfBinary(binary);
  }
}
