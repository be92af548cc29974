import { NotAcknowledgedError } from './errors.ts';
import { PublishCall } from './publish-call.ts';

const stored = (offset: bigint) => ({ topic: 't', partition: 0, offset });

describe('PublishCall', () => {
  it('resolves only when every record is confirmed, in the order asked', async () => {
    const call = new PublishCall(2, 1_000);
    call.confirm(1, stored(8n));
    expect(call.settled).toBe(false);
    call.confirm(0, stored(3n));
    expect(await call.done).toEqual([stored(3n), stored(8n)]);
    expect(call.settled).toBe(true);
  });

  it('says at the deadline how many are in doubt and why, and changes its mind never', async () => {
    const call = new PublishCall(2, 20);
    call.confirm(0, stored(1n));
    call.note(new Error('connection lost'));
    await expect(call.done).rejects.toThrow(/1 not confirmed within 20 ms/);
    await expect(call.done).rejects.toThrow(NotAcknowledgedError);
    call.confirm(1, stored(2n));
    await expect(call.done).rejects.toMatchObject({ cause: { message: 'connection lost' } });
  });
});
