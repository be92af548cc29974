import { stillOpen } from './still-open.ts';

it('what left the list is no longer chosen, also when it comes back', () => {
  const wanted = new Set(['a', 'b']);
  const kept = stillOpen(wanted, ['c', 'b']);
  expect([...kept]).toEqual(['b']);
  expect([...stillOpen(kept, ['a', 'b', 'c'])]).toEqual(['b']);
});

it('nothing changes while all of it is listed', () => {
  const wanted = new Set(['a', 'b']);
  expect(stillOpen(wanted, ['b', 'c', 'a', 'a'])).toBe(wanted);
});
