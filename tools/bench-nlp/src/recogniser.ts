import type { Annotation } from '@warta/contracts';
import type { Tagger, TextStyle, Token } from '@warta/nlp';
import { annotate, tokenise } from '@warta/nlp';
import type { ScoredSpan, ScoredType } from './entity-score.ts';
import { scoredTypes } from './entity-score.ts';
import type { MarkedSentence } from './ner-corpora.ts';
import { detokenise, toTokenSpans } from './ner-corpora.ts';

/** Something that finds names, to be measured beside others on the same sentences. */
export type Recogniser = {
  name: string;
  /** The names of a sentence as spans of its tokens. */
  namesOf(sentence: MarkedSentence): Promise<ScoredSpan[]>;
};

/** One that reads text, and so the sentence as a text has it. */
export function onText(
  name: string,
  find: (text: string) => Promise<ScoredSpan[]> | ScoredSpan[],
): Recogniser {
  return {
    name,
    async namesOf({ tokens }) {
      const detokenised = detokenise(tokens);
      return toTokenSpans(tokens, detokenised, await find(detokenised.text));
    },
  };
}

/** All of Warta's extraction: tagger, knowledge base and rules. The feed has declared the language. */
export function wholeExtractor(language: string): Recogniser {
  return onText('Warta, whole extractor', async (body) =>
    namesIn(await annotate({ body }, { declaredLanguage: language }), 'body'),
  );
}

/** The names of one field of an annotation, as spans of characters. */
export function namesIn(
  { entities }: Pick<Annotation, 'entities'>,
  field: 'title' | 'body',
): ScoredSpan[] {
  return entities
    .flatMap(({ type, mentions }) =>
      isScored(type)
        ? mentions
            .filter((mention) => mention.field === field)
            .map(({ start, end }): ScoredSpan => ({ type, from: start, to: end }))
        : [],
    )
    .toSorted((a, b) => a.from - b.from);
}

function isScored(type: string): type is ScoredType {
  return (scoredTypes as readonly string[]).includes(type);
}

/** The trained tagger alone, on the tokens of the corpus as Warta's tokeniser would cut them. */
export function taggerAlone(tagger: Tagger, style: TextStyle): Recogniser {
  return {
    name: `Warta, tagger alone, asked as for ${style === 'sentence' ? 'a sentence' : 'an article'}`,
    async namesOf({ tokens }) {
      const own = tokens.map((token) => {
        const parts = tokenise(token).map(({ text }) => text);
        return parts.length > 0 ? parts : [token];
      });
      const tokenOf = own.flatMap((parts, index) => parts.map(() => index));
      const names = await tagAll(tagger, own.flat(), style);
      return names.flatMap(({ type, from, to }) => {
        const first = tokenOf[from] ?? 0;
        const last = tokenOf[to - 1] ?? first;
        return [{ type, from: first, to: last + 1 }];
      });
    },
  };
}

/** The names that the tagger alone finds in a text, paragraph by paragraph. */
export async function findByTagger(tagger: Tagger, text: string): Promise<ScoredSpan[]> {
  const spans: ScoredSpan[] = [];
  for (const paragraph of paragraphsOf(tokenise(text))) {
    const words = paragraph.map((token) => token.text);
    for (const { type, from, to } of await tagAll(tagger, words, 'article')) {
      spans.push({
        type,
        from: paragraph[from]?.start ?? 0,
        to: paragraph[to - 1]?.end ?? 0,
      });
    }
  }
  return spans;
}

/** The tokens of a text, paragraph by paragraph: what a tagger is asked about in one piece. */
export function paragraphsOf(tokens: readonly Token[]): Token[][] {
  const paragraphs: Token[][] = [];
  for (const token of tokens) {
    const paragraph = paragraphs.at(-1);
    if (!paragraph || token.newLine) paragraphs.push([token]);
    else paragraph.push(token);
  }
  return paragraphs;
}

/** Windows side by side: a sentence or paragraph seldom has more than one. */
async function tagAll(
  tagger: Tagger,
  words: readonly string[],
  style: TextStyle,
): Promise<ScoredSpan[]> {
  const names: ScoredSpan[] = [];
  for (let start = 0; start < words.length; start += tagger.windowTokensMax) {
    const found = await tagger.tag(words.slice(start, start + tagger.windowTokensMax), style);
    for (const { type, from, to } of found) {
      names.push({ type, from: start + from, to: start + to });
    }
  }
  return names;
}
