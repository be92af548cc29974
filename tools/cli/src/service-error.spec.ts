import { answerOf } from './service-error.ts';

describe('what a service refuses', () => {
  const refusalOf = (problem: object) =>
    answerOf(new Response(JSON.stringify(problem), { status: 400 })).catch(
      ({ message }: Error) => message,
    );

  it('is told with all its faults, each once', async () => {
    const detail = 'at column 3: expected ) for the ( at column 1';
    const one = { pointer: '?q', detail };
    const told = await refusalOf({
      title: 'Bad',
      detail: `The parameter q ${detail}.`,
      errors: [one],
    });
    expect(told).toBe(`400 Bad: The parameter q ${detail}.`);
    const several = [one, { pointer: '?size', detail: 'too small' }];
    expect(await refusalOf({ title: 'Bad', errors: several })).toBe(
      `400 Bad\n  ?q: ${detail}\n  ?size: too small`,
    );
  });

  it('is told with the place of each fault, also when two are the same or the sentence names one', async () => {
    const detail = 'must not be empty';
    const errors = ['/title', '/body'].map((pointer) => ({ pointer, detail }));
    expect(await refusalOf({ title: 'Bad', detail: `The title ${detail}.`, errors })).toBe(
      `400 Bad: The title ${detail}.\n  /title: ${detail}\n  /body: ${detail}`,
    );
  });
});
