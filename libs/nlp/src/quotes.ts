import type { Quote } from '@warta/contracts';
import type { Speaker } from './antecedents.ts';
import { confidenceOf, spokeSince } from './antecedents.ts';
import { findIndirectQuotes } from './indirect-speech.ts';
import { namingWords } from './lexicon-speech.ts';
import { stopWords } from './lexicon-words.ts';
import type { Attribution } from './quote-attribution.ts';
import { attributeAfter, attributeBefore } from './quote-attribution.ts';
import type { QuotedSpan } from './quote-marks.ts';
import type { Site } from './quote-sites.ts';
import { sitesOf } from './quote-sites.ts';
import type { Sentence } from './sentences.ts';
import { speakerFields } from './speakers.ts';
import type { SpeechScene } from './speech-scene.ts';

/** Fewer words without a speaker are a title or a word held at arm's length, no quotation. */
const wordsWithoutSpeakerMin = 6;

/** What stands between marks, and what is known of it. */
type Utterance = {
  site: Site;
  text: string;
  /** A whole utterance, not a piece of one inside the reporter's sentence. */
  direct: boolean;
  attributed?: Attribution;
  speaker?: Speaker;
};

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
  const utterances: Utterance[] = [];
  let former: Utterance | undefined;
  for (const site of sitesOf(scene, quotedSpans, sentences)) {
    const utterance = utteranceAt(scene, site, former);
    utterances.push(utterance);
    if (!isQuote(scene, utterance)) continue;
    former = utterance;
    if (utterance.attributed && !utterance.speaker) scene.heard.unnamedAt.push(site.afterAt);
  }
  carryBack(scene, utterances);
  return utterances
    .filter((utterance) => isQuote(scene, utterance))
    .map((utterance) => toQuote(scene, utterance));
}

function utteranceAt(scene: SpeechScene, site: Site, former: Utterance | undefined): Utterance {
  const direct = isWholeUtterance(scene, site);
  const attributed = attributeAfter(scene, site, direct) ?? attributeBefore(scene, site);
  const speaker =
    attributed?.speaker ?? (direct && !attributed ? carriedOn(scene, former, site) : undefined);
  return {
    site,
    text: scene.text.slice(site.quoted.start, site.quoted.end),
    direct,
    ...(attributed && { attributed }),
    ...(speaker && { speaker }),
  };
}

/** "…," kata X. "…": goes on in the same paragraph, or fills the next one. */
function carriedOn(
  scene: SpeechScene,
  former: Utterance | undefined,
  site: Site,
): Speaker | undefined {
  if (!former?.speaker || !endsSentence(scene, site)) return undefined;
  const { named } = former.speaker;
  const apart = site.paragraph - former.site.paragraph;
  if (apart === 0) return { named, confidence: confidenceOf.sameSpeaker };
  return apart === 1 && site.fillsParagraph
    ? { named, confidence: confidenceOf.nextParagraph }
    : undefined;
}

/** Words behind the closing mark, as in "…!" gumam warga, may tell another speaker. */
function endsSentence({ tokens, text }: SpeechScene, { quoted, afterAt }: Site): boolean {
  const isOpen = text[quoted.end - 1] === ',' || tokens[afterAt]?.text === ',';
  const next = tokens[tokens[afterAt]?.text === ',' ? afterAt + 1 : afterAt];
  if (!next || next.newLine || next.kind === 'mark') return true;
  if (next.kind !== 'word' || (next.capital && !isOpen)) return true;
  // "… to the breaking point" to drive up the price: the reporter's sentence goes on.
  return stopWords.has(next.key) && /[\p{L}\p{N}]$/u.test(text.slice(quoted.start, quoted.end));
}

/**
 * Paragraphs of speech without a word about who speaks: the next paragraph of speech says it, else
 * the reporter's paragraph before, where both do not tell two different people.
 */
function carryBack(scene: SpeechScene, utterances: readonly Utterance[]): void {
  for (const [index, utterance] of [...utterances.entries()].toReversed()) {
    const { site, direct, attributed, speaker } = utterance;
    if (!direct || attributed || speaker || !site.fillsParagraph) continue;
    const next = utterances[index + 1];
    const goesOn = next?.direct && next.site.opensParagraph;
    const isNext = goesOn && next.site.paragraph === site.paragraph + 1;
    const below = isNext ? next.speaker?.named : undefined;
    const above = spokeSince(scene, site.formerParagraphFrom, site.openAt);
    if (below && above && below.entity !== above.entity) continue;
    const named = below ?? (isNext ? undefined : above);
    if (named) utterance.speaker = { named, confidence: confidenceOf.nextParagraph };
  }
}

/** A title or a word held at arm's length is none. */
function isQuote(scene: SpeechScene, utterance: Utterance): boolean {
  const { text, direct, attributed, speaker, site } = utterance;
  if (!/\p{L}/u.test(text)) return false;
  // A whole utterance with a reporting verb is speech, however short: "No," said a spokesman.
  const isReported = !!speaker || (direct && !!attributed);
  if (!isReported && text.split(/\s+/).length < wordsWithoutSpeakerMin) return false;
  if (direct) return !!speaker || !!attributed || !isTitle(text);
  return !isTitle(text) && !namingWords.has(scene.tokens[site.openAt - 1]?.key ?? '');
}

/** "Fox and Friends", "Green Plan Program": a piece that is all capitals names something. */
function isTitle(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const capitals = words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length;
  const small = words.filter((word) => /^(?:and|of|the|in|a|to|for|di|dan|ke)$/.test(word)).length;
  return words.length > 1 && capitals + small === words.length;
}

/** The speaker's own sentence, not a piece of it inside the reporter's. */
function isWholeUtterance(
  scene: SpeechScene,
  { openAt, sentenceFrom, opensParagraph }: Site,
): boolean {
  const before = scene.tokens[openAt - 1]?.text ?? '';
  return opensParagraph || openAt <= sentenceFrom || [',', ':', '.', '!', '?'].includes(before);
}

function toQuote(
  scene: SpeechScene,
  { site, text, direct, attributed, speaker }: Utterance,
): Quote {
  return {
    text,
    field: 'body',
    start: site.quoted.start,
    end: site.quoted.end,
    cue: attributed?.cue ?? '',
    direct,
    ...speakerFields(scene, speaker),
    by: attributed?.by ?? (speaker ? 'rule:goes-on' : 'rule:marks-alone'),
  };
}
