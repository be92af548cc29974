import { useId, useState } from 'react';
import type { SubmitEvent } from 'react';
import { WartaError } from '@warta/client';
import { usePageTitle } from './page-title.ts';
import { usePreferences } from '../session/preferences.ts';
import type { Language } from '../session/preferences.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { shellTexts } from './shell-texts.ts';
import { useTexts } from '../texts/use-texts.ts';
import { clientWith, signIn, useSession } from '../session/session.ts';

/**
 * Shown in the place of any page while there is no key, so that a deep link leads where it should
 * once the key is there.
 */
export function SignInPage() {
  const texts = useTexts(shellTexts);
  const { hasEnded } = useSession();
  const { language } = usePreferences();
  const { isChecking, error, check } = useKeyCheck(language);
  const [staySignedIn, setStaySignedIn] = useState(false);
  const ids = { field: useId(), hint: useId(), error: useId() };
  usePageTitle(texts.signIn);
  const refusal = refusalOf(error, texts) ?? (hasEnded ? texts.sessionEnded : undefined);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const key = new FormData(event.currentTarget).get('key');
    if (typeof key === 'string' && !isChecking) void check(key.trim(), staySignedIn);
  };
  return (
    <div className="page sign-in">
      <form className="card" onSubmit={submit} noValidate>
        <h1>{texts.signIn}</h1>
        <p>{texts.signInIntro}</p>
        <label className="label" htmlFor={ids.field}>
          {texts.apiKey}
        </label>
        <input
          id={ids.field}
          className="field"
          name="key"
          type="password"
          autoComplete="current-password"
          spellCheck={false}
          aria-describedby={`${ids.hint} ${ids.error}`}
          aria-invalid={refusal !== undefined}
          required
        />
        <p id={ids.hint} className="quiet">
          {texts.apiKeyHint}
        </p>
        <p id={ids.error} className="field-error" role="alert">
          {refusal}
        </p>
        <label className="choice">
          <input
            type="checkbox"
            checked={staySignedIn}
            onChange={(event) => setStaySignedIn(event.target.checked)}
          />
          <span>
            {texts.staySignedIn}
            <small className="quiet">{texts.staySignedInHint}</small>
          </span>
        </label>
        <button className="button button-main" type="submit" aria-disabled={isChecking}>
          {isChecking ? texts.checking : texts.signIn}
        </button>
      </form>
      {error instanceof Error && refusalOf(error, texts) === undefined ? (
        <ProblemNotice error={error} />
      ) : null}
    </div>
  );
}

/** A key counts when the smallest of searches is answered with it. */
function useKeyCheck(language: Language) {
  const [isChecking, setIsChecking] = useState(false);
  const [error, setError] = useState<Error | 'empty'>();
  const check = async (key: string, staySignedIn: boolean) => {
    if (key === '') return setError('empty');
    setIsChecking(true);
    setError(undefined);
    try {
      await clientWith(key, language).GET('/v1/articles', { params: { query: { size: 1 } } });
      signIn(key, staySignedIn);
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)));
    } finally {
      setIsChecking(false);
    }
  };
  return { isChecking, error, check };
}

/** What is wrong with the key; of other troubles nothing. */
function refusalOf(
  error: Error | 'empty' | undefined,
  texts: typeof shellTexts.en,
): string | undefined {
  if (error === 'empty') return texts.keyNeeded;
  // A key of signs that no header may carry is refused by the browser itself.
  if (error instanceof TypeError) return texts.keyUnknown;
  if (!(error instanceof WartaError)) return undefined;
  if (error.status === 401) return texts.keyUnknown;
  if (error.status === 403) return texts.keyMayNotSearch;
  return undefined;
}
