import type { ItemAnswer, ItemsAnswer } from '@warta/contracts';
import { exitCodes } from './cli-error.ts';
import { exitCodeOf, type PushedPart, refusalLines, summaryOf } from './push-report.ts';

describe('what ./warta push says became of it', () => {
  const item = (outcome: 'accepted' | 'refused', detail = ''): ItemAnswer =>
    ({ pointer: '/0', outcome, ...(detail && { errors: [{ pointer: '/id', detail }] }) }) as never;
  const answered = (name: string, ...items: ItemAnswer[]): PushedPart => ({
    name,
    answer: { feed: 'f', format: 'rss', counts: {} as ItemsAnswer['counts'], items },
  });
  const refused = (name: string, refusal: string, exitCode: number = exitCodes.refused) => ({
    name,
    refusal,
    exitCode,
  });

  it('is summed up with the documents that could not be read at all', () => {
    expect(summaryOf([])).toBe('nothing pushed');
    const pushed = [answered('a', item('accepted'), item('refused')), refused('b', '422')];
    expect(summaryOf(pushed)).toBe('1 accepted, 2 refused');
  });

  it('is one line for all that were refused for the same reason', () => {
    const pictures = Array.from({ length: 20 }, (_, n) => refused(`${n}.png`, '415 of no format'));
    const more = [refused('a.csv', '415 another'), answered('b.xml', item('refused', 'is needed'))];
    expect(refusalLines([...pictures, ...more])).toEqual([
      '0.png, 1.png, 2.png and 17 more: 415 of no format',
      'a.csv: 415 another',
      'b.xml /0: /id is needed',
    ]);
  });

  it('ends with 4 when anything was refused, and as wrong usage when nothing else was done', () => {
    const usage = refused('a', 'say which feed it is of', exitCodes.usage);
    expect(exitCodeOf([answered('a', item('accepted'))])).toBe(exitCodes.ok);
    expect(exitCodeOf([answered('a', item('accepted'), item('refused'))])).toBe(exitCodes.refused);
    expect(exitCodeOf([usage, usage])).toBe(exitCodes.usage);
    expect(exitCodeOf([usage, answered('b', item('accepted'))])).toBe(exitCodes.refused);
  });
});
