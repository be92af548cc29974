import type { AnnotatedEntity } from '@warta/contracts';
import { annotate } from './annotate.ts';

async function entityOf(body: string, alias: string): Promise<AnnotatedEntity | undefined> {
  const { entities } = await annotate({ title: 'berita hari ini', body }, {});
  return entities.find(({ aliases }) => aliases.includes(alias));
}

test('a town in another country is not the city of its name, in the whole article', async () => {
  const body = 'He moved to Paris, Texas last year with his family. The house in Paris was new.';
  const town = await entityOf(body, 'Paris');
  expect(town).toBeDefined();
  expect(town?.wikidata).toBeUndefined();
  expect(town?.place).toBeUndefined();
  const city = await entityOf(
    'Ia terbang ke Paris, Prancis, kemarin bersama keluarganya.',
    'Paris',
  );
  expect(city?.wikidata).toBe('Q90');
  const list = await entityOf('Ia pernah ke Paris, Jepang, dan Korea Selatan tahun lalu.', 'Paris');
  expect(list?.wikidata).toBe('Q90');
});

test('what has a governor is no country', async () => {
  const state = await entityOf('The Georgia governor signed the bill on Monday.', 'Georgia');
  expect(state).toBeDefined();
  expect(state?.wikidata).toBeUndefined();
});

test('beside "vs" a city is its club or nothing', async () => {
  const body = 'Laga Dortmund Vs Barcelona berlangsung kemarin.';
  expect((await entityOf(body, 'Barcelona'))?.wikidata).toBe('Q7156');
  const teams = await entityOf('Laga Indonesia vs Thailand berlangsung kemarin.', 'Thailand');
  expect(teams?.wikidata).toBe('Q869');
});

test('a place in half of a name is not that place', async () => {
  const quarter = await entityOf('Ia tinggal di Batu Muda di Kuala Lumpur, Malaysia.', 'Batu');
  expect(quarter).toBeUndefined();
  const { entities } = await annotate(
    { title: 'berita hari ini', body: 'Mahasiswa di Kansas Unhas berkumpul kemarin.' },
    {},
  );
  expect(entities.map(({ wikidata }) => wikidata)).not.toContain('Q1558');
});
