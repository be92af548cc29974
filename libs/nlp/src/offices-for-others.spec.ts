import { annotate } from './annotate.ts';

/** The people of a text that have an office, as "name: office". */
async function offices(body: string): Promise<string[]> {
  const { entities } = await annotate({ body }, {});
  return entities.flatMap(({ name, role }) => (role ? [`${name}: ${role}`] : []));
}

test.each([
  ['Juru bicara Joko Widodo, Budi Santoso, datang ke Bogor.'],
  ['Kuasa hukum Joko Widodo, Budi Santoso, datang ke Bogor.'],
])('who speaks for somebody has the office, not that somebody: %s', async (body) => {
  const [role] = body.split(',');
  expect(await offices(body)).toEqual([`Budi Santoso: ${role}`]);
});

test.each([
  ['Pengacara Joko Widodo datang ke Bogor.'],
  ['Juru bicara Joko Widodo datang ke Bogor.'],
])('an office whose holder is not named is nobody’s: %s', async (body) => {
  expect(await offices(body)).toEqual([]);
});

test('with a body between, the office is that of the name behind it', async () => {
  expect(await offices('Juru bicara KPK Febri Diansyah datang ke Bogor.')).toEqual([
    'Febri Diansyah: Juru bicara KPK',
  ]);
});
