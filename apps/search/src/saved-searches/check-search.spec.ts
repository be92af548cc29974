import { AllowList, Egress, ProblemError } from '@warta/service';
import { checkReceivers } from './check-search.ts';

const egress = new Egress({ schemes: ['https'], allow: AllowList.of('10.1.0.0/16') });
const refusals = (...urls: string[]) => {
  try {
    const notify = { webhooks: urls.map((url) => ({ url })), digest: 'none' as const };
    checkReceivers(egress, { notify });
    return [];
  } catch (error) {
    return error instanceof ProblemError ? (error.errors ?? []) : [error];
  }
};

describe('the receivers of a saved search', () => {
  it('are taken when only their names decide later whether they can be reached', () => {
    expect(refusals('https://hooks.example/a', 'https://10.1.2.3:8443/')).toEqual([]);
  });

  it('are refused by their places when nothing can ever be sent to them, or twice', () => {
    const pointers = refusals(
      'https://hooks.example/a',
      'http://hooks.example/',
      'https://u:p@hooks.example/',
      'https://169.254.169.254/latest',
      'https://hooks.example/a',
    );
    const any = expect.any(String);
    expect(pointers).toEqual([
      {
        pointer: '/notify/webhooks/1/url',
        detail: expect.stringContaining('WARTA_EGRESS_SCHEMES'),
      },
      { pointer: '/notify/webhooks/2/url', detail: any },
      { pointer: '/notify/webhooks/3/url', detail: any },
      { pointer: '/notify/webhooks/4/url', detail: 'is named twice' },
    ]);
  });
});
