import { z } from 'zod';

/** RFC 9457 problem details, with one entry per bad field. Media type application/problem+json. */
export const Problem = z
  .object({
    type: z.string().describe('about:blank, or a page that explains the problem.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional().describe('What to do about it.'),
    instance: z.string().optional().describe('The trace id of the request, to quote to support.'),
    errors: z
      .array(
        z.object({
          pointer: z.string(),
          detail: z.string(),
          column: z
            .int()
            .min(1)
            .optional()
            .describe('Of a text in a language of its own: the character at fault, from 1.'),
          expected: z.array(z.string()).optional().describe('What could stand there.'),
        }),
      )
      .optional()
      .describe(
        'Every bad field: RFC 6901 pointer into the body, `?name` of the query, `{name}` of the path.',
      ),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';
