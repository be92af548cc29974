import { annotate } from './annotate.ts';

test('a possessor and what it has are two names', async () => {
  const body = 'Germany’s Angela Merkel met Microsoft’s Bill Gates in Berlin on Monday.';
  const { entities } = await annotate({ body }, { declaredLanguage: 'en' });
  expect(entities.map(({ type, aliases }) => [type, ...aliases])).toEqual([
    ['LOCATION', 'Germany'],
    ['PERSON', 'Angela Merkel'],
    ['ORGANIZATION', 'Microsoft'],
    ['PERSON', 'Bill Gates'],
    ['LOCATION', 'Berlin'],
  ]);
});
