import { ProblemError } from '@warta/service';
import { Answers } from './answers.ts';
import type { RequestIdentity } from './answers.ts';
import { TakenMessages } from './taken-messages.ts';

describe('a signed message', () => {
  it('is not taken again when its answer is forgotten for those of large batches', async () => {
    const [answers, messages] = [new Answers(), new TakenMessages()];
    let taken = 0;
    const send = (key: string, body: string) => {
      const request: RequestIdentity = {
        ...{ callerId: 'feed:a', key, path: 'POST /', contentType: undefined, headers: {} },
        bytes: Buffer.from('{}'),
      };
      return answers.once(request, () =>
        messages.once(['feed:a', key], () => {
          taken += 1;
          return Promise.resolve({ status: 202, headers: {}, body });
        }),
      );
    };
    await send('first', '{}');
    for (let n = 0; n < 20; n += 1) await send(`batch-${n}`, 'x'.repeat(500_000));
    expect(taken).toBe(21);
    await expect(send('first', '{}')).rejects.toMatchObject({ status: 409 });
    expect(taken).toBe(21);
  });

  it('that could not be taken may come again', async () => {
    const messages = new TakenMessages();
    const busy = () => Promise.reject(new ProblemError(503, 'later'));
    await expect(messages.once(['a', '1'], busy)).rejects.toMatchObject({ status: 503 });
    expect(await messages.once(['a', '1'], () => Promise.resolve('taken'))).toBe('taken');
    expect(await messages.once(['b', '1'], () => Promise.resolve('another’s'))).toBe('another’s');
  });
});
