import { WartaError } from '@warta/client';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { correctionsTexts } from './corrections-texts.ts';

const FORBIDDEN = 403;
const CONTRADICTS = 409;

/** Why a correction was not taken: what the key lacks, or what it contradicts. */
export function CorrectionProblem({ error }: { readonly error: Error | null }) {
  const texts = useTexts(correctionsTexts);
  if (error === null) return null;
  if (error instanceof WartaError && error.status === FORBIDDEN) {
    return (
      <p className="notice notice-problem" role="alert">
        {texts.mayNot}
      </p>
    );
  }
  if (error instanceof WartaError && error.status === CONTRADICTS) {
    return (
      <p className="notice notice-problem" role="alert">
        {error.problem.detail ?? error.message}
      </p>
    );
  }
  return <ProblemNotice error={error} />;
}
