import type { QuotedSpan } from './quote-marks.ts';
import type { Sentence } from './sentences.ts';
import type { SpeechScene } from './speech-scene.ts';

/** One quoted span with the tokens around it. */
export type Site = {
  quoted: QuotedSpan;
  /** The token of the opening mark, and the first token after the closing mark. */
  openAt: number;
  afterAt: number;
  sentenceFrom: number;
  opensParagraph: boolean;
  /** Nothing but the quote stands in its paragraph. */
  fillsParagraph: boolean;
  /** The number of the paragraph of the opening mark, and the token where the one before begins. */
  paragraph: number;
  formerParagraphFrom: number;
};

/** Places the quoted spans among tokens, sentences and paragraphs, in one pass. */
export function* sitesOf(
  scene: SpeechScene,
  quotedSpans: readonly QuotedSpan[],
  sentences: readonly Sentence[],
): Generator<Site> {
  const { tokens } = scene;
  let token = 0;
  let paragraph = 0;
  let paragraphFrom = 0;
  let formerParagraphFrom = 0;
  let sentence = 0;
  let sentenceFrom = 0;
  const advanceTo = (offset: number) => {
    while ((tokens[token]?.start ?? Infinity) < offset) {
      token += 1;
      if (!tokens[token]?.newLine) continue;
      paragraph += 1;
      formerParagraphFrom = paragraphFrom;
      paragraphFrom = token;
    }
  };
  for (const quoted of quotedSpans) {
    while (sentence < sentences.length && (sentences[sentence]?.end ?? 0) <= quoted.open)
      sentence += 1;
    const sentenceStart = Math.min(sentences[sentence]?.start ?? quoted.open, quoted.open);
    while ((tokens[sentenceFrom]?.start ?? Infinity) < sentenceStart) sentenceFrom += 1;
    advanceTo(quoted.open);
    const opening = { openAt: token, sentenceFrom, paragraph, formerParagraphFrom };
    const opensParagraph = tokens[token]?.newLine ?? true;
    advanceTo(quoted.close);
    const fillsParagraph = opensParagraph && (tokens[token]?.newLine ?? true);
    yield { quoted, ...opening, afterAt: token, opensParagraph, fillsParagraph };
  }
}
