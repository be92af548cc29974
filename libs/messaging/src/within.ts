import { TransientError } from './errors.ts';

/** The result, or a `TransientError` when it takes longer. The work itself is not stopped. */
export async function within<T>(ms: number, work: Promise<T>, what = 'a request'): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TransientError(`${what} took over ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
