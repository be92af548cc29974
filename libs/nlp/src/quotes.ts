import type { Quote } from '@warta/contracts';
import { findIndirectQuotes } from './indirect-speech.ts';
import {
  accordingTo,
  verbsAfterSpeaker,
  verbsBeforeSpeaker,
  verbsOfSameSpeaker,
} from './lexicon-speech.ts';
import type { QuotedSpan } from './quote-marks.ts';
import type { Sentence } from './sentences.ts';
import type { Speaker } from './speakers.ts';
import {
  afterArticle,
  confidenceOf,
  lastSpeaker,
  speakerBefore,
  speakerFields,
  speakerFrom,
  speakerOfVerb,
} from './speakers.ts';
import type { SpeechScene } from './speech-scene.ts';
import type { Token } from './tokens.ts';

/** Fewer words without a speaker are a title or a word held at arm's length, no quotation. */
const wordsWithoutSpeakerMin = 6;

/** Words of a whole sentence in marks. */
const wordsOfSentenceMin = 3;

/** How many tokens before a quote its reporting verb may stand; sentences are rarely longer. */
const cueDistanceMax = 60;

/** What ties a quote to its speaker: the reporting word, and the rule that read it. */
type Attribution = { cue: string; by: string; speaker?: Speaker };

/** One quoted span with the tokens around it. */
type Site = {
  quoted: QuotedSpan;
  /** The token of the opening mark, and the first token after the closing mark. */
  openAt: number;
  afterAt: number;
  sentenceFrom: number;
  opensParagraph: boolean;
  /** The paragraph of the opening mark. */
  paragraph: number;
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

/** The speaker's own sentence, not a piece of it inside the reporter's. */
function isWholeUtterance(
  scene: SpeechScene,
  { openAt, sentenceFrom, opensParagraph }: Site,
): boolean {
  const before = scene.tokens[openAt - 1]?.text;
  return opensParagraph || openAt <= sentenceFrom || before === ',' || before === ':';
}

/** "…," kata X · "…," katanya · "…," X said. */
function attributeAfter(scene: SpeechScene, site: Site, direct: boolean): Attribution | undefined {
  const { tokens } = scene;
  const at = tokens[site.afterAt]?.text === ',' ? site.afterAt + 1 : site.afterAt;
  const token = tokens[at];
  if (!token || token.newLine) return undefined;
  if (token.kind === 'word' && verbsOfSameSpeaker.has(token.key)) {
    return attribution(token, 'rule:cue-of-same-speaker', lastSpeaker(scene, site.openAt));
  }
  if (token.kind === 'word' && verbsBeforeSpeaker.has(token.key) && !token.capital) {
    return attribution(token, 'rule:cue-after-quote', speakerFrom(scene, at + 1));
  }
  if (accordingTo.has(token.key)) {
    const name = tokens[at + 1]?.key === 'to' ? at + 2 : at + 1;
    return direct ? attribution(token, 'rule:according-to', speakerFrom(scene, name)) : undefined;
  }
  if (!direct) return undefined;
  const named = scene.startingAt.get(afterArticle(scene, at));
  const verbAt = named ? named.to : at + 1;
  const verb = tokens[verbAt];
  if (verb?.kind !== 'word' || !verbsAfterSpeaker.has(verb.key)) return undefined;
  const speaker = speakerBefore(scene, verbAt, at);
  return speaker && { cue: verb.text, by: 'rule:speaker-after-quote', speaker };
}

function attribution(cue: Token, by: string, speaker: Speaker | undefined): Attribution {
  return { cue: cue.text, by, ...(speaker && { speaker }) };
}

/** X mengatakan, "…" · X: "…" · Menurut X, "…" · X menyerukan "fragment". */
function attributeBefore(scene: SpeechScene, site: Site): Attribution | undefined {
  const { tokens } = scene;
  const { openAt } = site;
  const sentenceFrom = Math.max(site.sentenceFrom, openAt - cueDistanceMax);
  const beforeColon = tokens[openAt - 1]?.text === ':' && scene.endingAt.get(openAt - 1);
  if (beforeColon) {
    const speaker = { named: beforeColon, confidence: confidenceOf.colon };
    return { cue: ':', by: 'rule:colon', speaker };
  }
  for (let index = openAt - 1; index >= sentenceFrom; index -= 1) {
    const token = tokens[index];
    if (token?.kind !== 'word') continue;
    if (verbsAfterSpeaker.has(token.key)) {
      return attribution(token, 'rule:cue-before-quote', speakerOfVerb(scene, index, sentenceFrom));
    }
    if (accordingTo.has(token.key) || (token.capital && verbsBeforeSpeaker.has(token.key))) {
      const name = tokens[index + 1]?.key === 'to' ? index + 2 : index + 1;
      return attribution(token, 'rule:according-to', speakerFrom(scene, name));
    }
  }
  return undefined;
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
