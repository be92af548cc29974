import { toProblem } from '../search-articles/search-problems.ts';

/** What a handler asked for, with errors as the caller is told them. */
export async function answerSearch<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw toProblem(error);
  }
}
