import type { AnalyzedLanguage } from '../article-index/article-document.ts';

/**
 * What a match counts. As it stands before inflected, title before lead before body; a name of an
 * entity counts like a title's word, since a wrong stem can never be one.
 */
const boosts = { titleExact: 6, names: 4, leadExact: 4, bodyExact: 3, titleStem: 2, bodyStem: 1 };

/** Where text is looked for: everywhere, in the title or the body alone, or in a quote. */
export type TextPlace = 'article' | 'title' | 'body' | 'quote';

/** Fields that hold words as they stand, for phrases and what is near each other. */
export function exactFields(place: TextPlace, languages: readonly AnalyzedLanguage[]): string[] {
  return languages.flatMap((language) =>
    exactParts[place].map(([field, boost]) => `${exactOf(`${field}.${language}`)}^${boost}`),
  );
}

/** All fields a word is looked for in, also inflected ones. */
export function wordFields(place: TextPlace, languages: readonly AnalyzedLanguage[]): string[] {
  return [
    ...exactFields(place, languages),
    ...(place === 'article' ? [`names^${boosts.names}`] : []),
    ...languages
      .filter((language) => language !== 'other')
      .flatMap((language) =>
        stemParts[place].map(([field, boost]) => `${field}.${language}^${boost}`),
      ),
  ];
}

/** Other languages are not stemmed: their field is the exact one itself. */
export function exactOf(field: string): string {
  return field.endsWith('.other') ? field : `${field}.exact`;
}

type Part = readonly [field: string, boost: number];

/** The lead is the beginning of the body: a match in it is found there, too, and counts for more. */
const exactParts: Readonly<Record<TextPlace, readonly Part[]>> = {
  article: [
    ['title', boosts.titleExact],
    ['lead', boosts.leadExact],
    ['body', boosts.bodyExact],
  ],
  title: [['title', boosts.titleExact]],
  body: [['body', boosts.bodyExact]],
  quote: [['quotes.text', boosts.bodyExact]],
};

const stemParts: Readonly<Record<TextPlace, readonly Part[]>> = {
  article: [
    ['title', boosts.titleStem],
    ['body', boosts.bodyStem],
  ],
  title: [['title', boosts.titleStem]],
  body: [['body', boosts.bodyStem]],
  quote: [['quotes.text', boosts.bodyStem]],
};
