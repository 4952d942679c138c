import type { ExportState } from '@toonbank/exports/contract';
import { Problem } from '@toonbank/platform/http';

/** Why something is not exported, each with what to do. Nothing is changed in any of them. */
export const exportProblems = {
  backwards: () =>
    Problem.unprocessable(
      'export-period-backwards',
      'The period ends before it begins.',
      'No such days exist, so there is nothing to export. Choose a last day that is not before the first.',
      'until',
    ),
  future: (today: string) =>
    Problem.unprocessable(
      'export-period-future',
      'The period ends in the future.',
      `What has not happened can't be exported. Choose ${today} as the last day, or an earlier one.`,
      'until',
    ),
  tooLong: (years: number) =>
    Problem.unprocessable(
      'export-period-too-long',
      'The period is too long for one export.',
      `One export holds at most ${years} years. Ask for several, one after the other.`,
      'until',
    ),
  noSandboxBills: () =>
    Problem.unprocessable(
      'export-bills-production',
      'There are no bills in the sandbox.',
      'Bills are about production only. Ask for them there.',
      'kind',
    ),
  billsPerMerchant: () =>
    Problem.unprocessable(
      'export-bills-per-merchant',
      'Bills belong to a merchant as a whole.',
      'They are not divided over shops and webshops. Choose the merchant, or all.',
      'kind',
    ),
  tooMany: (most: number) =>
    Problem.conflict(
      'export-too-many',
      'Too many exports wait already.',
      `At most ${most} of an agency are under way at once. Wait until one is done, or stop one.`,
    ),
  ended: (state: ExportState) =>
    Problem.conflict(
      'export-ended',
      'This export has ended, so it can’t be stopped.',
      `It is ${state}. Nothing was changed. Look at the export: it was faster, or somebody else was.`,
    ),
  notDone: (state: ExportState) =>
    Problem.conflict(
      'export-not-done',
      'This export has no file.',
      `It is ${state}; only one that is done can be fetched. Wait for it, or ask for a new one.`,
    ),
  removed: () =>
    Problem.conflict(
      'export-removed',
      'The file of this export was removed.',
      'Files are kept for 30 days. Ask for the same period again: it holds the same ids.',
    ),
  linkUnknown: () =>
    new Problem(
      404,
      'export-link-unknown',
      'This link opens no file.',
      'It was cut short or changed. Copy it whole, up to its last character, or ask for a new one.',
    ),
  linkLate: () =>
    Problem.conflict(
      'export-link-late',
      'This link has run out.',
      'The file was not sent. Ask who gave you the link for a new one, or make one in the portal.',
    ),
  linkUsed: () =>
    Problem.conflict(
      'export-link-used',
      'This link has been used.',
      'The file was fetched with it already; a link works once. Ask for a new one, or make one in the portal.',
    ),
  noMail: () =>
    Problem.conflict(
      'export-no-mail',
      'This installation sends no mail.',
      'A schedule would reach nobody. Ask who runs it to set a mail server, or export by hand.',
    ),
  tooManySchedules: (most: number) =>
    Problem.conflict(
      'export-too-many-schedules',
      'There are too many schedules.',
      `An agency keeps at most ${most}. Remove one that nobody needs any more.`,
    ),
} as const;
