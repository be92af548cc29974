import { isFree } from './preflight.ts';

/** Below the range that systems hand out to clients, so that nobody takes them in between. */
const FIRST = 20_000;
const COUNT = 8_000;

/** So many ports that nobody listens on now, from a random place on. */
export async function freePorts(count: number): Promise<number[]> {
  const found: number[] = [];
  let candidate = FIRST + Math.floor(Math.random() * COUNT);
  while (found.length < count) {
    candidate += 1;
    if (await isFree(candidate)) found.push(candidate);
  }
  return found;
}
