import type { Annotation } from '@warta/contracts';
import type { AnnotationContext, ArticleText } from './article-text.ts';
import {
  bodyCharsMax,
  cutAtParagraph,
  entitiesMax,
  quotesMax,
  titleCharsMax,
} from './article-text.ts';
import { builtInTagger } from './built-in-taggers.ts';
import { findDatesAndAmounts } from './dates-and-amounts.ts';
import { foldEntities } from './fold-entities.ts';
import { findFurniture, hideFurniture } from './furniture.ts';
import { detectLanguage, taggedAs } from './language.ts';
import { findQuotedSpans } from './quote-marks.ts';
import { findQuotes } from './quotes.ts';
import { layOut, lowerWordsOf, recognise } from './recognise.ts';
import { judgeSalience, leadEndOf } from './salience.ts';
import { splitSentences } from './sentences.ts';
import { layOutScene } from './lay-out-scene.ts';
import type { TaggerOfLanguage } from './tagger.ts';
import { tokenise } from './tokens.ts';

/** Who made an annotation. */
export const EXTRACTOR = 'warta';

/** Raised with every change that can change an answer. */
export const EXTRACTOR_VERSION = '2.0.0';

/**
 * Finds who, where, when and who-said-what in an article. Pure: the same text and context give the
 * same annotation, byte by byte. Never throws, whatever the text; takes time linear in its length.
 * A text over the limits is annotated up to them and flagged `truncated`.
 */
export async function annotate(
  text: ArticleText,
  context: AnnotationContext,
  taggerOf: TaggerOfLanguage = builtInTagger,
): Promise<Annotation> {
  const title = cutAtParagraph(text.title ?? '', titleCharsMax);
  const whole = cutAtParagraph(text.body, bodyCharsMax);
  const around = findFurniture(whole);
  const body = hideFurniture(whole, around.furniture);
  const isCut = title.length < (text.title?.length ?? 0) || body.length < text.body.length;

  const titleTokens = tokenise(title);
  const bodyTokens = tokenise(body);
  const lowerWords = lowerWordsOf([titleTokens, bodyTokens]);
  const sheets = [
    layOut('title', title, titleTokens, lowerWords),
    layOut('body', body, bodyTokens, lowerWords),
  ];
  const language = detectLanguage(title, body, context.declaredLanguage);
  const tagger = await taggerOf(taggedAs(language, title, body));
  const isTagged = await recognise(sheets, tagger);
  const all = foldEntities(sheets);
  const folded = all.slice(0, entitiesMax);

  const quotedSpans = findQuotedSpans(body);
  const scene = layOutScene(body, bodyTokens, folded, quotedSpans);
  const allQuotes = findQuotes(scene, quotedSpans, splitSentences(body, quotedSpans));
  const quotes = allQuotes.slice(0, quotesMax);

  const { dates, amounts, ...found } = findDatesAndAmounts(
    { text: title, tokens: titleTokens },
    { text: body, tokens: bodyTokens },
    language,
    context,
  );

  const quotesBySpeaker = new Map<string, number>();
  for (const { speakerEntityId: id } of quotes) {
    if (id) quotesBySpeaker.set(id, (quotesBySpeaker.get(id) ?? 0) + 1);
  }
  const saliences = judgeSalience(
    folded.map(({ id, mentions }) => ({
      mentions,
      quotesSpoken: quotesBySpeaker.get(id) ?? 0,
    })),
    leadEndOf(body),
  );
  const isWhole = isTagged && found.isWhole;
  const isTruncated =
    isCut || !isWhole || folded.length < all.length || quotes.length < allQuotes.length;
  return {
    extractor: EXTRACTOR,
    version: EXTRACTOR_VERSION,
    language,
    entities: folded.map(({ spans: _, ...entity }, index) => ({
      ...entity,
      salience: saliences[index] ?? 'passing',
    })),
    quotes,
    dates,
    ...(amounts.length > 0 && { amounts }),
    ...(around.furniture.length > 0 && { furniture: around.furniture }),
    ...(around.byline && { byline: around.byline }),
    ...(around.attribution.length > 0 && { attribution: around.attribution }),
    ...(tagger && { models: [tagger.name] }),
    flags: isTruncated ? ['truncated'] : [],
  };
}
