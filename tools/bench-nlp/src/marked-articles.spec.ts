import type { MarkedSet } from './draw.ts';
import { readMarkedArticles } from './marked-articles.ts';
import { readRealArticles } from './real-articles.ts';
import { repairMojibake } from './repair-mojibake.ts';

const articles = readRealArticles();
if (!articles) {
  process.stderr.write('left out: marked articles, ../shared/data/articles-id is absent\n');
}

const sizes: [set: MarkedSet, size: number][] = [
  ['tune', 32],
  ['last', 32],
  ['train', 300],
];

(articles ? describe : describe.skip).each(sizes)('the marks of %s', (set, size) => {
  const marked = articles ? readMarkedArticles(set, articles) : [];

  it('are of as many articles as the draw deals, each on the text that was marked', () => {
    expect(marked).toHaveLength(size);
  });

  it('stand on whole words, in order, without overlaps', () => {
    for (const { article, mentions } of marked) {
      let last = { field: 'title', end: -1 };
      for (const { field, start, end } of mentions) {
        const printed = article[field].slice(start, end);
        expect(printed).toMatch(/^[\p{L}\p{N}@(].*[\p{L}\p{N}.!?)+]$|^[\p{L}\p{N}]$/u);
        if (field === last.field) expect(start).toBeGreaterThanOrEqual(last.end);
        last = { field, end };
      }
    }
  });

  it('name an entity for each mention and speaker', () => {
    for (const { entities, mentions, quotes } of marked) {
      for (const { entity } of mentions) expect(entities[entity]).toBeDefined();
      for (const { speaker } of quotes) {
        if (speaker !== undefined) expect(entities[speaker]).toBeDefined();
      }
    }
  });
});

describe('text that was read in the wrong encoding', () => {
  it.each([
    ['‚ÄúSaat', '“Saat'],
    ['Dell‚ÄôOrco', 'Dell’Orco'],
    ['√©', 'é'],
  ])('is put right: %s', (broken, right) => {
    expect(repairMojibake(broken)).toBe(right);
  });

  it('is left as it is where it was right', () => {
    expect(repairMojibake('“Keadilan” – café')).toBe('“Keadilan” – café');
  });
});
