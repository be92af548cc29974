import { Access } from '@warta/contracts';
import { hashKey } from '@warta/service';
import { makeKey, viewOf } from './access-key.ts';

const wanted = { name: 'CMS', scopes: ['articles:write' as const], feeds: ['a', 'a', 'b'] };

describe('a new key', () => {
  const { key, record } = makeKey(wanted, new Date('2026-11-23T08:00:00Z'));

  it('has its public id and 256 random bits in it', () => {
    expect(key).toMatch(new RegExp(`^wk_${record.keyId}_[A-Za-z0-9_-]{43}$`));
    expect(makeKey(wanted, new Date()).key).not.toBe(key);
  });

  it('leaves only its hash in the record, which keeps the contract', () => {
    expect(Access.schema.parse(record)).toEqual(record);
    expect(record.sha256).toBe(hashKey(key));
    expect(JSON.stringify(record)).not.toContain(key.split('_').slice(2).join('_'));
    expect(record.feeds).toEqual(['a', 'b']);
  });

  it('is shown without the hash', () => {
    expect(viewOf(record)).not.toHaveProperty('sha256');
    expect(viewOf(record)).toMatchObject({ keyId: record.keyId, name: 'CMS' });
  });
});
