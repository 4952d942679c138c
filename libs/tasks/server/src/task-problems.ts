import { Problem } from '@toonbank/platform/http';

/** Why a task is not handed over. Nothing is changed. */
export const taskProblems = {
  notAColleague: () =>
    Problem.unprocessable(
      'task-owner',
      'A task can be given to a colleague who works on tasks.',
      'This login is nobody of the agency who may take one. Choose somebody of the list of colleagues.',
      'owner',
    ),
};
