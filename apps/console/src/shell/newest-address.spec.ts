import { NewestAddress } from './newest-address.ts';

describe('what a change of the address builds on', () => {
  it('is what was written last, while the router is on its way, and else what is shown', () => {
    const newest = new NewestAddress();
    expect(newest.searchAt('/searches/new').toString()).toBe('');
    expect(newest.searchAt('/searches/new?name=Ber').toString()).toBe('name=Ber');
    newest.write('/searches/new?name=Ber', 'name=Bera');
    expect(newest.searchAt('/searches/new?name=Ber').toString()).toBe('name=Bera');
    newest.write('/searches/new?name=Ber', 'name=Bera&days=7');
    expect(newest.searchAt('/searches/new?name=Ber').toString()).toBe('name=Bera&days=7');
    expect(newest.searchAt('/searches/new?name=Bera&days=7').toString()).toBe('name=Bera&days=7');
    expect(newest.searchAt('/').toString()).toBe('');
  });

  it('is not what was written from there before one came back', () => {
    const newest = new NewestAddress();
    newest.write('/?q=a', 'q=ab');
    newest.arrive('/?q=ab');
    newest.arrive('/?q=a');
    expect(newest.searchAt('/?q=a').toString()).toBe('q=a');
  });

  it('is what was written since the router came there, before that is painted', () => {
    const newest = new NewestAddress();
    newest.write('/?q=a', 'q=ab');
    newest.write('/?q=ab', 'q=abc');
    newest.arrive('/?q=ab');
    expect(newest.searchAt('/?q=ab').toString()).toBe('q=abc');
  });
});
