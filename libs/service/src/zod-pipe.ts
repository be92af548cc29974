import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { badFieldsOf, jsonPointer } from '@warta/contracts';
import { z } from 'zod';
import { ProblemError } from './problem-error.ts';

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
    return validated(schema, value, type, data);
  }
}

/**
 * What the pipe does, where a handler has to look at the value before it knows the schema.
 * @throws ProblemError 400
 */
export function validated<Value>(
  schema: z.ZodType<Value>,
  value: unknown,
  type: ArgumentMetadata['type'] = 'body',
  parameter?: string,
): Value {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = badFieldsOf(parsed.error)
    .slice(0, FIELD_PROBLEMS_MAX)
    .map(({ path, detail }) => ({ pointer: pointerOf(path, type, parameter), detail }));
  throw new ProblemError(400, detailOf[type] ?? detailOf.custom, { errors });
}

const detailOf: Readonly<Record<ArgumentMetadata['type'], string>> = {
  body: 'The body has fields that are not accepted.',
  query: 'The query has parameters that are not accepted.',
  param: 'The address has parts that are not accepted.',
  custom: 'The request has parts that are not accepted.',
};

function pointerOf(
  path: readonly PropertyKey[],
  type: ArgumentMetadata['type'],
  parameter: string | undefined,
): string {
  if (type === 'param') return `{${parameter ?? path.map(String).join('.')}}`;
  // One of several values of a parameter has no name of its own.
  if (type === 'query') return `?${parameter ?? String(path[0] ?? '')}`;
  return jsonPointer(path);
}
