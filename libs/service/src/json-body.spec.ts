import { parseJson } from './json-body.ts';
import { ProblemError } from './problem-error.ts';

function problemOf(bytes: Uint8Array): ProblemError {
  try {
    parseJson(bytes);
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('parsing a body', () => {
  it('reads JSON, and nothing as undefined', () => {
    expect(parseJson(Buffer.from('{"a":["ä",1]}'))).toEqual({ a: ['ä', 1] });
    expect(parseJson(Buffer.alloc(0))).toBeUndefined();
  });

  it('tells the sender where an ambiguous or hostile value is', () => {
    const problem = problemOf(Buffer.from('{"a/b":[{"x":1,"x":2}]}'));
    expect(problem).toMatchObject({
      status: 400,
      errors: [{ pointer: '/a~1b/0/x', detail: 'must not be given twice' }],
    });
  });

  it('says where JSON breaks, without control characters of the body', () => {
    const problem = problemOf(Buffer.from('{"a": \u001b[31m}'));
    expect(problem.message).toMatch(/not JSON/);
    expect(problem.message).not.toContain('\u001b');
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(problemOf(Uint8Array.of(0x22, 0xff, 0x22)).message).toMatch(/UTF-8/);
  });
});
