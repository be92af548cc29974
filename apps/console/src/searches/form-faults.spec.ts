import { WartaError } from '@warta/client';
import { faultAt, faultsOf, hasStrays } from './form-faults.ts';

const refused = (errors: { pointer: string; detail: string }[], status = 400) =>
  new WartaError({ type: 'about:blank', title: 'Bad', status, errors });

describe('what the service refuses of a form', () => {
  const faults = faultsOf(
    refused([
      { pointer: '/name', detail: 'is too long' },
      { pointer: '/filters/lang/0', detail: 'is no language' },
      { pointer: '/filters/lang/1', detail: 'is none either' },
      { pointer: '/notify/webhooks/1/url', detail: 'must be an http or https URL' },
    ]),
  );

  it('stands at its field, everything about a list at the list', () => {
    expect(faultAt(faults, '/name')).toBe('is too long');
    expect(faultAt(faults, '/filters/lang')).toBe('is no language; is none either');
    expect(faultAt(faults, '/notify/webhooks/1/url')).toBe('must be an http or https URL');
    expect(faultAt(faults, '/notify/webhooks/0/url')).toBe('');
    expect(hasStrays(faults)).toBe(false);
  });

  it('is shown as a whole when it has no field', () => {
    expect(hasStrays(faultsOf(refused([{ pointer: '/days', detail: 'x' }])))).toBe(true);
    expect(hasStrays(faultsOf(refused([{ pointer: '/notify', detail: 'x' }])))).toBe(true);
  });

  it('is no other trouble', () => {
    expect(faultsOf(refused([{ pointer: '/name', detail: 'x' }], 503))).toEqual([]);
    expect(faultsOf(new Error('x'))).toEqual([]);
    expect(faultsOf(null)).toEqual([]);
  });
});
