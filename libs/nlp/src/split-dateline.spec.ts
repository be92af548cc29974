import { annotate } from './annotate.ts';

async function names(body: string): Promise<string[]> {
  const article = { title: 'The news of today', body };
  const { entities } = await annotate(article, { declaredLanguage: 'en' });
  return entities.flatMap(({ type, aliases }) => aliases.map((alias) => `${type} ${alias}`));
}

test('a dateline is no part of the name after it', async () => {
  const found = await names('DARWIN - The Old Harbour Bridge in Darwin was closed on Monday.');
  expect(found).toContain('LOCATION Old Harbour Bridge');
  expect(found.filter((name) => name.includes(' - '))).toEqual([]);
});

test('the English tagger names people, bodies and places of today', async () => {
  const found = await names(
    'Apple and Microsoft shares fell, said Jane Doe of Goldman Sachs in New York.',
  );
  expect(found.sort()).toEqual([
    'LOCATION New York',
    'ORGANIZATION Apple',
    'ORGANIZATION Goldman Sachs',
    'ORGANIZATION Microsoft',
    'PERSON Jane Doe',
  ]);
});
