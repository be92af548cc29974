import type { Mention } from '@warta/contracts';
import { sentencesWithBoth } from './sentences-with-both.ts';

const mentions = (text: string, name: string, field: Mention['field'] = 'body'): Mention[] =>
  [...text.matchAll(new RegExp(name, 'g'))].map(({ index: start }) => ({
    field,
    start,
    end: start + name.length,
  }));

describe('sentences that name both', () => {
  it('are cut so that their offsets print them, the title before the body', () => {
    const title = 'Kim temui Putin';
    const body = 'Kim tiba. \n\n Di Rusia, Kim bertemu Putin.  Putin senang.';
    const kim = [...mentions(title, 'Kim', 'title'), ...mentions(body, 'Kim')];
    const putin = [...mentions(title, 'Putin', 'title'), ...mentions(body, 'Putin')];
    const found = sentencesWithBoth({ title, body }, kim, putin);
    expect(found.map(({ text }) => text)).toEqual([title, 'Di Rusia, Kim bertemu Putin.']);
    for (const { text, field, start, end } of found) {
      expect({ title, body }[field].slice(start, end)).toBe(text);
    }
  });

  it('are three at most, and none where one is never named beside the other', () => {
    const body = 'Kim dan Putin. '.repeat(9);
    const [kim, putin] = [mentions(body, 'Kim'), mentions(body, 'Putin')];
    expect(sentencesWithBoth({ title: '', body }, kim, putin)).toHaveLength(3);
    expect(sentencesWithBoth({ title: '', body }, kim, [])).toEqual([]);
  });
});
