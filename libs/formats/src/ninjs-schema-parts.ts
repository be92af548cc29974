import { z } from 'zod';
import { isGeoJson } from './geo-json.ts';

export type Fields = Record<string, z.ZodType>;

export const text = z.string();
export const number = z.number();
/** NOTE: not z.int(): the schemas take a whole number of any size. */
export const integer = z.number().refine(Number.isInteger, 'must be a whole number');
export const percent = integer.refine((value) => value >= 0 && value <= 100, 'must be 0 to 100');
export const urgency = integer.refine((value) => value >= 1 && value <= 9, 'must be 1 to 9');
export const pubStatus = z.enum(['usable', 'withheld', 'canceled']);
export const earlyTypes = ['text', 'audio', 'video', 'picture', 'graphic', 'composite'] as const;
export const types = [...earlyTypes, 'component'] as const;
export const newsTypes = z.enum([...types, 'event', 'planning']);
export const geoJson = z.unknown().refine(isGeoJson, 'must be GeoJSON (RFC 7946)');

/** No other fields than these; all may be absent but the required. */
export const only = (fields: Fields, required: readonly string[] = []) =>
  z.strictObject(optional(fields, required));
export const listOf = (fields: Fields, required: readonly string[] = []) =>
  z.array(only(fields, required));
export const when = (holds: boolean, fields: Fields): Fields => (holds ? fields : {});
export const texts = (...names: string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, text]));

const optional = (fields: Fields, required: readonly string[]): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, schema]) => [
      name,
      required.includes(name) ? schema : schema.optional(),
    ]),
  );

/** Exactly one of the two fields is there. */
const oneOf = (schema: z.ZodType, first: string, second: string) =>
  schema.refine((value) => {
    const names = Object.keys(value as object);
    return names.includes(first) !== names.includes(second);
  }, `must have either ${first} or ${second}, and not both`);

/**
 * Fields by name and by the beginning of their name. The published patterns are not anchored at the
 * end: one good character after the prefix lets any others follow.
 */
export function prefixed(
  fields: Fields,
  required: readonly string[],
  patterns: [RegExp, z.ZodType][],
) {
  const patternOf = (name: string) => patterns.find(([pattern]) => pattern.test(name))?.[1];
  return z
    .object(optional(fields, required))
    .catchall(z.unknown())
    .superRefine((value, context) => {
      for (const [name, member] of Object.entries(value)) {
        if (Object.hasOwn(fields, name)) continue;
        const schema = patternOf(name);
        if (schema === undefined) {
          context.addIssue({ code: 'unrecognized_keys', keys: [name], input: value });
          continue;
        }
        for (const issue of schema.safeParse(member).error?.issues ?? []) {
          context.addIssue({ ...issue, path: [name, ...issue.path] } as never);
        }
      }
    });
}

export const anything = z.unknown();
export const contactInfo = (postalCode: string) =>
  z.array(
    oneOf(
      only({
        ...texts('type', 'role', 'lang', 'name', 'value'),
        address: only({
          lines: z.array(text),
          ...texts('locality', 'area', postalCode, 'country'),
        }),
      }),
      'value',
      'address',
    ),
  );
export const rightsInfo = (open: boolean, langid: string, linked: string, encoded: string) => {
  const fields = optional(texts(langid, linked, encoded), []);
  return oneOf(open ? z.looseObject(fields) : z.strictObject(fields), linked, encoded);
};
const advice = texts('code', 'scheme');
export const advices = listOf({
  role: z.literal('publish'),
  environments: z.array(z.looseObject(optional(advice, []))),
  importance: only(advice),
  lifetime: only(advice),
});
