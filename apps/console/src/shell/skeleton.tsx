import { useTexts } from '../texts/use-texts.ts';
import { shellTexts } from './shell-texts.ts';

interface Props {
  /** How many lines of text are on their way, about. */
  readonly lines?: number;
}

/** Stands where content will be, so that the page does not jump when it comes. */
export function Skeleton({ lines = 4 }: Props) {
  const texts = useTexts(shellTexts);
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{texts.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}
