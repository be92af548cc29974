import { searchFromAddress } from './search-address.ts';
import { withEntity, withWord } from './narrowed-search.ts';

describe('a word that stands out', () => {
  it.each([
    ['', 'bulog'],
    ['  beras ', 'bulog beras'],
    ['beras OR jagung', 'bulog (beras OR jagung)'],
    ['beras ATAU jagung', 'bulog (beras ATAU jagung)'],
    ['"harga beras" feed:rri', 'bulog "harga beras" feed:rri'],
    ['“harga beras', 'bulog “harga beras'],
    ['jagung OR "harga beras', 'bulog (jagung OR "harga beras")'],
  ])('narrows %j, whatever was typed', (typed, narrowed) => {
    expect(withWord(typed, 'bulog')).toBe(narrowed);
  });
});

describe('a name that stands out', () => {
  const bulog = { id: 'b', name: 'Perum "Bulog"', type: 'ORGANIZATION' } as const;
  const search = (address: string) => searchFromAddress(new URLSearchParams(address));
  const QID = 'Q56226';

  it('narrows by its id, beside the one that is there already', () => {
    expect(withEntity(search('q=beras'), bulog)).toEqual({ entity: 'b' });
    const { filters } = withEntity(search(`entity=${QID}`), bulog);
    expect(filters?.organization).toEqual(['b']);
  });

  it('narrows by its name where an id more would be an alternative', () => {
    const state = search(`q=beras&entity=${QID}&organization=c`);
    expect(withEntity(state, bulog)).toEqual({ q: '"Perum  Bulog " beras' });
    expect(withEntity(search(`entity=${QID}`), { ...bulog, type: 'EVENT' }).q).toContain('Bulog');
  });
});
