import * as z from 'zod';

/** One thing that is wrong with an input, at the place where it is wrong. */
export const ProblemIssue = z
  .object({ path: z.string(), message: z.string() })
  .meta({ id: 'ProblemIssue' });
export type ProblemIssue = z.infer<typeof ProblemIssue>;

/** RFC 9457, with a `code` that programs may rely on and a `detail` that says what to do. */
export const ProblemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.string(),
    detail: z.string(),
    path: z.string().optional(),
    issues: z.array(ProblemIssue).optional(),
    names: z
      .object({ host: z.string(), environment: z.string() })
      .optional()
      .describe('The webshop that the detail names, for sentences in other languages'),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type ProblemDocument = z.infer<typeof ProblemDocument>;
