import { ExportPlaces } from './export-places.ts';

describe('the places of exports', () => {
  it('are not all taken by one key, and come free again', async () => {
    const places = new ExportPlaces();
    const ends: (() => void)[] = [];
    const work = () => new Promise<void>((resolve) => ends.push(resolve));
    const greedy = [places.run('greedy', work), places.run('greedy', work)];
    await expect(places.run('greedy', work)).rejects.toMatchObject({ status: 503 });
    const honest = places.run('honest', work);
    expect(ends).toHaveLength(3);
    for (const end of ends) end();
    await Promise.all([...greedy, honest]);
    await expect(places.run('greedy', () => Promise.resolve())).resolves.toBeUndefined();
  });

  it('are given back by work that fails', async () => {
    const places = new ExportPlaces();
    const broken = () => Promise.reject(new Error('broken'));
    for (let n = 0; n < 6; n += 1) {
      await expect(places.run('one', broken)).rejects.toThrow('broken');
    }
  });
});
