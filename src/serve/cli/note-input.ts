import { ok, type Result, refuse } from '../../base/index.ts';
import { EXIT, type Stop, stop } from '../exit-code.ts';
import { NOTE_FIELD_LIMIT, NOTE_TEXT_LIMIT, type NoteFields, type NoteProblem, noteProblem } from '../notes.ts';
import type { CommandContext } from './context.ts';
import { askLine, atMost, calledOff, type Question, realDate } from './questions.ts';
import { InputTooLong } from './terminal.ts';

/** What flags say of a note; what is undefined is asked for where somebody can be asked. */
export interface NoteFlags {
  /** The words themselves, `-` for the input, or true when they are to be asked for. */
  readonly note: string | true;
  readonly how: string | undefined;
  readonly when: string | undefined;
  readonly by: string | undefined;
}

/** A note out of flags, input and answers, or a sentence that says what is the matter with it. */
export async function noteFrom(context: CommandContext, flags: NoteFlags): Promise<Result<NoteFields, Stop>> {
  const { terminal } = context;
  const text = await wordsOf(context, flags.note);
  if (!text.ok) return text;
  if (text.value.trim() === '') return refuse(stop(EXIT.inputRefused, PROBLEMS['no-words']));
  const ask = async (given: string | undefined, question: Question): Promise<Result<string | undefined, Stop>> => {
    if (given !== undefined || !terminal.confirms || flags.note === '-') return ok(given);
    const line = await askLine(terminal, question);
    return line.ok && line.value === '' ? ok(undefined) : line;
  };
  const how = await ask(flags.how, { question: 'How it was learnt (Enter: not known): ', problem });
  if (!how.ok) return how;
  const when = await ask(flags.when, {
    question: 'When, as 2026-05-03, 2026-05 or 2026 (Enter: not known): ',
    problem: realDate,
  });
  if (!when.ok) return when;
  const by = await ask(flags.by, {
    question: 'Through whom, in words of yours; no name unless it may stand here (Enter: not said): ',
    problem,
  });
  if (!by.ok) return by;
  const note = { text: text.value, how: how.value, when: when.value, by: by.value };
  const wrong = noteProblem(note);
  return wrong === undefined ? ok(note) : refuse(stop(EXIT.inputRefused, PROBLEMS[wrong]));
}

async function wordsOf({ terminal }: CommandContext, given: string | true): Promise<Result<string, Stop>> {
  if (given !== true && given !== '-') return ok(given);
  if (terminal.confirms) return askedLines(terminal);
  if (given === true) {
    return refuse(
      stop(EXIT.usage, 'There is nobody to ask what was learnt. Give the words on the input: add --note -'),
    );
  }
  try {
    const bytes = await terminal.readInput(NOTE_TEXT_LIMIT * 4);
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof InputTooLong) return refuse(stop(EXIT.inputRefused, PROBLEMS['too-long']));
    if (error instanceof TypeError) return refuse(stop(EXIT.inputRefused, PROBLEMS['not-plain']));
    throw error;
  }
}

const problem = atMost(NOTE_FIELD_LIMIT);

/** Lines until an empty one: whoever writes down a call writes more than one. */
async function askedLines(terminal: CommandContext['terminal']): Promise<Result<string, Stop>> {
  const lines: string[] = [];
  for (;;) {
    const question = lines.length === 0 ? 'What was learnt (an empty line ends it): ' : '… ';
    const line = await terminal.ask(question);
    if (line === undefined) return refuse(calledOff());
    if (line.trim() === '') return ok(lines.join('\n'));
    lines.push(line);
  }
}

const PROBLEMS: Readonly<Record<NoteProblem, string>> = {
  'no-words': 'A note needs words: what was learnt. Nothing was stored.',
  'too-long': `What was learnt takes at most ${NOTE_TEXT_LIMIT.toLocaleString('en-US')} characters, and what is said of it 2,000. Put it into a file and add that. Nothing was stored.`,
  'not-plain': 'A note is plain text in UTF-8, without control characters. Nothing was stored.',
  'no-date': 'When it was learnt is no date. Write 2026-05-03, 2026-05 or 2026, or leave it out. Nothing was stored.',
};
