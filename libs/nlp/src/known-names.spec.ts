import fc from 'fast-check';
import { annotate } from './annotate.ts';
import { knownNames } from './known-names.ts';

test('every sure form of a known entity stands for the entity that annotations find', async () => {
  const { entities } = await annotate(
    { body: 'Pemerintah Korea Utara membantah tuduhan itu.' },
    { publishedAt: '2023-06-12T16:00:00+07:00' },
  );
  const found = entities.find(({ name }) => name === 'Korea Utara');
  const expected = [{ id: found?.id, type: 'LOCATION', name: 'Korea Utara' }];
  for (const name of ['Korut', 'korut', 'DPRK', 'North  Korea', 'KOREA UTARA']) {
    expect(knownNames(name)).toEqual(expected);
  }
});

test('a form that needs a text around it stands for nobody', () => {
  expect(knownNames('Wagner')).toEqual([]);
  expect(knownNames('Korea Selatan Baru')).toEqual([]);
});

test('any string is a name, at most of one entity of each type', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
      expect(knownNames(name).length).toBeLessThanOrEqual(4);
    }),
  );
});
