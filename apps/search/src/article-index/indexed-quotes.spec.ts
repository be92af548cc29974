import { Annotation } from '@warta/contracts';
import { entity } from '../testing.ts';
import { INDEXED_QUOTES_MAX, indexedQuotes, QUOTE_ABOUT_MAX } from './indexed-quotes.ts';

const quote = (start: number, end: number, more: object = {}) => ({
  text: 'kata',
  field: 'body',
  start,
  end,
  cue: 'kata',
  direct: true,
  confidence: 1,
  ...more,
});

const at = (start: number, end: number, field = 'body') => ({
  mentions: [{ field: field as 'body', start, end }],
});

const annotation = (quotes: object[], entities: Annotation['entities'] = []) =>
  Annotation.parse({
    extractor: 'test',
    version: '1',
    language: 'id',
    entities,
    quotes,
    dates: [],
    flags: [],
  });

describe('the quotes that searches find', () => {
  it('know their speaker and who is named inside them', () => {
    const [inside, touching, across, inTitle, speaker] = [
      entity('Moskow', undefined, at(12, 18)),
      entity('Putin', undefined, at(25, 30)),
      entity('Rusia', undefined, at(28, 33)),
      entity('Korea', undefined, at(13, 18, 'title')),
      entity('Kim', undefined, at(32, 35)),
    ] as [Entity, Entity, Entity, Entity, Entity];
    const said = quote(10, 30, { speaker: 'Kim', speakerEntityId: speaker.id });
    const all = annotation([said], [touching, inside, across, inTitle, speaker]);
    expect(indexedQuotes(all, 'id')).toEqual([
      {
        text: { id: 'kata' },
        speaker: 'Kim',
        speakerId: speaker.id,
        aboutIds: [inside.id, touching.id],
        start: 10,
        end: 30,
      },
    ]);
  });

  it('are as many as Elasticsearch takes, with as many names, however many there are', () => {
    const names = Array.from({ length: 2_000 }, (_, n) => entity(`N${n}`, undefined, at(n, n + 1)));
    const many = annotation(
      Array.from({ length: 20_000 }, (_, n) => quote(n, n + 5_000)),
      names,
    );
    const indexed = indexedQuotes(many, 'other');
    expect(indexed).toHaveLength(INDEXED_QUOTES_MAX);
    expect(Math.max(...indexed.map(({ aboutIds }) => aboutIds.length))).toBe(QUOTE_ABOUT_MAX);
  });
});

type Entity = Annotation['entities'][number];
