import { dateBounds } from '../query-language/date-bounds.ts';
import type { QueryClock } from '../query-language/date-bounds.ts';
import { isNamedTime } from '../query-language/date-range.ts';
import type { NamedTime } from '../query-language/date-range.ts';
import { timeIn } from '../query-language/day-starts.ts';
import type {
  DateRange,
  NamedEntity,
  NearOperand,
  UnderstoodNode,
} from '../query-language/query-tree.ts';

/** How the parts of a query are told to a person, in one language. */
export interface QueryPhrasing {
  readonly or: string;
  readonly not: (what: string) => string;
  readonly word: (text: string) => string;
  readonly name: (text: string, as: string) => string;
  readonly phrase: (text: string) => string;
  readonly prefix: (text: string) => string;
  readonly near: (one: string, other: string, distance: number) => string;
  readonly title: (what: string) => string;
  readonly quote: (what: string) => string;
  readonly fields: Readonly<Record<NamedEntity['field'], string>>;
  readonly entity: (field: string, name: string, as: string) => string;
  readonly nobody: string;
  readonly as: (names: readonly string[], more: number) => string;
  readonly feed: (value: string) => string;
  readonly lang: (value: string) => string;
  readonly section: (value: string) => string;
  readonly date: (range: DateRange) => string;
  /** What a date comes to, as clocks in its time zone show it. */
  readonly between: (from: string | undefined, before: string | undefined, zone: string) => string;
  readonly either: (parts: readonly string[]) => string;
  readonly together: (parts: readonly string[]) => string;
}

/** Names that a sentence lists; the others are counted. */
const NAMES_SHOWN_MAX = 5;

const englishTimes: Readonly<Record<NamedTime, string>> = {
  today: 'today',
  yesterday: 'yesterday',
  thisweek: 'this week',
  thismonth: 'this month',
  thisyear: 'this year',
};

const indonesianTimes: Readonly<Record<NamedTime, string>> = {
  today: 'hari ini',
  yesterday: 'kemarin',
  thisweek: 'minggu ini',
  thismonth: 'bulan ini',
  thisyear: 'tahun ini',
};

function timeNamed(date: string | undefined, names: Readonly<Record<NamedTime, string>>) {
  return date !== undefined && isNamedTime(date) ? names[date] : date;
}

const english: QueryPhrasing = {
  or: ' or ',
  not: (what) => `not ${what}`,
  word: (text) => `the word “${text}” in any form`,
  name: (text, as) => `“${text}”, or the ${as}`,
  phrase: (text) => `“${text}” exactly as written`,
  prefix: (text) => `a word that begins with “${text}”`,
  near: (one, other, distance) => `${one} and ${other} with at most ${distance} words between`,
  title: (what) => `in the title: ${what}`,
  quote: (what) => `in a quote: ${what}`,
  fields: {
    person: 'the person',
    org: 'the organization',
    place: 'the place',
    event: 'the event',
    entity: 'the entity',
    speaker: 'a quote of',
  },
  entity: (field, name, as) => `${field} “${name}” (${as})`,
  nobody: 'in no article',
  as: (names, more) =>
    `entity under any name: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  feed: (value) => `from the feed ${value}`,
  lang: (value) => `in the language ${value}`,
  section: (value) => `in the section “${value}”`,
  date: ({ from, to, last }) => {
    const units = { h: 'hours', d: 'days', w: 'weeks', m: 'months', y: 'years' };
    if (last !== undefined) return `dated within the last ${last.count} ${units[last.unit]}`;
    const [first, end] = [from, to].map((date) => timeNamed(date, englishTimes));
    if (from === to) return `dated ${first}`;
    if (to === undefined) return `dated from ${first} on`;
    return from === undefined ? `dated up to ${end}` : `dated from ${first} to ${end}`;
  },
  between: (from, before, zone) => {
    if (before === undefined) return `from ${from} on, ${zone}`;
    return from === undefined
      ? `before ${before}, ${zone}`
      : `${from} to before ${before}, ${zone}`;
  },
  either: (parts) => `either ${parts.join(', or ')}`,
  together: (parts) => parts.join('; and '),
};

const indonesian: QueryPhrasing = {
  or: ' atau ',
  not: (what) => `bukan ${what}`,
  word: (text) => `kata “${text}” dalam bentuk apa pun`,
  name: (text, as) => `“${text}”, atau ${as}`,
  phrase: (text) => `“${text}” persis seperti tertulis`,
  prefix: (text) => `kata yang diawali “${text}”`,
  near: (one, other, distance) =>
    `${one} dan ${other} dengan paling banyak ${distance} kata di antaranya`,
  title: (what) => `dalam judul: ${what}`,
  quote: (what) => `dalam kutipan: ${what}`,
  fields: {
    person: 'orang',
    org: 'organisasi',
    place: 'tempat',
    event: 'peristiwa',
    entity: 'entitas',
    speaker: 'kutipan dari',
  },
  entity: (field, name, as) => `${field} “${name}” (${as})`,
  nobody: 'tidak ada di artikel mana pun',
  as: (names, more) =>
    `entitas dengan nama apa pun: ${names.join(', ')}${more > 0 ? ` dan ${more} lagi` : ''}`,
  feed: (value) => `dari sumber ${value}`,
  lang: (value) => `dalam bahasa ${value}`,
  section: (value) => `dalam rubrik “${value}”`,
  date: ({ from, to, last }) => {
    const units = { h: 'jam', d: 'hari', w: 'minggu', m: 'bulan', y: 'tahun' };
    if (last !== undefined) return `bertanggal dalam ${last.count} ${units[last.unit]} terakhir`;
    const [first, end] = [from, to].map((date) => timeNamed(date, indonesianTimes));
    if (from === to) return `bertanggal ${first}`;
    if (to === undefined) return `bertanggal sejak ${first}`;
    return from === undefined ? `bertanggal sampai ${end}` : `bertanggal ${first} sampai ${end}`;
  },
  between: (from, before, zone) => {
    if (before === undefined) return `sejak ${from}, ${zone}`;
    return from === undefined
      ? `sebelum ${before}, ${zone}`
      : `${from} sampai sebelum ${before}, ${zone}`;
  },
  either: (parts) => `salah satu dari ${parts.join(', atau ')}`,
  together: (parts) => parts.join('; dan '),
};

export const phrasings: Readonly<Record<'en' | 'id', QueryPhrasing>> = {
  en: english,
  id: indonesian,
};

/** A phrasing at a moment, in a time zone. */
export interface TimedPhrasing extends QueryPhrasing {
  readonly clock: QueryClock;
}

/** A part of a query in words. Groups inside of groups are bracketed, as people would. */
export function phraseQuery(node: UnderstoodNode, says: TimedPhrasing, isExcluded = false): string {
  const bracketed = (of: UnderstoodNode, isOut = isExcluded) => {
    const text = phraseQuery(of, says, isOut);
    return of.kind === 'and' || of.kind === 'or' ? `(${text})` : text;
  };
  switch (node.kind) {
    case 'and':
      return says.together(node.of.map((of) => bracketed(of)));
    case 'or':
      return says.either(node.of.map((of) => bracketed(of)));
    case 'not':
      return says.not(bracketed(node.of, !isExcluded));
    case 'title':
    case 'quote':
      return says[node.kind](bracketed(node.of));
    // What is excluded is excluded as it stands.
    case 'word':
      return isExcluded ? says.phrase(node.text) : says.word(node.text);
    case 'phrase':
    case 'prefix':
      return says[node.kind](node.text);
    case 'name':
      return says.name(node.text, namesOf(node, says));
    case 'near':
      return phraseNear(node, says);
    case 'entity':
      return says.entity(says.fields[node.field], node.name, namesOf(node, says));
    case 'feed':
    case 'lang':
    case 'section':
      return says[node.kind](node.value);
    case 'date':
      return phraseDate(node, says);
  }
}

/** As it was written, and which times that is. */
function phraseDate(range: DateRange, says: TimedPhrasing): string {
  const { timeZone } = says.clock;
  const { fromMs, beforeMs } = dateBounds(range, says.clock);
  const [from, before] = [fromMs, beforeMs].map((at) =>
    at === undefined ? undefined : timeIn(timeZone, at).text,
  );
  return `${says.date(range)} (${says.between(from, before, timeZone)})`;
}

function phraseNear(node: NearOperand, says: QueryPhrasing): string {
  switch (node.kind) {
    case 'phrase':
      return `“${node.text}”`;
    case 'or':
      return `(${node.of.map((of) => phraseNear(of, says)).join(says.or)})`;
    case 'near': {
      const [one = '', other = ''] = node.of.map((of) => phraseNear(of, says));
      return `(${says.near(one, other, node.distance)})`;
    }
  }
}

function namesOf(
  { entities }: Extract<UnderstoodNode, { kind: 'name' | 'entity' }>,
  says: QueryPhrasing,
): string {
  if (entities.length === 0) return says.nobody;
  const names = new Set(entities.flatMap(({ id, name, aliases }) => [name ?? id, ...aliases]));
  const shown = [...names].slice(0, NAMES_SHOWN_MAX);
  return says.as(shown, names.size - shown.length);
}
