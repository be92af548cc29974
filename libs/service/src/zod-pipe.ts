import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { pointerToken } from '@warta/contracts';
import { z } from 'zod';
import { ProblemError } from './problem-error.ts';
import type { FieldProblem } from './problem-error.ts';

/** More bad fields than this help nobody and would let a small body ask for a huge answer. */
const FIELD_PROBLEMS_MAX = 100;

/**
 * Validates `@Body({ schema })`, `@Query({ schema })` and `@Param('name', { schema })` against
 * their zod schemas and hands on the parsed value.
 * @throws ProblemError 400 that names every bad field.
 */
export class ZodPipe implements PipeTransform {
  transform(value: unknown, { schema, type, data }: ArgumentMetadata): unknown {
    if (!(schema instanceof z.ZodType)) return value;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const errors = parsed.error.issues.flatMap((issue) => fieldProblems(issue, type, data));
    throw new ProblemError(400, detailOf[type] ?? detailOf.custom, {
      errors: errors.slice(0, FIELD_PROBLEMS_MAX),
    });
  }
}

const detailOf: Readonly<Record<ArgumentMetadata['type'], string>> = {
  body: 'The body has fields that are not accepted.',
  query: 'The query has parameters that are not accepted.',
  param: 'The address has parts that are not accepted.',
  custom: 'The request has parts that are not accepted.',
};

function fieldProblems(
  issue: z.core.$ZodIssue,
  type: ArgumentMetadata['type'],
  parameter: string | undefined,
): FieldProblem[] {
  const at = (path: readonly PropertyKey[]) => pointerOf(path, type, parameter);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: at([...issue.path, key]),
      detail: 'there is no such field',
    }));
  }
  return [{ pointer: at(issue.path), detail: issue.message }];
}

function pointerOf(
  path: readonly PropertyKey[],
  type: ArgumentMetadata['type'],
  parameter: string | undefined,
): string {
  if (type === 'param') return `{${parameter ?? path.map(String).join('.')}}`;
  if (type === 'query') return `?${parameter ?? path.map(String).join('.')}`;
  return path.map((key) => `/${pointerToken(key)}`).join('');
}
