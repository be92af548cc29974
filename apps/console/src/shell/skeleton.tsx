import { useTexts } from '../texts/use-texts.ts';
import { shellTexts } from './shell-texts.ts';

interface Props {
  /** How many lines of text are on their way, about. */
  readonly lines?: number;
  /** Nothing was there yet, and nothing went wrong: a page may hold back what is below. */
  readonly isFirst?: boolean;
}

/** Stands where content will be, so that the page does not jump when it comes. */
export function Skeleton({ lines = 4, isFirst = false }: Props) {
  const texts = useTexts(shellTexts);
  return (
    <div className="skeleton" role="status" data-first={isFirst || undefined}>
      <span className="visually-hidden">{texts.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}
