import type { Answers } from '../desk.ts';

export const intakeAnswers: Pick<Answers, 'intake-begin' | 'intake-end'> = {
  'intake-begin': (desk, ask) => desk.intakes.begin(desk, ask),
  'intake-end': ({ intakes }, { intake }) => intakes.end(intake),
};
