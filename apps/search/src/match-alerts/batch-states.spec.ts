import { canceled, hidden, live } from '../testing.ts';
import { batchStates, isNews } from './batch-states.ts';

const HOUR_MS = 3_600_000;
const at = (ms: number) => ({ at: new Date(ms).toISOString(), partition: 0, offset: '1' });
const NOW = Date.parse('2026-11-23T08:00:00Z');

const only = (state: Parameters<typeof batchStates>[0][number]) => {
  const [article] = batchStates([state]).live;
  if (article === undefined) throw new Error('it is live');
  return article;
};

describe('the states of a batch', () => {
  it('show each article as it is last, and hide whatever was hidden on the way', () => {
    const article = live({ rev: 3 });
    const { articleId } = article;
    const withheld = { status: 'withheld' as const, withheldAt: article.arrival.at };
    const states = batchStates([{ ...article, rev: 1 }, hidden(articleId, 2, withheld), article]);
    expect(states.live.map(({ rev }) => rev)).toEqual([3]);
    expect(states.hidden).toEqual([{ articleId, feed: article.feed, rev: 2 }]);
    expect(batchStates([article, canceled(articleId, 4)]).live).toEqual([]);
  });

  it('belong to the group of the article that came first', () => {
    const lead = live();
    const duplicateOf = { articleId: lead.articleId, similarity: 1, kind: 'exact' as const };
    expect(only(live({ duplicateOf })).group).toBe(lead.articleId);
    expect(only(lead).group).toBe(lead.articleId);
  });

  it('are news from the end of an embargo on', () => {
    const embargoUntil = new Date(NOW + HOUR_MS).toISOString();
    expect(only(live({ arrival: at(NOW), embargoUntil })).newsAtMs).toBe(NOW + HOUR_MS);
    expect(only(live({ arrival: at(NOW) })).newsAtMs).toBe(NOW);
  });

  it('are no news when the content they had is published again later', () => {
    const arrival = at(NOW);
    const changedAt = new Date(NOW + 48 * HOUR_MS).toISOString();
    expect(isNews(only(live({ arrival, rev: 4, revision: 2, changedAt })))).toBe(false);
    // The first time it is published is news however long the enricher was down.
    expect(isNews(only(live({ arrival, rev: 2, revision: 2, changedAt })))).toBe(true);
    const soon = new Date(NOW + HOUR_MS).toISOString();
    expect(isNews(only(live({ arrival, rev: 4, revision: 2, changedAt: soon })))).toBe(true);
  });
});
