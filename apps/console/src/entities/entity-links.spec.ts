import { articleFromAddress } from '../article/article-address.ts';
import { searchFromAddress } from '../search/search-address.ts';
import { articlesAddress, entityAddress, pairAddress, quoteAddress } from './entity-links.ts';
import { isSameName } from './entity-names.ts';

const id = '088ebfa3-9a70-5244-8b88-918394722916';

describe('links of entities', () => {
  it('lead to what the other page reads from its address', () => {
    const span = { from: '2026-11-01', to: undefined };
    const search = searchFromAddress(new URLSearchParams(articlesAddress(id, span).search));
    expect(search).toMatchObject({ entity: id, from: '2026-11-01' });
    const article = quoteAddress('a1', { start: 3, end: 9 });
    expect(article.pathname).toBe('/articles/a1');
    const { quote } = articleFromAddress(new URLSearchParams(article.search));
    expect(quote).toEqual({ start: 3, end: 9 });
  });

  it('keep the stretch of time, and say nothing of one there is not', () => {
    expect(entityAddress('x')).toEqual({ pathname: '/entities/x', search: '' });
    expect(pairAddress('x', 'y', { from: undefined, to: '2026-11-01' })).toEqual({
      pathname: '/entities/x/with/y',
      search: '?to=2026-11-01',
    });
  });

  it('hide a name that differs in nothing but its writing', () => {
    expect(isSameName('Pápua-Barat', 'papua barat')).toBe(true);
    expect(isSameName('Provinsi Jambi', 'jambi')).toBe(false);
  });
});
