import type { AnnotatedEntity } from '@warta/contracts';
import { scoreLinks, sumLinkScores } from './score-links.ts';

const body = 'Jakarta Bogor Medan Pati';

/** Marked: Jakarta and Bogor with ids, Medan without one. Pati is no marked name. */
const marked: Parameters<typeof scoreLinks>[0] = {
  article: {
    id: '0',
    source: 'x',
    desk: 'politics',
    title: '',
    body,
    publishedAt: '2019-09-06T12:00:00+07:00',
    holes: 0,
  },
  entities: [
    { type: 'LOCATION', wikidata: 'Q3630' },
    { type: 'LOCATION', wikidata: 'Q10393' },
    { type: 'LOCATION' },
  ],
  mentions: ['Jakarta', 'Bogor', 'Medan'].map((name, entity) => ({
    field: 'body',
    start: body.indexOf(name),
    end: body.indexOf(name) + name.length,
    type: 'LOCATION',
    entity,
  })),
};

const linked = (name: string, wikidata?: string): AnnotatedEntity => ({
  id: '6f1f5a3e-8c5c-5b5e-9a51-000000000001',
  type: 'LOCATION',
  name,
  aliases: [name],
  salience: 'main',
  mentions: [{ field: 'body', start: body.indexOf(name), end: body.indexOf(name) + name.length }],
  ...(wikidata && { wikidata }),
});

const score = (...entities: AnnotatedEntity[]) => scoreLinks(marked, { entities });

describe('the score of links', () => {
  test('counts what is linked rightly among the marks that have an id', () => {
    expect(score(linked('Jakarta', 'Q3630'), linked('Bogor'))).toEqual({
      marked: 2,
      right: 1,
      wrong: 0,
      unjudged: 0,
      unmarked: 0,
      misses: [{ name: 'Bogor', marked: 'Q10393' }],
    });
  });

  test('counts a wrong link as wrong, not as none', () => {
    expect(score(linked('Bogor', 'Q1'))).toMatchObject({
      right: 0,
      wrong: 1,
      misses: [
        { name: 'Jakarta', marked: 'Q3630' },
        { name: 'Bogor', marked: 'Q10393', linked: 'Q1' },
      ],
    });
  });

  test('does not let a right link on one mention hide a wrong one on another', () => {
    expect(score(linked('Jakarta', 'Q3630'), linked('Jakarta', 'Q2'))).toMatchObject({
      right: 0,
      wrong: 1,
    });
  });

  test('tells links that no mark can judge from links on what is no name', () => {
    expect(score(linked('Medan', 'Q5972'), linked('Pati', 'Q3'))).toMatchObject({
      unjudged: 1,
      unmarked: 1,
      wrong: 0,
    });
  });

  test('adds up over articles', () => {
    const sum = sumLinkScores([score(linked('Jakarta', 'Q3630')), score(linked('Bogor', 'Q1'))]);
    expect(sum).toMatchObject({ marked: 4, right: 1, wrong: 1 });
    expect(sum.misses).toHaveLength(3);
  });
});
