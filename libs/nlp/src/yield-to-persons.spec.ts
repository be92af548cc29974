import type { AnnotatedEntity } from '@warta/contracts';
import { annotate } from './annotate.ts';

async function entitiesOf(title: string, body: string): Promise<AnnotatedEntity[]> {
  return (await annotate({ title, body }, {})).entities;
}

test('a place inside the name of a person is no place', async () => {
  const entities = await entitiesOf(
    'Hotman Paris Datang ke Sidang',
    'Pengacara Hotman Paris Hutapea datang ke sidang di Jakarta. "Baik," kata Hotman Paris.',
  );
  expect(entities.map(({ name }) => name)).toEqual(['Hotman Paris Hutapea', 'Jakarta']);
  expect(entities[0]?.aliases).toEqual(['Hotman Paris', 'Hotman Paris Hutapea']);
});

test('a city that a title has straight behind a person is part of the name', async () => {
  const entities = await entitiesOf(
    'Hotman Paris Melamun Soal Kawin Cerai Hingga Lupa Anak',
    'Kali ini postingan Hotman pada Selasa diduga menyindir lawannya.',
  );
  expect(entities.map(({ name }) => name)).toEqual(['Hotman Paris']);
});

test('the first name of a person is no club', async () => {
  const entities = await entitiesOf(
    'Aktris tampil',
    'Aktris Chelsea Islan tampil di Jakarta kemarin. Chelsea senang.',
  );
  expect(entities.map(({ name }) => name)).toEqual(['Chelsea Islan', 'Jakarta']);
});

test('the last name of a player is no city, and is the city where the article goes there', async () => {
  const body = 'Petenis Naomi Osaka menang di Melbourne. Menurut Osaka, laga itu berat.';
  const player = await entitiesOf('Osaka Menang', body);
  expect(player.map(({ name }) => name)).toEqual(['Naomi Osaka', 'Melbourne']);
  expect(player[0]?.mentions).toHaveLength(3);
  const city = await entitiesOf('Petenis menang', `${body} Ia lalu pulang ke Osaka.`);
  expect(city.find(({ wikidata }) => wikidata === 'Q35765')?.linkedBy).toBe('alias');
});
