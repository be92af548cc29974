import type { Quote } from '@warta/contracts';
import { findIndirectQuotes } from './indirect-speech.ts';
import type { Site } from './quote-attribution.ts';
import { attributeAfter, attributeBefore } from './quote-attribution.ts';
import type { QuotedSpan } from './quote-marks.ts';
import type { Sentence } from './sentences.ts';
import type { Speaker } from './antecedents.ts';
import { confidenceOf } from './antecedents.ts';
import { speakerFields } from './speakers.ts';
import type { SpeechScene } from './speech-scene.ts';

/** Fewer words without a speaker are a title or a word held at arm's length, no quotation. */
const wordsWithoutSpeakerMin = 6;

/** Words of a whole sentence in marks. */
const wordsOfSentenceMin = 3;

/** Finds what is said, in quotation marks and without, and by whom where the text says so plainly. */
export function findQuotes(
  scene: SpeechScene,
  quotedSpans: readonly QuotedSpan[],
  sentences: readonly Sentence[],
): Quote[] {
  const direct = findDirectQuotes(scene, quotedSpans, sentences);
  const indirect = findIndirectQuotes(scene, sentences, direct);
  return [...direct, ...indirect].toSorted((a, b) => a.start - b.start);
}

function findDirectQuotes(
  scene: SpeechScene,
  quotedSpans: readonly QuotedSpan[],
  sentences: readonly Sentence[],
): Quote[] {
  const quotes: Quote[] = [];
  let former: { site: Site; speaker?: Speaker } | undefined;
  for (const site of sitesOf(scene, quotedSpans, sentences)) {
    const { quoted } = site;
    const direct = isWholeUtterance(scene, site);
    const attributed = attributeAfter(scene, site, direct) ?? attributeBefore(scene, site);
    const carried = direct && !attributed ? carriedOn(scene, former, site) : undefined;
    const speaker = attributed?.speaker ?? carried;
    const text = scene.text.slice(quoted.start, quoted.end);
    const wordsMin = direct && attributed ? wordsOfSentenceMin : wordsWithoutSpeakerMin;
    if (!speaker && text.split(/\s+/).length < wordsMin) continue;
    if (!direct && isTitle(text)) continue;
    quotes.push({
      text,
      field: 'body',
      start: quoted.start,
      end: quoted.end,
      cue: attributed?.cue ?? '',
      direct,
      ...speakerFields(scene, speaker),
      by: attributed?.by ?? (carried ? 'rule:goes-on' : 'rule:marks-alone'),
    });
    former = { site, ...(speaker && { speaker }) };
  }
  return quotes;
}

function* sitesOf(
  scene: SpeechScene,
  quotedSpans: readonly QuotedSpan[],
  sentences: readonly Sentence[],
): Generator<Site> {
  const { tokens } = scene;
  let token = 0;
  let paragraph = 0;
  let sentence = 0;
  let sentenceFrom = 0;
  const advanceTo = (offset: number) => {
    while ((tokens[token]?.start ?? Infinity) < offset) {
      token += 1;
      if (tokens[token]?.newLine) paragraph += 1;
    }
  };
  for (const quoted of quotedSpans) {
    while (sentence < sentences.length && (sentences[sentence]?.end ?? 0) <= quoted.open)
      sentence += 1;
    const sentenceStart = Math.min(sentences[sentence]?.start ?? quoted.open, quoted.open);
    while ((tokens[sentenceFrom]?.start ?? Infinity) < sentenceStart) sentenceFrom += 1;
    advanceTo(quoted.open);
    const opening = { openAt: token, sentenceFrom, paragraph };
    const opensParagraph = tokens[token]?.newLine ?? true;
    advanceTo(quoted.close);
    yield { quoted, ...opening, afterAt: token, opensParagraph };
  }
}

/** "Fox and Friends", "Green Plan Program": a piece that is all capitals names something. */
function isTitle(text: string): boolean {
  const words = text.split(/\s+/);
  const capitals = words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length;
  const small = words.filter((word) =>
    /^(?:and|of|the|in|a|to|for|di|dan|ke|the)$/.test(word),
  ).length;
  return words.length > 1 && capitals + small === words.length;
}

/** The speaker's own sentence, not a piece of it inside the reporter's. */
function isWholeUtterance(
  scene: SpeechScene,
  { openAt, sentenceFrom, opensParagraph }: Site,
): boolean {
  const before = scene.tokens[openAt - 1]?.text;
  return opensParagraph || openAt <= sentenceFrom || before === ',' || before === ':';
}

/** "…," kata X. "…": goes on in the same paragraph, or fills the next one. */
function carriedOn(
  scene: SpeechScene,
  former: { site: Site; speaker?: Speaker } | undefined,
  site: Site,
): Speaker | undefined {
  if (!former?.speaker) return undefined;
  const { named } = former.speaker;
  const apart = site.paragraph - former.site.paragraph;
  if (apart === 0) return { named, confidence: confidenceOf.sameSpeaker };
  const after = scene.tokens[site.afterAt];
  const fillsParagraph = site.opensParagraph && (!after || after.newLine);
  return apart === 1 && fillsParagraph
    ? { named, confidence: confidenceOf.nextParagraph }
    : undefined;
}
