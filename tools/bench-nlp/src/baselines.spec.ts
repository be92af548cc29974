import { learnBaselines } from './baselines.ts';
import { findByCompromise } from './compromise-baseline.ts';
import type { ScoredType } from './entity-score.ts';

const marked = (text: string, names: [string, ScoredType][]) => ({
  text,
  names: names.map(([name, type]) => {
    const from = text.indexOf(name);
    return { type, from, to: from + name.length };
  }),
});
const texts = [
  marked('Kata Joko Widodo di Jakarta.', [
    ['Joko Widodo', 'PERSON'],
    ['Jakarta', 'LOCATION'],
  ]),
  marked('Kata Joko dan Bank Indonesia.', [
    ['Joko', 'PERSON'],
    ['Bank Indonesia', 'ORGANIZATION'],
  ]),
];
const read = (text: string, find: (text: string) => { type: string; from: number; to: number }[]) =>
  find(text).map(({ type, from, to }) => `${type} ${text.slice(from, to)}`);

describe('the baselines', () => {
  const [perceptron, gazetteer] = learnBaselines('two sentences', texts);

  it('by looking up find the longest name they have seen, and no other', () => {
    const find = gazetteer?.find ?? (() => []);
    expect(read('Joko Widodo ke Bank Indonesia, Bandung', find)).toEqual([
      'PERSON Joko Widodo',
      'ORGANIZATION Bank Indonesia',
    ]);
  });

  it('by learning find what they have learnt, and by its neighbours what they have not', () => {
    const find = perceptron?.find ?? (() => []);
    expect(read(texts[0]?.text ?? '', find)).toEqual(['PERSON Joko Widodo', 'LOCATION Jakarta']);
    expect(read('Kata Budi Santoso di Jakarta.', find)).toContain('LOCATION Jakarta');
  });

  it('are the same each time they learn', () => {
    const text = 'Kata Ani di Bandung dan Bank Mandiri Indonesia Joko.';
    const [again] = learnBaselines('two sentences', texts);
    expect(again?.find(text)).toEqual(perceptron?.find(text));
  });

  it('by compromise have no marks at the ends of names', () => {
    expect(read('Donald Trump met Theresa May in New York, said IBM.', findByCompromise)).toEqual([
      'PERSON Donald Trump',
      'PERSON Theresa May',
      'LOCATION New York',
      'ORGANIZATION IBM',
    ]);
  });
});
