import { askAgain } from '../api/asked-again.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import { SearchHit } from '../search/search-hit.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { articleTexts } from './article-texts.ts';
import { useSimilar } from './use-article.ts';

/** Articles about the same; copies of this one are not among them. */
export function SimilarList({ id }: { readonly id: string }) {
  const texts = useTexts(articleTexts);
  const similar = useSimilar(id);
  if (similar.isPending) return <Skeleton lines={6} />;
  const problem =
    similar.error === null ? null : (
      <ProblemNotice error={similar.error} onRetry={askAgain(similar)} />
    );
  if (similar.data === undefined) return problem;
  return (
    <>
      {problem}
      {similar.data.data.length === 0 ? (
        <p className="quiet">{texts.noSimilar}</p>
      ) : (
        <ol className="hits hits-similar">
          {similar.data.data.map((hit) => (
            <li key={hit.id}>
              <SearchHit hit={hit} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
