/** What the launcher says it was started as; a name that a shell would take apart is not repeated. */
const STARTED_AS = process.env['DAYBOOK_TYPED'] ?? '';

/**
 * The program as whoever reads a sentence must type it here: `./daybook` in its own folder, `daybook` where that finds it. Nothing but a name or a
 * path of plain characters is taken from the environment.
 */
export const DAYBOOK: string = /^[\p{L}\p{N}./_~-]{1,160}$/u.test(STARTED_AS) ? STARTED_AS : 'daybook';
