import { Environment, Id, pageOf, PageQuery, Right, TaskKind } from '@toonbank/primitives';
import * as z from 'zod';

export const tasksPath = 'v1/tasks';
/** Below `v1/tasks`. */
export const colleaguesPath = 'colleagues';
/** Below `v1/tasks`. */
export const taskCountPath = 'count';

export const TaskBall = z.enum(['agency', 'merchant', 'bank', 'billink']);
export type TaskBall = z.infer<typeof TaskBall>;

/** Somebody of the agency who may take a task. */
export const Colleague = z.object({ id: Id, email: z.string() }).meta({ id: 'Colleague' });
export type Colleague = z.infer<typeof Colleague>;

export const Colleagues = z.object({ colleagues: z.array(Colleague) }).meta({ id: 'Colleagues' });
export type Colleagues = z.infer<typeof Colleagues>;

/** Something that waits on somebody. */
export const Task = z
  .object({
    id: Id,
    kind: TaskKind,
    subjectId: Id.describe('What it is about: an order, a refund'),
    merchantId: Id.nullable(),
    merchantName: z.string().nullable(),
    webshopId: Id.nullable(),
    host: z.string().nullable(),
    environment: Environment.nullable().describe('Null: it is about the agency as a whole'),
    on: TaskBall.describe('Who has the ball'),
    right: Right.describe('Who may do it'),
    since: z.iso.datetime(),
    dueAt: z.iso.datetime().describe('When it is late'),
    owner: Colleague.nullable().describe('Who took it'),
    facts: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
      .describe('What the words of this kind need; amounts in whole cents'),
  })
  .meta({ id: 'Task' });
export type Task = z.infer<typeof Task>;

export const TaskPage = pageOf(Task).meta({ id: 'TaskPage' });
export type TaskPage = z.infer<typeof TaskPage>;

/** The nearest clock first; of one clock the longest waiting. */
export const TaskQuery = z.strictObject({
  ...PageQuery.shape,
  environment: Environment.optional().describe(
    'Production when absent; what is about the agency as a whole is with production',
  ),
  merchantId: Id.optional(),
  kind: TaskKind.optional(),
  on: TaskBall.optional(),
  owner: z
    .union([z.enum(['me', 'nobody']), Id])
    .optional()
    .describe('`me`, `nobody`, or the id of a colleague'),
});
export type TaskQuery = z.infer<typeof TaskQuery>;

/** More than this are not counted. */
export const mostTasksCounted = 1_000;

export const TaskCount = z
  .object({
    asking: z
      .int()
      .min(0)
      .max(mostTasksCounted)
      .describe('What waits on the agency, or is late with somebody else; in production'),
  })
  .meta({ id: 'TaskCount' });
export type TaskCount = z.infer<typeof TaskCount>;

export const TaskParams = z.strictObject({ taskId: Id });
export type TaskParams = z.infer<typeof TaskParams>;

export const GiveTask = z
  .strictObject({ owner: Id.nullable().describe('A colleague; null: nobody has it') })
  .meta({ id: 'GiveTask' });
export type GiveTask = z.infer<typeof GiveTask>;
