import { Id, Language, pageOf, PageQuery } from '@toonbank/primitives';
import * as z from 'zod';
import { chosen, exportChoice, ExportState, narrowsOnce, narrowsTwice } from './exports';

export const exportSchedulesPath = 'v1/export-schedules';

/** A day of each week (1 is Monday) or of each month (31 is its last day), at a whole hour. */
export const Rhythm = z
  .discriminatedUnion('every', [
    z.strictObject({
      every: z.literal('week'),
      day: z.int().min(1).max(7),
      hour: z.int().min(0).max(23),
    }),
    z.strictObject({
      every: z.literal('month'),
      day: z.int().min(1).max(31),
      hour: z.int().min(0).max(23),
    }),
  ])
  .meta({ id: 'Rhythm', description: 'Dutch time; a month that is shorter ends on its last day' });
export type Rhythm = z.infer<typeof Rhythm>;

const Address = z.email().max(254).toLowerCase();
const Recipients = z
  .array(Address)
  .min(1)
  .max(10)
  .refine((all) => new Set(all).size === all.length, 'must not hold an address twice');

export const CreateSchedule = z
  .strictObject({
    ...exportChoice,
    rhythm: Rhythm,
    recipients: Recipients.describe('Each gets a link of their own'),
    language: Language.default('nl').describe('Of the mail'),
  })
  .refine(narrowsOnce, narrowsTwice)
  .meta({ id: 'CreateSchedule' });
export type CreateSchedule = z.infer<typeof CreateSchedule>;

/** What is left out stays. */
export const ChangeSchedule = z
  .strictObject({
    rhythm: Rhythm.optional().describe('The next period begins where the last one ended'),
    recipients: Recipients.optional(),
    language: Language.optional(),
    paused: z.boolean().optional(),
  })
  .meta({ id: 'ChangeSchedule' });
export type ChangeSchedule = z.infer<typeof ChangeSchedule>;

/** What became of the mail to one address. */
export const ScheduleMail = z
  .object({
    to: z.string(),
    state: z.enum(['waiting', 'sent', 'given-up']),
    at: z.iso.datetime().describe('Sent or given up then; while it waits, tried next then'),
    trouble: z.string().nullable().describe('What the mail server said last: `SMTP 550`'),
    used: z.boolean().describe('The file was fetched with this link'),
  })
  .meta({ id: 'ScheduleMail' });
export type ScheduleMail = z.infer<typeof ScheduleMail>;

export const ScheduleRun = z
  .object({
    exportId: Id,
    dueAt: z.iso.datetime(),
    from: z.iso.date(),
    until: z.iso.date(),
    state: ExportState,
    mails: z.array(ScheduleMail),
  })
  .meta({ id: 'ScheduleRun' });
export type ScheduleRun = z.infer<typeof ScheduleRun>;

export const Schedule = z
  .object({
    id: Id,
    ...chosen,
    rhythm: Rhythm,
    recipients: z.array(z.string()),
    language: Language,
    paused: z.boolean(),
    nextAt: z.iso.datetime().describe('When it runs next, unless it is paused'),
    nextFrom: z.iso.date().describe('First day of that period; the last is the day before it runs'),
    createdAt: z.iso.datetime(),
    createdBy: z.string().nullable(),
    lastRun: ScheduleRun.nullable(),
  })
  .meta({ id: 'ExportSchedule' });
export type Schedule = z.infer<typeof Schedule>;

export const SchedulePage = pageOf(Schedule).meta({ id: 'ExportSchedulePage' });
export type SchedulePage = z.infer<typeof SchedulePage>;

export const ScheduleQuery = PageQuery.extend({
  environment: exportChoice.environment.default('production'),
});
export type ScheduleQuery = z.infer<typeof ScheduleQuery>;

export const ScheduleParams = z.strictObject({ scheduleId: Id });
export type ScheduleParams = z.infer<typeof ScheduleParams>;

export const ScheduleRunParams = z.strictObject({ scheduleId: Id, exportId: Id });
export type ScheduleRunParams = z.infer<typeof ScheduleRunParams>;

export const ScheduleRuns = z
  .object({ runs: z.array(ScheduleRun).describe('The last twelve, newest first') })
  .meta({ id: 'ScheduleRuns' });
export type ScheduleRuns = z.infer<typeof ScheduleRuns>;
