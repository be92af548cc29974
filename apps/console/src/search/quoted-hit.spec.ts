import type { ArticleHit } from '../api/answers.ts';
import { fragmentsBesideQuotes } from './quoted-hit.ts';

it('what a quote shows already is not shown again below it', () => {
  const highlights = { body: ['“<em>Gas</em> &amp; minyak,” kata Putin.', 'Harga <em>gas</em>.'] };
  const hit = { highlights } as unknown as ArticleHit;
  expect(fragmentsBesideQuotes(hit)).toEqual(highlights.body);
  const quote = {
    text: 'Gas & minyak,',
    highlight: '<em>Gas</em> &amp; minyak,',
    start: 1,
    end: 14,
  };
  const text = '“Gas & minyak,” kata Putin. ';
  const sentence = { field: 'body' as const, start: 0, end: text.length, text, marks: [] };
  expect(fragmentsBesideQuotes({ ...hit, quotes: [{ ...quote, sentence }] })).toEqual([
    'Harga <em>gas</em>.',
  ]);
});
