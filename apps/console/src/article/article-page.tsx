import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { Link, useNavigationType, useParams } from 'react-router';
import { askAgain } from '../api/asked-again.ts';
import type { ArticleView } from '../api/answers.ts';
import { announce } from '../shell/announcer.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useShortcuts } from '../shell/shortcuts.ts';
import { Skeleton } from '../shell/skeleton.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { ArticleState } from './article-address.ts';
import { ArticleHead } from './article-head.tsx';
import { marksIn } from './article-marks.ts';
import { articleTexts } from './article-texts.ts';
import { ArticleTrace } from './article-trace.tsx';
import { EntityList } from './entity-list.tsx';
import { MarkedText } from './marked-text.tsx';
import { MarkSwitches } from './mark-switches.tsx';
import { quoteBeside } from './quote-steps.ts';
import { QuoteList } from './quote-list.tsx';
import { RevisionPanel } from './revision-panel.tsx';
import { SimilarList } from './similar-list.tsx';
import { useArticle, useArticleState } from './use-article.ts';
import type { ChangeArticle } from './use-article.ts';
import './article.css';

/** One article with all that was found in it, where it came from and what it was before. */
export function ArticlePage() {
  const texts = useTexts(articleTexts);
  const { id = '' } = useParams();
  const { state, change } = useArticleState();
  const article = useArticle(id, state);
  usePageTitle(article.data?.title ?? texts.loading);
  if (article.isPending) {
    return (
      <div className="page">
        <Skeleton lines={14} />
      </div>
    );
  }
  if (article.data === undefined) {
    return (
      <div className="page page-narrow">
        <h1 className="visually-hidden">{texts.loading}</h1>
        <ProblemNotice error={article.error} onRetry={askAgain(article)} />
      </div>
    );
  }
  return (
    <>
      {article.error === null ? null : (
        <div className="page">
          <ProblemNotice error={article.error} onRetry={askAgain(article)} />
        </div>
      )}
      <Article
        article={article.data}
        isArriving={article.isPlaceholderData}
        state={state}
        change={change}
      />
    </>
  );
}

interface Props {
  readonly article: ArticleView & { validFrom?: string; validTo?: string };
  /** It is still the state that was shown before. */
  readonly isArriving: boolean;
  readonly state: ArticleState;
  readonly change: ChangeArticle;
}

function Article({ article, isArriving, state, change }: Props) {
  const texts = useTexts(articleTexts);
  const { id } = article;
  const page = useBeginning(id, state, isArriving);
  useScrollToChosen(state);
  useQuoteKeys(article.quotes, state, change);
  return (
    <div className="page article-page">
      <article ref={page} className="article" aria-busy={isArriving}>
        <PastNotice article={article} state={state} />
        <ArticleHead article={article} state={state} />
        <MarkSwitches state={state} change={change} />
        <div className="article-body" lang={article.language}>
          <MarkedText
            text={article.body}
            marks={marksIn(article, 'body', state.hidden)}
            state={state}
          />
        </div>
      </article>
      <section className="article-side" aria-label={`${texts.entities}, ${texts.quotes}`}>
        <section>
          <h2>{texts.entities}</h2>
          <EntityList
            entities={article.entities}
            chosen={state.entity}
            onChoose={(entity) => change({ entity, quote: undefined })}
          />
        </section>
        <section>
          <h2>{texts.quotes}</h2>
          <QuoteList
            article={article}
            chosen={state.quote}
            onChoose={(quote) => change({ quote, entity: undefined })}
          />
        </section>
      </section>
      <div className="article-more">
        <section>
          <h2>{texts.trace}</h2>
          <ArticleTrace article={article} />
        </section>
        <section>
          <h2>{texts.versions}</h2>
          <RevisionPanel id={id} state={state} change={change} />
        </section>
        <section className="similar">
          <h2>{texts.similar}</h2>
          <SimilarList id={id} />
        </section>
      </div>
    </div>
  );
}

/** Another state of the article is read from its beginning; who goes back finds their place. */
function useBeginning(
  id: string,
  { rev, asOf }: ArticleState,
  isArriving: boolean,
): RefObject<HTMLElement | null> {
  const isBack = useNavigationType() === 'POP';
  const page = useRef<HTMLElement>(null);
  const begun = useRef({ id, rev, asOf });
  useEffect(() => {
    const before = begun.current;
    if (isArriving) return;
    begun.current = { id, rev, asOf };
    const isAnother = before.id === id && (before.rev !== rev || before.asOf !== asOf);
    if (!isAnother || isBack) return;
    window.scrollTo(0, 0);
    const heading = page.current?.querySelector<HTMLElement>('h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [id, rev, asOf, isArriving, isBack]);
  return page;
}

/** j and k go from quote to quote, in the order of the text. */
function useQuoteKeys(
  quotes: ArticleView['quotes'],
  { quote: chosen }: ArticleState,
  change: ChangeArticle,
): void {
  const texts = useTexts(articleTexts);
  const move = (by: 1 | -1) => {
    const next = quoteBeside(quotes, chosen, by);
    if (next === undefined) return;
    change({ quote: { start: next.start, end: next.end }, entity: undefined }, { isTyping: true });
    announce(next.text);
  };
  useShortcuts([
    { keys: 'j', does: texts.nextQuote, run: () => move(1) },
    { keys: 'k', does: texts.previousQuote, run: () => move(-1) },
  ]);
}

/** Says that this is not the article as it is now. */
function PastNotice({ article, state }: Pick<Props, 'article' | 'state'>) {
  const texts = useTexts(articleTexts);
  const format = useFormat();
  const { validFrom, validTo, rev } = article;
  if (state.rev === undefined && state.asOf === undefined) return null;
  const says =
    validFrom === undefined
      ? texts.readingAsOf(format.dayAndTime(state.asOf ?? ''))
      : validTo === undefined
        ? texts.reading(rev, format.dayAndTime(validFrom))
        : texts.readingUntil(rev, format.dayAndTime(validFrom), format.dayAndTime(validTo));
  return (
    <div className="notice notice-warning" role="status">
      <p>
        {says} <Link to={`/articles/${article.id}`}>{texts.toNow}</Link>
      </p>
    </div>
  );
}

/** The list beside the text follows; the page does not move for it. */
function showInSide(item: Element | null): void {
  const side = item?.closest('.article-side');
  if (!item || !side || getComputedStyle(side).position !== 'sticky') return;
  const [box, frame] = [item.getBoundingClientRect(), side.getBoundingClientRect()];
  if (box.top < frame.top) side.scrollTop += box.top - frame.top;
  else if (box.bottom > frame.bottom) side.scrollTop += box.bottom - frame.bottom;
}

/** What was chosen beside the text, or by a link, comes into view. */
function useScrollToChosen({ quote, entity }: ArticleState): void {
  const { start, end } = quote ?? {};
  useEffect(() => {
    const selector =
      start !== undefined
        ? `.article-body [data-quote="${start}"]`
        : entity !== undefined
          ? `.article-body [data-id="${CSS.escape(entity)}"]`
          : undefined;
    if (selector === undefined) return;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    document
      .querySelector(selector)
      ?.scrollIntoView({ block: 'center', behavior: isStill ? 'auto' : 'smooth' });
    showInSide(document.querySelector('.quotes [data-active]'));
  }, [start, end, entity]);
}
