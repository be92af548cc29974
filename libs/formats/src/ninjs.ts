import type { z } from 'zod';
import type { FieldProblem, Item } from './draft.ts';
import type { Format, ReadingContext } from './format.ts';
import { ninjsBody } from './ninjs-body.ts';
import { ninjsExtras, saidBy } from './ninjs-extras.ts';
import { ninjsFields } from './ninjs-fields.ts';
import { ninjsSchema } from './ninjs-schema.ts';
import { ninjsVersions, toldVersions } from './ninjs-versions.ts';
import type { NinjsVersion } from './ninjs-versions.ts';
import { ninjsView } from './ninjs-view.ts';
import type { Members } from './ninjs-view.ts';
import { instantOf } from './instants.ts';
import { entriesOf, stringOf, wholeVersionOf } from './ninjs-members.ts';
import { readableDraft } from './readable-draft.ts';

/** More do not help the one who has to mend the document. */
const PROBLEMS_MAX = 20;
/** The versions have under 70, and names of bodies, headlines and descriptions are made up. */
const FIELDS_MAX = 500;
/** The richest item seen has 100. What is wrong in each of very many costs more than it tells. */
const OBJECTS_MAX = 20_000;

/** IPTC ninjs, generations 1 to 3: one JSON object is one item, held to its version's schema. */
export const ninjs: Format = {
  name: 'ninjs',
  title: 'IPTC ninjs 1.0–3.1',
  specification: 'https://iptc.org/standards/ninjs/',
  mediaTypes: ['application/vnd.iptc.ninjs+json'],
  recognises: (document) => document.kind === 'json' && isNinjs(document.value),
  read(document, context) {
    const value = document.kind === 'json' ? document.value : undefined;
    if (!isObject(value)) return [refusal([{ pointer: '', detail: 'must be an object' }])];
    return [readItem(value, context)];
  },
  fields: ninjsFields,
};

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Its required field, and not one by which another format with `uri` is told. */
function isNinjs(value: unknown): boolean {
  if (!isObject(value) || Object.hasOwn(value, 'specversion')) return false;
  if (Object.hasOwn(value, '@context')) return false;
  return typeof value['uri'] === 'string' || Object.hasOwn(value, '$standard');
}

const refusal = (problems: FieldProblem[]): Item => ({
  pointer: '',
  refusal: problems.slice(0, PROBLEMS_MAX),
});

/** What the version's schema has against the value; nothing when it is valid. */
export function ninjsProblems(value: unknown, version: NinjsVersion): FieldProblem[] {
  const problems = ninjsSchema(version).safeParse(value).error?.issues ?? [];
  return problems.flatMap((issue) => problemsOf(issue, version));
}

function problemsOf(issue: z.core.$ZodIssue, version: string): FieldProblem[] {
  const pointer = pointerOf(issue.path);
  if (issue.code !== 'unrecognized_keys') return [{ pointer, detail: issue.message }];
  return issue.keys.slice(0, PROBLEMS_MAX).map((key) => ({
    pointer: pointer + pointerOf([key]),
    detail: `is not a field of ninjs ${version}`,
  }));
}

const pointerOf = (path: readonly PropertyKey[]) =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function readItem(item: Members, context: ReadingContext): Item {
  if (Object.keys(item).length > FIELDS_MAX) {
    return refusal([{ pointer: '', detail: `must not have more than ${FIELDS_MAX} fields` }]);
  }
  if (objectsIn(item, OBJECTS_MAX) > OBJECTS_MAX) {
    return refusal([{ pointer: '', detail: `must not have more than ${OBJECTS_MAX} objects` }]);
  }
  const told = toldVersions(item);
  if (told === undefined) {
    const detail = `names a version of ninjs that is not known; known are ${ninjsVersions.join(', ')}`;
    const pointer = Object.hasOwn(item, '$standard') ? '/$standard' : '/standard';
    return refusal([{ pointer, detail }]);
  }
  const ofProvider = ({ detail }: FieldProblem) =>
    told.isExtended && detail.startsWith('is not a field');
  let first: FieldProblem[] | undefined;
  for (const version of told.versions) {
    const problems = ninjsProblems(item, version).filter((problem) => !ofProvider(problem));
    if (problems.length === 0) return { pointer: '', draft: draftOf(item, version, context) };
    first ??= problems;
    // With so many faults it is not of the next version either.
    if (problems.length > PROBLEMS_MAX) break;
  }
  return refusal(first ?? []);
}

/** With lists, but without outlines of places; counting ends a little after the limit. */
function objectsIn(value: unknown, max: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 1;
  for (const [name, inner] of Object.entries(value)) {
    if (name !== 'coordinates') count += objectsIn(inner, max - count);
    if (count > max) break;
  }
  return count;
}

function draftOf(item: Members, version: NinjsVersion, { timeZone, baseUrl }: ReadingContext) {
  const view = ninjsView(item, version);
  const instant = (name: string) => instantOf(stringOf(view, name), timeZone);
  const embargoUntil = instant('embargoed');
  // Not to be read when it ends is no leave to publish: kept back until a version says it better.
  const isUnclear = embargoUntil === undefined && stringOf(view, 'embargoed') !== undefined;
  const said = stringOf(view, 'pubstatus') as 'usable' | 'withheld' | 'canceled' | undefined;
  const { body, bodyHtml, isDescription } = ninjsBody(view);
  const headlines = entriesOf(view, 'headlines');
  const main = headlines.find((headline) => stringOf(headline, 'role') === 'main') ?? headlines[0];
  const draft = {
    id: stringOf(view, 'uri'),
    title: (main && saidBy(main)) ?? stringOf(view, 'title'),
    body,
    bodyHtml,
    publishedAt: instant('firstcreated') ?? instant('contentcreated') ?? instant('versioncreated'),
    updatedAt: instant('versioncreated'),
    version: wholeVersionOf(view),
    status: isUnclear && said !== 'canceled' ? 'withheld' : said,
    embargoUntil,
    language: stringOf(view, 'language'),
    byline: stringOf(view, 'by'),
    extras: ninjsExtras({ item, view, main, isDescription, instant }),
  };
  return readableDraft(draft, baseUrl);
}
