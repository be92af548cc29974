import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.ts';
import { testSchema } from './testing.ts';
import type { TestSchema } from './testing.ts';
import { unnest } from './unnest.ts';

interface Row {
  id: number;
  text: string | undefined;
  words: string[];
  offsets: number[];
}

/** Every character that text can hold in Postgres, and often those that literals are made of. */
const someText = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\u0000', '').toWellFormed()),
  fc.string({
    unit: fc.constantFrom('"', '\\', '{', '}', ',', ' ', 'N', 'U', 'L', '\n', "'", '$'),
  }),
  fc.constant('NULL'),
);
const someRows = fc.array(
  fc.record({
    text: fc.option(someText, { nil: undefined }),
    words: fc.array(someText, { maxLength: 4 }),
    offsets: fc.array(fc.nat(2 ** 31 - 1), { maxLength: 4 }),
  }),
  { maxLength: 5 },
);

describe('rows as one parameter per column', () => {
  let schema: TestSchema;
  let dataSource: DataSource;
  beforeAll(async () => {
    schema = await testSchema();
    dataSource = createDataSource(schema.settings);
    await dataSource.initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await schema.drop();
  });

  it('arrive as they were sent: any text, absent values, arrays of any length', async () => {
    await fc.assert(
      fc.asyncProperty(someRows, async (made) => {
        const rows: Row[] = made.map((row, id) => ({ id, ...row }));
        const { sql, parameters } = unnest(rows, {
          id: ['bigint', (row) => row.id],
          text: ['text', (row) => row.text],
          words: ['text[]', (row) => row.words],
          offsets: ['integer[]', (row) => row.offsets],
        });
        const back = await dataSource.query(`select * from ${sql} order by id`, parameters);
        expect(back).toEqual(
          rows.map((row) => ({ ...row, id: String(row.id), text: row.text ?? null })),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('may follow other parameters of the statement', async () => {
    const { sql, parameters } = unnest([{ id: 7 }], { id: ['integer', ({ id }) => id] }, 2);
    const rows = await dataSource.query(`select id + $1::integer as sum from ${sql}`, [
      1,
      ...parameters,
    ]);
    expect(rows).toEqual([{ sum: 8 }]);
  });
});
