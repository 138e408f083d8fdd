import type { Answers } from './desk.ts';
import { figuresAnswers } from './handlers/figures.ts';
import { intakeAnswers } from './handlers/intake.ts';
import { libraryAnswers } from './handlers/library.ts';
import { logAnswers } from './handlers/log.ts';
import { readingAnswers } from './handlers/reading.ts';
import { reviewingAnswers } from './handlers/reviewing.ts';
import { sessionAnswers } from './handlers/session.ts';
import { settingsAnswers } from './handlers/settings.ts';
import { todayAnswers } from './handlers/today.ts';

/** What answers each call. */
export const answers: Answers = {
  ...sessionAnswers,
  ...todayAnswers,
  ...libraryAnswers,
  ...readingAnswers,
  ...reviewingAnswers,
  ...figuresAnswers,
  ...logAnswers,
  ...settingsAnswers,
  ...intakeAnswers,
};
