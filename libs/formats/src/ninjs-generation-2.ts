import { z } from 'zod';
import {
  advices,
  contactInfo,
  geoJson,
  listOf,
  number,
  only,
  percent,
  pubStatus,
  rightsInfo,
  text,
  texts,
  types,
  when,
} from './ninjs-schema-parts.ts';
import type { Fields } from './ninjs-schema-parts.ts';

/** ninjs 2.0 to 2.2: everything that can be there twice is a list. */
export function generation2(minor: number, isDraft: boolean): z.ZodType {
  const term = texts('name', 'rel', 'uri', 'literal');
  const isSecond = minor >= 1;
  const contact = when(isSecond, { contactinfo: contactInfo('postalcode') });
  const symbols = texts('ticker', 'exchange', ...(isSecond ? ['symbol', 'symboltype'] : []));
  const graded = when(isSecond, { creator: text, relevance: percent, confidence: percent });
  const said = texts('role', 'contenttype', 'value');
  const size = { height: number, width: number, sizeinbytes: number, duration: number };
  const fields: Fields = {
    ...texts('uri', 'profile', 'version', 'firstcreated', 'versioncreated', 'contentcreated'),
    ...texts('embargoed', 'language', 'copyrightholder', 'copyrightnotice', 'usageterms', 'by'),
    ...texts('ednote', 'slugline', 'title', 'located'),
    standard: only(texts('name', 'version', 'schema')),
    type: z.enum(types),
    representationtype: z.enum(['full', 'partial']),
    pubstatus: pubStatus,
    urgency: number,
    people: listOf({ ...term, ...contact }),
    organisations: listOf({ ...term, ...contact, symbols: listOf(symbols) }),
    places: listOf({ ...term, ...contact, geojson: geoJson }),
    subjects: listOf({ ...term, ...graded }),
    events: listOf(term),
    objects: listOf(term),
    infosources: listOf({ ...texts('name', 'role', 'uri', 'literal'), ...contact }),
    genres: listOf(texts('name', 'uri', 'literal')),
    headlines: listOf(said, ['value']),
    descriptions: listOf(said, ['value']),
    bodies: listOf({ ...said, charcount: number, wordcount: number }, ['value']),
    renditions: listOf({ ...texts('name', 'href', 'contenttype', 'title', 'format'), ...size }, [
      'name',
    ]),
    altids: listOf(texts('role', 'value')),
    trustindicators: listOf(texts('role', 'title', 'href')),
    rightsinfo: rightsInfo(true, 'langid', 'linkedrights', 'encodedrights'),
    ...when(isSecond || isDraft, { expires: text }),
    ...when(minor >= 2, { digitalsourcetype: only(texts('name', 'uri', 'literal')) }),
    ...when(isDraft, { advices }),
  };
  // In 2.0 whatever has a name may be associated, and any item that is one by itself.
  const associated: z.ZodType = z.lazy(() =>
    isSecond
      ? only({ ...withAssociations, name: text }, ['name', 'uri'])
      : z.union([z.looseObject({ name: text }), item]),
  );
  const withAssociations: Fields = { ...fields, associations: z.array(associated) };
  const item = only(withAssociations, ['uri']);
  return item;
}
