import { z } from 'zod';
import {
  advices,
  anything,
  contactInfo,
  earlyTypes,
  listOf,
  number,
  only,
  percent,
  prefixed,
  pubStatus,
  rightsInfo,
  text,
  texts,
  types,
  when,
} from './ninjs-schema-parts.ts';
import type { Fields } from './ninjs-schema-parts.ts';

/** ninjs 1.0 to 1.6: flat names, several bodies by the endings of their names. */
export function generation1(minor: number, isDraft: boolean): z.ZodType {
  const term = texts('name', 'rel', 'scheme', 'code');
  const contact = when(minor >= 5, { contactinfo: contactInfo('postalcode') });
  // In 1.0 to 1.2 a name began with a letter or digit.
  const name = minor >= 3 ? /^[a-zA-Z0-9_]/ : /^[a-zA-Z0-9]/;
  const rendition = only({
    ...texts('href', 'mimetype', 'title'),
    ...{ height: number, width: number, sizeinbytes: number },
    ...when(minor >= 2, { duration: number, format: text }),
  });
  const geometry: [RegExp, z.ZodType] = [/^geometry_[a-zA-Z0-9_]/, z.record(text, anything)];
  const place = prefixed({ ...term, ...contact }, [], minor >= 1 ? [geometry] : []);
  const symbols = texts('ticker', 'exchange', ...(minor >= 5 ? ['symbol', 'symboltype'] : []));
  const graded = when(minor >= 5, { creator: text, relevance: percent, confidence: percent });
  const fields: Fields = {
    ...texts('uri', 'mimetype', 'profile', 'version', 'versioncreated', 'embargoed', 'language'),
    ...texts('copyrightholder', 'copyrightnotice', 'byline', 'headline', 'located'),
    type: z.enum(minor >= 2 ? types : earlyTypes),
    representationtype: z.enum(['complete', 'incomplete']),
    pubstatus: pubStatus,
    person: listOf({ ...term, ...contact }),
    organisation: listOf({ ...term, ...contact, symbols: listOf(symbols) }),
    place: z.array(place),
    subject: listOf({ ...term, ...graded }),
    event: listOf(term),
    object: listOf(term),
    renditions: prefixed({}, [], [[name, rendition]]),
    associations: prefixed({}, [], [[name, z.lazy(() => item)]]),
    ...when(minor >= 1, { urgency: number, usageterms: text }),
    ...when(minor >= 2, {
      ...texts('firstcreated', 'ednote', 'slugline', 'title'),
      ...{ charcount: number, wordcount: number },
      infosource: listOf({ ...term, ...contact }),
    }),
    ...when(minor >= 3, {
      $standard: only(texts('name', 'version', 'schema')),
      altids: z.record(text, anything),
      genre: listOf(texts('name', 'scheme', 'code')),
      trustindicator: listOf(texts('scheme', 'code', 'title', 'href')),
    }),
    ...when(minor >= 4, {
      ...texts('contentcreated', 'expires'),
      rightsinfo: rightsInfo(true, 'langid', 'linkedrights', 'encodedrights'),
    }),
    ...when(minor >= 6, { digitalsourcetype: only(texts('name', 'uri', 'literal')) }),
    ...when(isDraft, { advices }),
  };
  const prefixes = ['description', 'body', ...(minor >= 3 ? ['headline'] : [])];
  const item: z.ZodType = prefixed(
    fields,
    ['uri'],
    prefixes.map((prefix) => [new RegExp(`^${prefix}_[a-zA-Z0-9_]`), text]),
  );
  return item;
}
