import { FeedName } from '@warta/contracts';
import { isEmptyAt } from './date-bounds.ts';
import type { QueryClock } from './date-bounds.ts';
import { readDateRange } from './date-range.ts';
import { queryFaults } from './query-faults.ts';
import type { FaultTexts } from './query-faults.ts';
import type { FieldName } from './query-fields.ts';
import { NAME_LENGTH_MAX } from './query-limits.ts';
import type { QueryNode } from './query-tree.ts';

/** Fields that take a value; inside of the others is text. */
export type ValuedField = Exclude<FieldName, 'title' | 'quote'>;

/** Why a value is none of its field, and what could stand there. */
export interface RefusedValue {
  readonly says: FaultTexts;
  readonly expected: readonly string[];
}

const languageCode = /^[a-z]{2,3}$/u;

/** What one value of a field means. */
export function readFieldValue(
  name: ValuedField,
  value: string,
  clock?: QueryClock,
): QueryNode | RefusedValue {
  switch (name) {
    case 'feed': {
      const feed = FeedName.safeParse(value.toLowerCase());
      if (feed.success) return { kind: 'feed', value: feed.data };
      return { says: queryFaults.noFeed(), expected: ['a feed'] };
    }
    case 'lang': {
      const code = value.toLowerCase();
      if (languageCode.test(code)) return { kind: 'lang', value: code };
      return { says: queryFaults.noLanguage(), expected: ['a language'] };
    }
    case 'date': {
      const range = readDateRange(value);
      if ('en' in range) return { says: range, expected: ['a date'] };
      if (clock === undefined || !isEmptyAt(range, clock)) return range;
      return { says: queryFaults.emptyRange(value), expected: ['a date'] };
    }
    case 'section':
      return tooLong(value) ?? { kind: 'section', value };
    case 'person':
    case 'org':
    case 'place':
    case 'event':
    case 'entity':
    case 'speaker':
      return tooLong(value) ?? { kind: 'entity', field: name, name: value };
  }
}

function tooLong(name: string): RefusedValue | undefined {
  if (name.length <= NAME_LENGTH_MAX) return undefined;
  return { says: queryFaults.nameTooLong(NAME_LENGTH_MAX, name.length), expected: [] };
}
