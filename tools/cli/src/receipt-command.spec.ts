import type { ReceiptView } from '@warta/contracts';
import { stripVTControlCharacters } from 'node:util';
import { countsOf, linesOf, timesOf } from './receipt-command.ts';

const view = (parts: Partial<ReceiptView>): ReceiptView => ({
  articleId: '0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a001',
  feed: 'harian-contoh',
  kind: 'publish',
  state: 'indexed',
  explanation: 'It is in the index.',
  stages: [
    { stage: 'accepted', at: '2026-11-23T02:00:00.000Z', ms: 0 },
    { stage: 'in-kafka', at: '2026-11-23T02:00:00.012Z', ms: 12 },
  ],
  totalMs: 12,
  ...parts,
});

const shown = (one: ReceiptView) => linesOf(one).map(stripVTControlCharacters);

describe('what ./warta receipt shows', () => {
  it('is each stage with its milliseconds, and all of them together', () => {
    const lines = shown(view({}));
    expect(lines[0]).toBe('indexed  It is in the index.');
    expect(lines.slice(2)).toEqual([
      '  accepted               2026-11-23T02:00:00.000Z',
      '  in-kafka       +12 ms  2026-11-23T02:00:00.012Z',
      '  in all          12 ms',
    ]);
  });

  it('is why it failed and where to look, without a way to paint on the terminal', () => {
    const deadLetter = {
      topic: 'warta.article.submitted.v1',
      partition: 3,
      offset: '42',
      stage: 'handle' as const,
      reason: 'no-such-place',
      detail: 'There is \u001b[2J none.',
      attempts: 3,
      failedAt: '2026-11-23T02:00:09Z',
    };
    const lines = linesOf(view({ state: 'dead-lettered', deadLetter })).join('\n');
    expect(lines).toContain('no-such-place: There is  [2J none.');
    expect(lines).toContain('./warta deadletters show warta.article.submitted.v1/3/42');
  });
});

it('of many pushes ./warta push --wait tells what became of them, and how long those shown took', () => {
  const many = [900, 100, 300].map((totalMs) => view({ totalMs }));
  const views = [...many, view({ state: 'unchanged', totalMs: 5_000 })];
  expect(countsOf(views)).toBe('3 indexed, 1 unchanged');
  expect(timesOf(views)).toBe('half in 300 ms, all in 900 ms');
  expect(timesOf([view({})])).toBe('in 12 ms');
  expect(timesOf([view({ state: 'held' })])).toBeUndefined();
});
