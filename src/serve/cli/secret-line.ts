/** A keyboard: a terminal's input, which can be told not to show what is typed. */
export interface SecretInput extends NodeJS.ReadableStream {
  setRawMode(raw: boolean): unknown;
}

/**
 * Asks, and reads one line that is typed and not shown; undefined when the typing was given up (Ctrl-C, or Ctrl-D on an empty
 * line) or called off. The terminal is set back whatever happens. Keys that send sequences (arrows) are left out.
 */
export function readSecretLine(
  input: SecretInput,
  ask: () => void,
  calledOff?: AbortSignal,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const decoder = new TextDecoder();
    let typed: string[] = [];
    let ended = false;
    const end = (line: string | undefined): void => {
      ended = true;
      calledOff?.removeEventListener('abort', give);
      input.off('data', take);
      input.off('end', give);
      input.setRawMode(false);
      input.pause();
      typed = [];
      resolve(line);
    };
    const give = (): void => end(undefined);
    const take = (chunk: Uint8Array): void => {
      const text = decoder.decode(chunk, { stream: true });
      // The typed line is a string, which nobody can wipe; its bytes need not stay as well.
      chunk.fill(0);
      if (text.startsWith('\u001b')) return;
      for (const character of text) {
        if (character === '\r' || character === '\n') end(typed.join(''));
        else if (character === '\u0003' || (character === '\u0004' && typed.length === 0)) end(undefined);
        else if (character === '\u0008' || character === '\u007f') typed.pop();
        else if (character === '\u0015') typed = [];
        else if (character >= ' ') typed.push(character);
        if (ended) return;
      }
    };
    input.setRawMode(true);
    // Only now: whoever types at once must not see it either.
    ask();
    input.on('data', take);
    input.once('end', give);
    calledOff?.addEventListener('abort', give);
    input.resume();
  });
}
