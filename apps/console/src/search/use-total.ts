import type { SearchAnswer } from '../api/answers.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { searchTexts } from './search-texts.ts';

/** How many there are, in words that do not claim more than is known. */
export function useTotal(answer: SearchAnswer | undefined): string {
  const texts = useTexts(searchTexts);
  const format = useFormat();
  if (answer === undefined) return '';
  const { total, groups } = answer;
  const found = texts.found(format.number(total.value), total.relation === 'eq');
  if (groups === undefined || groups.value >= total.value) return found;
  const once = texts.foundOnce(format.number(groups.value), groups.relation === 'eq');
  return `${found}, ${once}`;
}
