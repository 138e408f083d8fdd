import { expect, it } from 'vitest';
import { describeFailure, failureToError } from './failure.ts';

const content = 'what somebody said in confidence';

function caught(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

it('D16: of an error that can quote what was worked on, only its kind is told', () => {
  const parsing = caught(() => JSON.parse(`${content} is no JSON`));
  expect(String(parsing)).toContain('what some');
  expect(describeFailure(parsing)).toEqual({ message: 'SyntaxError' });
  expect(describeFailure(content)).toEqual({ message: 'unknown failure' });
});

it('D16: of an error of the system or of SQLite its code is told, also when it was the cause', () => {
  const full = Object.assign(new Error(`disk full at /home/${content}`), { code: 'ENOSPC' });
  expect(describeFailure(full)).toEqual({ message: 'ENOSPC', code: 'ENOSPC' });
  const wrapped = new Error('could not write', { cause: full });
  expect(describeFailure(wrapped)).toEqual({ message: 'ENOSPC', code: 'ENOSPC' });
  expect(failureToError('could not append', describeFailure(full))).toMatchObject({
    message: 'could not append: ENOSPC',
    code: 'ENOSPC',
  });
});

it('D16: of an error of our own its sentence is told', () => {
  expect(describeFailure(new Error('a blob row names no source'))).toEqual({ message: 'a blob row names no source' });
});
