import { formatIn } from '../texts/format.ts';
import { lengthOf } from './length-of.ts';

describe('a length of time', () => {
  it.each([
    [420, '0.4 seconds', '0,4 detik'],
    [59_900, '59.9 seconds', '59,9 detik'],
    [2_217_800, '37 minutes', '37 menit'],
    [9 * 3_600_000, '9 hours', '9 jam'],
  ])('of %s ms is told in the unit that people think in', (ms, english, indonesian) => {
    expect(lengthOf(ms, formatIn('en'))).toBe(english);
    expect(lengthOf(ms, formatIn('id'))).toBe(indonesian);
  });
});
