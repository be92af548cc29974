import type { ArticleHit } from '@warta/contracts';

/** The quotes that a search found in an article, each with who says it, as a sentence writes them. */
export function quoteTexts({ quotes = [] }: Pick<ArticleHit, 'quotes'>): string[] {
  return quotes.map(({ text, speaker, speakerName = speaker }) => {
    const said = `“${text}”`;
    return speakerName === undefined ? said : `${speakerName}: ${said}`;
  });
}
