import { formatIn } from '../texts/format.ts';
import { shownEnd, shownStart } from './shown-dates.ts';

const format = formatIn('en');
const midnight = new Date(2026, 9, 25).toISOString();
const noon = new Date(2026, 9, 25, 12, 30).toISOString();

describe('the dates of a search', () => {
  it('are days where they begin and end with one, the last one included', () => {
    expect(shownStart('2026-10-25', format)).toBe('25 Oct 2026');
    expect(shownStart(midnight, format)).toBe('25 Oct 2026');
    expect(shownEnd('2026-10-25', format)).toBe('24 Oct 2026');
    expect(shownEnd(midnight, format)).toBe('24 Oct 2026');
  });

  it('have their time where it matters', () => {
    expect(shownStart(noon, format)).toBe('25 Oct 2026, 12:30');
    expect(shownEnd(noon, format)).toBe('25 Oct 2026, 12:30');
  });
});
