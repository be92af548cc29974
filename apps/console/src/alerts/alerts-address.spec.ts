import fc from 'fast-check';
import { alertsFromAddress, alertsToAddress } from './alerts-address.ts';

describe('the address of alerts', () => {
  it('holds which search they are of', () => {
    fc.assert(
      fc.property(fc.option(fc.uuid(), { nil: undefined }), (search) => {
        const written = alertsToAddress({ search }).toString();
        expect(alertsFromAddress(new URLSearchParams(written))).toEqual({ search });
      }),
    );
  });

  it('shows all when it names no search', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (search) => {
        const read = alertsFromAddress(new URLSearchParams({ search }));
        expect(alertsFromAddress(alertsToAddress(read))).toEqual(read);
      }),
    );
    expect(alertsFromAddress(new URLSearchParams('search=../keys')).search).toBeUndefined();
  });
});
