import { useEffect } from 'react';
import { Link } from 'react-router';
import { askAgain } from '../api/asked-again.ts';
import type { BackTest } from '../api/answers.ts';
import { useLastGood } from '../search/use-last-good.ts';
import { SearchHit } from '../search/search-hit.tsx';
import { announce } from '../shell/announcer.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import { useAddressChoice } from '../shell/use-address-state.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { DayBars } from './day-bars.tsx';
import { faultsOf } from './form-faults.ts';
import { hitsAddress } from './search-form.ts';
import type { SearchForm } from './search-form.ts';
import { searchesTexts } from './searches-texts.ts';
import { backTestDays } from './use-back-test.ts';
import type { BackTestDays, useBackTest } from './use-back-test.ts';

interface Props {
  readonly form: SearchForm;
  readonly days: BackTestDays;
  readonly onDays: (days: BackTestDays) => void;
  readonly backTest: ReturnType<typeof useBackTest>;
}

/** What the search would have found, as one types it. */
export function BackTestPanel({ form, days, onDays, backTest: { test, isIdle } }: Props) {
  const texts = useTexts(searchesTexts);
  const last = useLastGood(test.data);
  const shown = isIdle ? undefined : last;
  // A fault of a field stands at the field.
  const isRefused = test.error !== null && faultsOf(test.error).length === 0;
  useToldTest(test.isPlaceholderData || isIdle ? undefined : test.data);
  return (
    <section className="back-test" aria-label={texts.backTest} aria-busy={test.isFetching}>
      <div className="back-test-head">
        <h2>{texts.backTest}</h2>
        <div className="switch" role="group" aria-label={texts.days}>
          {backTestDays.map((one) => (
            <button key={one} type="button" aria-pressed={days === one} onClick={() => onDays(one)}>
              {texts.lastDays(one)}
            </button>
          ))}
        </div>
        {isIdle ? null : (
          <button
            className="button"
            type="button"
            aria-disabled={test.isFetching}
            onClick={() => void test.refetch()}
          >
            {test.isFetching ? texts.running : texts.runAgain}
          </button>
        )}
      </div>
      {isIdle ? <p className="quiet">{texts.backTestIdle}</p> : null}
      {isRefused && test.error !== null ? (
        <ProblemNotice error={test.error} onRetry={askAgain(test)} />
      ) : null}
      {test.isFetching && shown === undefined ? <Skeleton lines={8} /> : null}
      {shown === undefined ? null : (
        <div
          className="back-test-body"
          data-stale={test.isPlaceholderData || test.isError || undefined}
        >
          <Found found={shown} form={form} />
        </div>
      )}
    </section>
  );
}

function Found({ found, form }: { found: BackTest; form: SearchForm }) {
  const texts = useTexts(searchesTexts);
  const hits = hitsAddress(form).toString();
  return (
    <>
      {found.warnings.map(({ code }) => (
        <p key={code} className="notice notice-warning">
          {texts.warnings[code]}
        </p>
      ))}
      {found.partial ? <p className="notice notice-warning">{texts.partialTest}</p> : null}
      <Figures found={found} />
      <DayBars days={found.days} />
      {found.samples.length === 0 ? null : (
        <>
          <h3 className="label">{texts.samples}</h3>
          <ol className="hits back-test-samples">
            {found.samples.map((hit) => (
              <li key={hit.id}>
                <SearchHit hit={hit} />
              </li>
            ))}
          </ol>
          <p>
            <Link to={`/?${hits}`}>{texts.allHits}</Link>
          </p>
        </>
      )}
    </>
  );
}

function Figures({ found }: { readonly found: BackTest }) {
  const texts = useTexts(searchesTexts);
  const format = useFormat();
  const { articles, stories, storiesExact, ofArticles, alertsPerDay, busiestHour } = found;
  const share = ofArticles === 0 ? 0 : articles / ofArticles;
  return (
    <dl className="figures">
      <div>
        <dt>{texts.stories}</dt>
        <dd>
          {storiesExact ? format.number(stories) : texts.about(format.number(stories))}
          <small>{texts.storiesHint}</small>
        </dd>
      </div>
      <div>
        <dt>{texts.perDay}</dt>
        <dd>{format.number(rounded(alertsPerDay))}</dd>
      </div>
      <div>
        <dt>{texts.hits}</dt>
        <dd>
          {format.number(articles)}
          <small>{texts.ofAll(format.percent(share), format.number(ofArticles))}</small>
        </dd>
      </div>
      {busiestHour === undefined ? null : (
        <div>
          <dt>{texts.busiest}</dt>
          <dd>
            {format.number(busiestHour.articles)}
            <small>{format.dayAndTime(busiestHour.from)}</small>
          </dd>
        </div>
      )}
    </dl>
  );
}

const rounded = (perDay: number) =>
  perDay < 10 ? Math.round(perDay * 10) / 10 : Math.round(perDay);

/** Tells who listens what changed by what was typed. */
function useToldTest(found: BackTest | undefined): void {
  const texts = useTexts(searchesTexts);
  const format = useFormat();
  const told =
    found === undefined
      ? ''
      : texts.toldTest(format.number(found.stories), format.number(rounded(found.alertsPerDay)));
  useEffect(() => {
    if (told !== '') announce(told);
  }, [told]);
}

/** How far one looks back, as the address holds it. */
export function useBackTestDays(): [BackTestDays, (days: BackTestDays) => void] {
  const [days, choose] = useAddressChoice<`${BackTestDays}`>('days', ['30', '7']);
  return [Number(days) as BackTestDays, (next) => choose(`${next}`)];
}
