import { delayBetween } from '../article/delay.ts';
import { formatIn } from './format.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const en = formatIn('en');
const id = formatIn('id');

describe('times', () => {
  it.each([
    ['2026-11-23T11:57:00Z', '3 minutes ago', '3 menit yang lalu'],
    ['2026-11-23T07:00:00Z', '5 hours ago', '5 jam yang lalu'],
    ['2026-11-20T12:00:00Z', '3 days ago', '3 hari yang lalu'],
    ['2026-11-23T13:00:00Z', 'in 1 hour', 'dalam 1 jam'],
  ])('of %s are told from now', (instant, english, indonesian) => {
    expect(en.ago(instant, now)).toBe(english);
    expect(id.ago(instant, now)).toBe(indonesian);
  });

  it('older than a week are days, and what is no time stays as it is', () => {
    expect(en.ago('2023-06-12T12:00:00Z', now)).toBe('12 Jun 2023');
    expect(en.day('soon')).toBe('soon');
    expect(en.ago('', now)).toBe('');
  });

  it('between two are told in the largest unit, and not when they are the other way round', () => {
    expect(delayBetween('2026-11-23T12:00:00Z', '2026-11-23T12:04:10Z', en)).toBe('4 minutes');
    expect(delayBetween('2026-11-20T12:00:00Z', '2026-11-23T12:00:00Z', id)).toBe('3 hari');
    expect(delayBetween('2026-11-23T12:00:00Z', '2026-11-23T12:00:00.5Z', en)).toBeUndefined();
    expect(delayBetween('2026-11-23T12:00:00Z', '2026-11-22T12:00:00Z', en)).toBeUndefined();
    expect(delayBetween('?', '2026-11-22T12:00:00Z', en)).toBeUndefined();
  });
});

describe('names of languages', () => {
  it('are in the language of the reader, and codes that have none stay', () => {
    expect(en.languageName('id')).toBe('Indonesian');
    expect(id.languageName('en')).toBe('Inggris');
    expect(en.languageName('a b')).toBe('a b');
    expect([en, id].map((format) => format.languageName('und'))).toEqual([
      'not known',
      'tidak diketahui',
    ]);
  });
});
