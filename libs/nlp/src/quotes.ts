import type { Quote } from '@warta/contracts';
import {
  accordingTo,
  verbsAfterSpeaker,
  verbsBeforeSpeaker,
  verbsOfSameSpeaker,
} from './lexicon-speech.ts';
import type { QuotedSpan } from './quote-marks.ts';
import type { Sentence } from './sentences.ts';
import type { Speaker, SpeechScene } from './speakers.ts';
import {
  afterArticle,
  confidenceOf,
  lastSpeaker,
  speakerBefore,
  speakerFrom,
  subjectOf,
} from './speakers.ts';

/** Fewer words without a speaker are a title or a word held at arm's length, no quotation. */
const wordsWithoutSpeakerMin = 6;

/** Words of a whole sentence in marks. */
const wordsOfSentenceMin = 3;

type Attribution = { cue: string; speaker?: Speaker };

/** One quoted span with the tokens around it. */
type Site = {
  quoted: QuotedSpan;
  /** The token of the opening mark, and the first token after the closing mark. */
  openAt: number;
  afterAt: number;
  sentenceFrom: number;
  opensParagraph: boolean;
};

/** Finds what is said in quotation marks, and by whom where the text says so plainly. */
export function findQuotes(
  scene: SpeechScene,
  quotedSpans: readonly QuotedSpan[],
  sentences: readonly Sentence[],
): Quote[] {
  const quotes: Quote[] = [];
  let former: { site: Site; quote: Quote; speaker?: Speaker } | undefined;
  for (const site of sitesOf(scene, quotedSpans, sentences)) {
    const { quoted, openAt, afterAt } = site;
    const words = wordCount(scene, openAt, afterAt);
    const direct = isWholeUtterance(scene, site);
    const found = attributeAfter(scene, site, direct) ?? attributeBefore(scene, site);
    const speaker =
      found?.speaker ?? (direct && !found ? carriedOn(scene, former, site) : undefined);
    const wordsMin = direct && found ? wordsOfSentenceMin : wordsWithoutSpeakerMin;
    if (!speaker && words < wordsMin) continue;
    const quote: Quote = {
      text: scene.text.slice(quoted.start, quoted.end),
      field: 'body',
      start: quoted.start,
      end: quoted.end,
      cue: found?.cue ?? '',
      direct,
      ...(speaker && { speakerEntityId: speaker.entity.id, speaker: speaker.printed }),
      confidence: speaker?.confidence ?? 0,
    };
    quotes.push(quote);
    former = { site, quote, ...(speaker && { speaker }) };
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
  let sentence = 0;
  let sentenceFrom = 0;
  for (const quoted of quotedSpans) {
    while (sentence < sentences.length && (sentences[sentence]?.end ?? 0) <= quoted.open)
      sentence += 1;
    const sentenceStart = Math.min(sentences[sentence]?.start ?? quoted.open, quoted.open);
    while ((tokens[sentenceFrom]?.start ?? Infinity) < sentenceStart) sentenceFrom += 1;
    while ((tokens[token]?.start ?? Infinity) < quoted.open) token += 1;
    const openAt = token;
    while ((tokens[token]?.start ?? Infinity) < quoted.close) token += 1;
    const opensParagraph = tokens[openAt]?.newLine ?? true;
    yield { quoted, openAt, afterAt: token, sentenceFrom, opensParagraph };
  }
}

function wordCount(scene: SpeechScene, from: number, to: number): number {
  return scene.tokens.slice(from, to).filter(({ kind }) => kind !== 'mark').length;
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
    return attribution(token.text, lastSpeaker(scene, site.openAt));
  }
  if (token.kind === 'word' && verbsBeforeSpeaker.has(token.key) && !token.capital) {
    return attribution(token.text, speakerFrom(scene, at + 1));
  }
  if (accordingTo.has(token.key)) {
    const name = tokens[at + 1]?.key === 'to' ? at + 2 : at + 1;
    return direct ? attribution(token.text, speakerFrom(scene, name)) : undefined;
  }
  if (!direct) return undefined;
  const named = scene.startingAt.get(afterArticle(scene, at));
  const verbAt = named ? named.to : at + 1;
  const verb = tokens[verbAt];
  if (verb?.kind !== 'word' || !verbsAfterSpeaker.has(verb.key)) return undefined;
  const speaker = speakerBefore(scene, verbAt, at);
  return speaker && { cue: verb.text, speaker };
}

function attribution(cue: string, speaker: Speaker | undefined): Attribution {
  return speaker ? { cue, speaker } : { cue };
}

/** X mengatakan, "…" · X: "…" · Menurut X, "…" · X menyerukan "fragment". */
function attributeBefore(scene: SpeechScene, site: Site): Attribution | undefined {
  const { tokens } = scene;
  const { openAt, sentenceFrom } = site;
  if (tokens[openAt - 1]?.text === ':') {
    const named = scene.endingAt.get(openAt - 1);
    if (named) {
      const printed = scene.text.slice(tokens[named.from]?.start, tokens[named.to - 1]?.end);
      return {
        cue: ':',
        speaker: { entity: named.entity, printed, confidence: confidenceOf.colon },
      };
    }
  }
  for (let index = openAt - 1; index >= sentenceFrom; index -= 1) {
    const token = tokens[index];
    if (token?.kind !== 'word') continue;
    if (verbsAfterSpeaker.has(token.key)) {
      return attribution(token.text, speakerOfVerb(scene, index, sentenceFrom));
    }
    if (accordingTo.has(token.key) || (token.capital && verbsBeforeSpeaker.has(token.key))) {
      const name = tokens[index + 1]?.key === 'to' ? index + 2 : index + 1;
      return attribution(token.text, speakerFrom(scene, name));
    }
  }
  return undefined;
}

function speakerOfVerb(
  scene: SpeechScene,
  verb: number,
  sentenceFrom: number,
): Speaker | undefined {
  const speaker = speakerBefore(scene, verb, sentenceFrom);
  if (speaker) return speaker;
  const joint = scene.tokens[verb - 1]?.key ?? '';
  const joined = ['dan', 'serta', 'sambil', 'seraya', 'sembari', 'and', ','].includes(joint);
  return joined ? subjectOf(scene, sentenceFrom) : undefined;
}

/** "…," kata X. "…": goes on in the same paragraph, or fills the next one. */
function carriedOn(
  scene: SpeechScene,
  former: { site: Site; speaker?: Speaker } | undefined,
  site: Site,
): Speaker | undefined {
  if (!former?.speaker) return undefined;
  let lines = 0;
  for (let index = former.site.afterAt; index <= site.openAt; index += 1) {
    if (scene.tokens[index]?.newLine) lines += 1;
  }
  if (lines === 0) return { ...former.speaker, confidence: confidenceOf.sameSpeaker };
  const after = scene.tokens[site.afterAt];
  const fillsParagraph = site.opensParagraph && (!after || after.newLine);
  return lines === 1 && fillsParagraph
    ? { ...former.speaker, confidence: confidenceOf.nextParagraph }
    : undefined;
}
