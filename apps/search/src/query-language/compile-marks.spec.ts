import { compileMarks } from './compile-marks.ts';
import type { FieldMarks } from './compile-marks.ts';
import { parseQuery } from './parse-query.ts';
import { understandQuery } from './understand-query.ts';

const korut = { id: 'Q423', name: 'Korea Utara', aliases: ['Korea Utara', 'DPRK'] };

async function marksOf(q: string, languages: Parameters<typeof compileMarks>[1] = ['id']) {
  const find = (names: readonly { name: string }[]) =>
    Promise.resolve(
      names.map(({ name }) => ({ entities: name === 'Korut' ? [korut] : [], isComplete: true })),
    );
  return compileMarks(await understandQuery({ find }, parseQuery(q)), languages);
}

const shouldOf = (marks: FieldMarks[], field: string) =>
  marks.find((one) => one.field === field)?.clause?.bool?.should;

describe('what is marked', () => {
  it('are all words of a query that may be there, each field asked for its own alone', async () => {
    const marks = await marksOf('harga (beras OR jagung) -impor feed:antara');
    expect(marks.map(({ field, matched }) => [field, matched])).toEqual([
      ['title.id', ['title.id']],
      ['body.id', ['body.id']],
    ]);
    expect(shouldOf(marks, 'body.id')).toEqual(
      ['harga', 'beras', 'jagung'].map((query) => ({
        match: { 'body.id': { query, operator: 'and' } },
      })),
    );
  });

  it('is what is excluded twice, which is found again', async () => {
    const words = async (q: string) =>
      ((shouldOf(await marksOf(q), 'body.id') ?? []) as { match: unknown }[]).map(
        ({ match }) => match,
      );
    const marked = (query: string) => ({ 'body.id': { query, operator: 'and' } });
    expect(await words('harga -(-beras)')).toEqual([marked('harga'), marked('beras')]);
    expect(await words('-(impor -beras)')).toEqual([marked('beras')]);
    expect(await words('harga -(-(-beras))')).toEqual([marked('harga')]);
  });

  it('is looked for as it stands where it was found so', async () => {
    const marks = await marksOf('banjir "rumah sakit"', ['id', 'other']);
    expect(marks.map(({ field, matched }) => [field, matched])).toEqual([
      ['title.id', ['title.id', 'title.id.exact']],
      ['body.id', ['body.id', 'body.id.exact']],
      ['title.other', ['title.other']],
      ['body.other', ['body.other']],
    ]);
    const [only] = await marksOf('korup*');
    expect(only?.matched).toEqual(['title.id.exact']);
  });

  it('are other names of an entity in articles about it only', async () => {
    const marks = await marksOf('Korut');
    expect(shouldOf(marks, 'body.id')).toEqual([
      { match: { 'body.id': { query: 'Korut', operator: 'and' } } },
      {
        bool: {
          must: [expect.objectContaining({ dis_max: expect.anything() })],
          filter: [{ terms: expect.objectContaining({ entityIds: ['Q423'] }) }],
        },
      },
    ]);
  });

  it('is nothing of the body for a title, and nothing for a quote or an entity', async () => {
    expect((await marksOf('title:banjir')).map(({ field }) => field)).toEqual(['title.id']);
    expect(await marksOf('quote:adil person:Korut -banjir')).toEqual([]);
  });
});
