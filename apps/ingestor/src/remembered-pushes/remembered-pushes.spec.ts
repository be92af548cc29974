import { PushArticle } from '@warta/contracts';
import { submitArticle } from '../submissions/submit-article.ts';
import { RememberedPushes } from './remembered-pushes.ts';

const submission = { feed: 'f', receivedAt: new Date('2026-11-23T08:00:00Z'), submittedBy: 'k' };
const event = (push: Record<string, unknown>) =>
  submitArticle(PushArticle.parse({ id: '1', body: 'Teks.', ...push }), submission);

/** What the pushes, one after the other, come to. */
const outcomes = (...pushes: Record<string, unknown>[]) => {
  const remembered = new RememberedPushes();
  return pushes.map((push) => remembered.outcomeOf(event(push)));
};

describe('what a push came to', () => {
  it.each([
    ['the same again', {}, {}, 'unchanged'],
    ['another text', {}, { body: 'Baru.' }, 'corrected'],
    ['another title', {}, { title: 'Judul' }, 'corrected'],
    ['the same text under a higher version', { version: 1 }, { version: 2 }, 'unchanged'],
    ['another text under a lower version', { version: 2 }, { version: 1, body: 'B' }, 'unchanged'],
    [
      'another text that was updated earlier',
      { updatedAt: '2026-11-23T08:00:00Z' },
      { updatedAt: '2026-11-23T08:59:00+01:00', body: 'B' },
      'unchanged',
    ],
    ['another embargo', {}, { embargoUntil: '2030-01-01T00:00:00Z' }, 'corrected'],
    ['a lifted embargo', { embargoUntil: '2030-01-01T00:00:00Z' }, {}, 'corrected'],
    ['another URL', {}, { url: 'https://example.org/' }, 'corrected'],
    ['another article', {}, { id: '2' }, 'accepted'],
    ['a withheld version', {}, { status: 'withheld' }, 'withdrawn'],
    ['a canceled version', {}, { status: 'canceled' }, 'withdrawn'],
  ])('is, for %s, told', (_name, first, second, outcome) => {
    expect(outcomes(first, second)).toEqual(['accepted', outcome]);
  });

  it('is compared with the newest version, not with the last that came', () => {
    const [one, two] = [{ version: 1 }, { version: 2, body: 'Baru.' }];
    expect(outcomes(one, two, one, two)).toEqual([
      'accepted',
      'corrected',
      'unchanged',
      'unchanged',
    ]);
  });

  it('is not guessed after a withdrawal: what follows it is only accepted', () => {
    expect(outcomes({}, { status: 'canceled' }, {}, {})).toEqual([
      'accepted',
      'withdrawn',
      'accepted',
      'unchanged',
    ]);
  });
});
