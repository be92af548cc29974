import { RebuildProgress } from './rebuild-progress.ts';

function telling() {
  const said: string[] = [];
  let nowMs = 0;
  const progress = new RebuildProgress(
    (message) => said.push(message),
    () => nowMs,
  );
  const at = (seconds: number, read: number, left: number) => {
    nowMs = seconds * 1_000;
    progress.tell({ read, left });
    return said.at(-1);
  };
  return { said, at };
}

describe('the progress of a rebuild', () => {
  it('says how far it is, how fast it was, and how long it takes yet', () => {
    const { at } = telling();
    expect(at(0, 0, 400_000)).toBe('0 %: 0 of 400000 records read');
    expect(at(10, 20_000, 380_000)).toBe('5 %: 20000 of 400000 records read, 2000/s, 3 min to go');
    expect(at(190, 380_000, 20_000)).toMatch(/2000\/s, 10 s to go$/);
    expect(at(300, 400_000, 0)).toBe('100 %: 400000 of 400000 records read');
  });

  it('is told every few seconds, the end at once', () => {
    const { said, at } = telling();
    for (let second = 0; second <= 12; second += 1) at(second, second, 12 - second);
    expect(said.map((line) => line.slice(0, 4))).toEqual(['0 %:', '41 %', '83 %', '100 ']);
  });

  it('says once that everything there is was read', () => {
    const { said, at } = telling();
    for (const second of [0, 1, 2]) at(second, 7, 0);
    at(3, 8, 0);
    expect(said).toEqual(['100 %: 7 of 7 records read', '100 %: 8 of 8 records read']);
  });

  it('of nothing is all of it', () => {
    const { at } = telling();
    expect(at(0, 0, 0)).toBe('100 %: 0 of 0 records read');
  });
});
