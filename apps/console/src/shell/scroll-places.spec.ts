import { ScrollPlaces } from './scroll-places.ts';

describe('places on pages', () => {
  it('are those of the entry of the history, also after a reload', () => {
    const places = new ScrollPlaces(null);
    places.remember('a', { url: '/?q=beras', top: 1_200, link: '/articles/1' });
    places.remember('b', { url: '/articles/1', top: 40 });
    const reloaded = new ScrollPlaces(String(places));
    expect(reloaded.of('a', '/?q=beras')).toEqual({
      url: '/?q=beras',
      top: 1_200,
      link: '/articles/1',
    });
    expect(reloaded.of('b', '/articles/1')?.top).toBe(40);
    expect(reloaded.of('c', '/')).toBeUndefined();
  });

  it('are none where the entry was another page', () => {
    const places = new ScrollPlaces(null);
    places.remember('default', { url: '/alerts', top: 500 });
    expect(places.of('default', '/')).toBeUndefined();
  });

  it('are forgotten the oldest first, one that was seen again last', () => {
    const places = new ScrollPlaces(null);
    for (let n = 0; n < 60; n += 1) places.remember(String(n), { url: '/', top: n });
    places.remember('0', { url: '/', top: 7 });
    places.remember('60', { url: '/', top: 60 });
    expect([places.of('0', '/')?.top, places.of('1', '/'), places.of('60', '/')?.top]).toEqual([
      7,
      undefined,
      60,
    ]);
  });

  it('are all forgotten with the session', () => {
    const places = new ScrollPlaces(null);
    places.remember('a', { url: '/?q=rahasia', top: 9 });
    places.forget();
    expect([places.of('a', '/?q=rahasia'), String(places)]).toEqual([undefined, '[]']);
  });

  it.each(['', '{', 'null', '{"a":1}', '[["a"],[1,{}],["b",{"url":"/","top":"1"}]]'])(
    'survive %s in the storage',
    (stored) => {
      expect(String(new ScrollPlaces(stored))).toBe('[]');
    },
  );
});
