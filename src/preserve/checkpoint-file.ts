/**
 * Checkpoints of several logs in one text file, to be kept elsewhere: the signed notes, an empty line between them. A file
 * of one is exactly that note, so that any tool which knows C2SP's notes can read it.
 */

/** Most bytes of such a file that are read, and most checkpoints in it. One has about 500 bytes. */
export const CHECKPOINT_FILE_LIMIT: number = 2 * 1024 * 1024;
const MOST_NOTES = 4096;

/** The text of the file. Throws when what is given is no note, since we made them ourselves. */
export function joinCheckpoints(notes: readonly string[]): string {
  const text = notes.join('\n');
  if (splitCheckpoints(text)?.length !== notes.length) throw new Error('a checkpoint is no signed note');
  return text;
}

/**
 * The notes of a file, unchecked; undefined when it is not such a file. Line ends that another system put in are undone.
 * A note is text, an empty line, signatures (C2SP signed-note), and holds no other empty line.
 */
export function splitCheckpoints(text: string): readonly string[] | undefined {
  const plain = text.replaceAll('\r\n', '\n').replace(/\n*$/, '\n');
  const blocks = plain.split('\n\n');
  if (text.length > CHECKPOINT_FILE_LIMIT || blocks.length % 2 !== 0 || blocks.length > 2 * MOST_NOTES)
    return undefined;
  const notes: string[] = [];
  for (let i = 0; i < blocks.length; i += 2) {
    const [body = '', signatures = ''] = [blocks[i], blocks[i + 1]];
    if (!body.startsWith('daybook/') || !signatures.startsWith('— ')) return undefined;
    notes.push(`${body}\n\n${signatures.replace(/\n$/, '')}\n`);
  }
  return notes;
}
