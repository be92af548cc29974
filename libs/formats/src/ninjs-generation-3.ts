import { z } from 'zod';
import {
  contactInfo,
  geoJson,
  integer,
  listOf,
  newsTypes,
  number,
  only,
  percent,
  pubStatus,
  rightsInfo,
  text,
  texts,
  when,
  urgency,
} from './ninjs-schema-parts.ts';
import type { Fields } from './ninjs-schema-parts.ts';

const TRUNCATED_DATE =
  /^-?\d{4,9}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?)?)?$/;

const someDate = text.regex(TRUNCATED_DATE, 'must be a year, a month, a day or an instant');
const rule = only({
  frequency: z.enum(['secondly', 'minutely', 'hourly', 'daily', 'weekly', 'monthly', 'yearly']),
  ...{ interval: integer, count: integer, until: text },
});
const dates = only({
  ...texts('startDate', 'endDate', 'expectedDuration'),
  ...{ expectedStartDate: someDate, expectedEndDate: someDate },
  // The published schema asks for a list that is a string; a list of dates is what is meant.
  recurrence: only({ recurrenceRules: z.array(rule), recurrenceDates: z.array(someDate) }),
}).refine((value) => {
  const has = (name: string) => Object.hasOwn(value, name);
  return has('startDate') !== has('expectedStartDate') || has('endDate') !== has('expectedEndDate');
}, 'must have either startDate or expectedStartDate, or either endDate or expectedEndDate');
const contact = { contactInfo: contactInfo('postalCode') };
const term = texts('name', 'rel', 'uri', 'literal');
const said = texts('role', 'contentType', 'value');
const organisation = only({
  ...term,
  ...contact,
  symbols: listOf(texts('symbol', 'symbolType', 'exchange')),
});
const renditions = listOf(
  {
    ...texts('name', 'href', 'contentType', 'title', 'format', 'videoCodec', 'aspectRatio'),
    ...texts('bitrate', 'transportProtocol'),
    ...{ height: integer, width: integer, sizeInBytes: integer },
    ...{ duration: number, frameRate: number },
    scanType: z.enum(['progressive', 'interlaced']),
    poi: only({ x: integer, y: integer }),
  },
  ['name'],
);
const plannedCoverage = listOf({
  ...texts('uri', 'title', 'edNote', 'language'),
  ...{ type: newsTypes, pubStatus, urgency, wordCount: integer, dates, renditions },
  itemCount: only({ rangeFrom: integer, rangeTo: integer }),
  audiences: listOf({ audience: text, significance: integer }),
  exclAudience: z.array(text),
  commissioned: only({
    ...texts('by', 'on'),
    references: listOf(texts('name', 'value')),
  }),
});

/** ninjs 3.0 and 3.1: as generation 2 in camel case, with events and planned coverage. */
export function generation3(minor: number): z.ZodType {
  const fields: Fields = {
    ...texts('uri', 'profile', 'version', 'firstCreated', 'versionCreated', 'contentCreated'),
    ...texts('embargoedUntil', 'expires', 'language', 'copyrightHolder', 'copyrightNotice'),
    ...texts('usageTerms', 'by', 'edNote', 'slugline', 'title', 'located'),
    ...{ type: newsTypes, pubStatus, urgency, renditions, plannedCoverage },
    standard: only(texts('name', 'version', 'schema')),
    representationType: z.enum(['full', 'partial']),
    people: listOf({ ...term, ...contact }),
    organisations: z.array(organisation),
    places: listOf({ ...term, ...contact, geoJSON: geoJson }),
    subjects: listOf({ ...term, creator: text, relevance: percent, confidence: percent }),
    events: listOf({ ...term, id: text }),
    objects: listOf(term),
    infoSources: listOf({ ...texts('name', 'role', 'uri', 'literal'), ...contact }),
    genres: listOf(texts('name', 'uri', 'literal')),
    headlines: listOf(said, ['value']),
    descriptions: listOf(said, ['value']),
    bodies: listOf({ ...said, charCount: integer, wordCount: integer }, ['value']),
    altIds: listOf(texts('role', 'value')),
    trustIndicators: listOf(texts('role', 'title', 'href')),
    rightsInfo: rightsInfo(false, 'langId', 'linkedRights', 'encodedRights'),
    eventDetails: only({
      ...texts('eventStatus', 'plannedCoverageStatus'),
      ...{ organiser: organisation, dates },
    }),
    ...when(minor >= 1, { digitalSourceType: only(texts('name', 'uri', 'literal')) }),
  };
  const associated: z.ZodType = z.lazy(() =>
    only({ ...withAssociations, name: text, rel: text }, ['name', 'uri']),
  );
  const withAssociations: Fields = { ...fields, associations: z.array(associated) };
  return only(withAssociations, ['uri']);
}
