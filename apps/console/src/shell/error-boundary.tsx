import { Component } from 'react';
import type { ReactNode } from 'react';
import { useRouteError } from 'react-router';
import { useTexts } from '../texts/use-texts.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { shellTexts } from './shell-texts.ts';

interface Props {
  readonly children: ReactNode;
}

/** Around the whole console: a fault of ours shows a page that says what to do, not an empty one. */
export class ErrorBoundary extends Component<Props, { error: Error | undefined }> {
  override state: { error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: asError(error) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error ? <BrokenPage error={error} /> : this.props.children;
  }
}

/** For the router: a page that could not be loaded, or that broke. The navigation stays. */
export function RouteErrorPage() {
  return <BrokenPage error={asError(useRouteError())} />;
}

function BrokenPage({ error }: { error: Error }) {
  const texts = useTexts(shellTexts);
  return (
    <div className="page page-narrow">
      <ProblemNotice error={error} />
      <button className="button" type="button" onClick={() => location.reload()}>
        {texts.reload}
      </button>
    </div>
  );
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));
