import { ingestReport, median, quantile, type Measured } from './ingest-report.ts';

const measured = (name: string, perSecond: number[]): Measured => ({
  name,
  articles: 2_000,
  perSecond,
  answersMs: [1, 2, 3, 40],
  cpuSeconds: 3,
  residentMiB: 120.4,
});

describe('the report of a benchmark', () => {
  it('sets the middle round beside both floors, not the best one', () => {
    const shown = ingestReport([
      {
        title: 'single pushes',
        ingestor: measured('Warta', [1_000, 9_000, 2_000]),
        answering: measured('answers only', [8_000]),
        producing: measured('produces only', [4_000]),
      },
    ]);
    expect(shown).toContain('floor that only answers: 0.25 of its articles/s');
    expect(shown).toContain('producer alone: 0.50');
    expect(shown).toMatch(/Warta +2,000 +3\.0 +40\.0 +1\.500 +120/);
  });

  it('takes of sorted values the one at that share, and the last at the end', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(3);
    expect(quantile([1, 2, 3, 4], 1)).toBe(4);
    expect(median([5, 1, 3])).toBe(3);
  });
});
