import { scoreEntities, scoreOverlaps, spansOfTags } from './entity-score.ts';

const tags = (row: string) => row.split(' ');

describe('names in a row of tags, by seqeval’s default definition', () => {
  it.each([
    ['B- opens, I- of the same type goes on', 'B-PER I-PER O', [['PERSON', 0, 2]]],
    ['a second B- is a second name', 'B-PER B-PER', [['PERSON', 0, 1], ['PERSON', 1, 2]]], // prettier-ignore
    ['I- of another type is another name', 'B-PER I-LOC', [['PERSON', 0, 1], ['LOCATION', 1, 2]]], // prettier-ignore
    ['I- without its B- is a name all the same', 'O I-ORG I-ORG', [['ORGANIZATION', 1, 3]]],
    ['a name ends where the row ends', 'O B-LOC', [['LOCATION', 1, 2]]],
    ['O between parts them', 'B-ORG O I-ORG', [['ORGANIZATION', 0, 1], ['ORGANIZATION', 2, 3]]], // prettier-ignore
    ['MISC is no name of ours, and still ends one', 'B-LOC I-MISC I-LOC', [['LOCATION', 0, 1], ['LOCATION', 2, 3]]], // prettier-ignore
    ['CrossNER’s finer types', 'B-politician I-politician B-politicalparty', [['PERSON', 0, 2], ['ORGANIZATION', 2, 3]]], // prettier-ignore
    ['nothing in an empty row', 'O', []],
  ])('%s', (_, row, expected) => {
    const found = spansOfTags(tags(row)).map(({ type, from, to }) => [type, from, to]);
    expect(found).toEqual(expected);
  });
});

describe('strict entity F1', () => {
  const score = (marked: string[], found: string[]) =>
    scoreEntities(
      marked.map((row) => spansOfTags(tags(row))),
      found.map((row) => spansOfTags(tags(row))),
    );

  it('is worked over all names of all sequences, as by hand', () => {
    // Two rows, three marked names: one exact, one with a wrong start, one found whole; no more found.
    const { all, PERSON, LOCATION } = score(
      ['O O O B-ORG I-ORG I-ORG O', 'B-PER I-PER O B-LOC'],
      ['O O B-ORG I-ORG I-ORG I-ORG O', 'B-PER I-PER O B-LOC'],
    );
    expect(all).toMatchObject({ marked: 3, found: 3, right: 2 });
    expect(all.f1).toBeCloseTo(66.67, 2);
    expect(PERSON.f1).toBe(100);
    expect(LOCATION.f1).toBe(100);
  });

  it('gives nothing for the right words with the wrong type, and counts them on both sides', () => {
    const { PERSON, ORGANIZATION, all } = score(['B-PER I-PER'], ['B-ORG I-ORG']);
    expect(PERSON).toMatchObject({ marked: 1, found: 0, precision: 0, recall: 0, f1: 0 });
    expect(ORGANIZATION).toMatchObject({ marked: 0, found: 1, precision: 0, recall: 0, f1: 0 });
    expect(all.f1).toBe(0);
  });

  it('tells precision from recall', () => {
    const { all } = score(['B-PER O B-PER O'], ['B-PER O O O']);
    expect(all).toMatchObject({ precision: 100, recall: 50 });
    expect(all.f1).toBeCloseTo(66.67, 2);
  });

  it('is 0, not undefined, where nothing is marked or found', () => {
    expect(score(['O O'], ['O O']).all.f1).toBe(0);
  });

  it('needs a row for a row', () => {
    expect(() => scoreEntities([[]], [])).toThrow('As many sequences');
  });
});

it('by overlap one found name is right once, whatever it spans', () => {
  const { all } = scoreOverlaps(
    [spansOfTags(tags('B-PER O B-PER I-PER'))],
    [spansOfTags(tags('B-PER I-PER I-PER I-PER'))],
  );
  expect(all).toMatchObject({ marked: 2, found: 1, right: 1 });
});

test('400 random rows score as seqeval 1.2.2 scores them, to the last place that it prints', () => {
  let state = 7;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const all = tags('O O O B-PER I-PER B-ORG I-ORG B-LOC I-LOC');
  const draw = () => all[Math.floor(random() * all.length)] ?? 'O';
  const told = Array.from({ length: 400 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 15) }, draw),
  );
  const given = told.map((row) => row.map((tag) => (random() < 0.75 ? tag : draw())));
  const score = scoreEntities(told.map(spansOfTags), given.map(spansOfTags));
  const shown = Object.entries(score).map(([type, { precision, recall, f1, marked }]) => [
    type,
    ...[precision, recall, f1].map((share) => (share / 100).toFixed(6)),
    marked,
  ]);
  expect(shown).toEqual([
    ['PERSON', '0.716007', '0.709898', '0.712939', 586],
    ['ORGANIZATION', '0.743349', '0.781250', '0.761828', 608],
    ['LOCATION', '0.746403', '0.738434', '0.742397', 562],
    ['all', '0.735360', '0.743736', '0.739524', 1756],
  ]);
});
