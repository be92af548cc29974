import {
  accordingTo,
  circumstanceWords,
  passiveReports,
  reportingParticiples,
  verbsBeforeSpeaker,
  verbsOfSameSpeaker,
} from './lexicon-speech.ts';
import type { Site } from './quote-sites.ts';
import type { Speaker } from './antecedents.ts';
import { confidenceOf, sameSpeaker } from './antecedents.ts';
import { afterArticle, speakerBefore, speakerFrom, speakerOfVerb } from './speakers.ts';
import type { NamedAt, SpeechScene } from './speech-scene.ts';
import { isReportingVerb } from './lay-out-scene.ts';
import type { Token } from './tokens.ts';

/** How many tokens before a quote its reporting verb may stand; sentences are rarely longer. */
const cueDistanceMax = 60;

/** How long a subject between a quote and its verb may be, its asides included. */
const subjectTokensMax = 24;

/** Words that begin a subject in English, beside names. */
const subjectOpeners: ReadonlySet<string> = new Set(
  'the a an he she they his her their one another'.split(' '),
);

/** What ties a quote to its speaker: the reporting word, and the rule that read it. */
export type Attribution = { cue: string; by: string; speaker?: Speaker };

/** "…," kata X · "…," katanya · "…," X said. */
export function attributeAfter(
  scene: SpeechScene,
  site: Site,
  direct: boolean,
): Attribution | undefined {
  const { tokens } = scene;
  const at = tokens[site.afterAt]?.text === ',' ? site.afterAt + 1 : site.afterAt;
  const token = tokens[at];
  if (!token || token.newLine) return undefined;
  if (token.kind === 'word' && verbsOfSameSpeaker.has(token.key)) {
    const speaker = sameSpeaker(scene, site.openAt);
    const isOpen = speaker && answers.has(token.key) && isAnsweredByOther(scene, speaker.named);
    return attribution(token, 'rule:cue-of-same-speaker', isOpen ? undefined : speaker);
  }
  const isCapitalSlip = token.capital && tokens[at - 1]?.text !== '.';
  if (
    token.kind === 'word' &&
    verbsBeforeSpeaker.has(token.key) &&
    (!token.capital || isCapitalSlip)
  ) {
    return attribution(token, 'rule:cue-after-quote', speakerFrom(scene, behindVerb(scene, at)));
  }
  if (accordingTo.has(token.key)) {
    if (token.capital && hasEnded(scene, site)) return undefined;
    const name = tokens[at + 1]?.key === 'to' ? at + 2 : at + 1;
    return direct ? attribution(token, 'rule:according-to', speakerFrom(scene, name)) : undefined;
  }
  // The piece of speech at the end of a sentence: The country "has changed," X said.
  const closesSentence = /,$/.test(scene.text.slice(site.quoted.start, site.quoted.end));
  if (!direct && !closesSentence) return undefined;
  return (direct ? signature(scene, site) : undefined) ?? subjectAfter(scene, site, at);
}

/** Words by which somebody else may answer the one who spoke last. */
const answers: ReadonlySet<string> = new Set(
  'jawabnya balasnya sahutnya timpalnya tukasnya elaknya sergahnya'.split(' '),
);

/** "…?" kata X · "…," kata X kepada Y: whoever answers now is hardly X. */
function isAnsweredByOther({ tokens, startingAt }: SpeechScene, named: NamedAt): boolean {
  for (let at = named.roleFrom - 1; at > named.roleFrom - askedTokensMax; at -= 1) {
    const token = tokens[at];
    if (token?.text === '?' || token?.key === 'tanya') return true;
    if (!token || token.newLine) break;
  }
  for (let at = named.to; at < named.to + askedTokensMax; at += 1) {
    const token = tokens[at];
    if (!token || token.newLine || token.text === '.') return false;
    const isToward = token.key === 'kepada' || token.key === 'pada';
    if (isToward && startingAt.get(at + 1)?.entity.type === 'PERSON') return true;
  }
  return false;
}

/** How many tokens around a speaker may say that they ask, or whom they address. */
const askedTokensMax = 10;

/** "…." Menurut X, hujan turun: the quote has ended its sentence, the word opens the next one. */
function hasEnded({ text }: SpeechScene, { quoted }: Site): boolean {
  return /[.?!…]$/.test(text.slice(quoted.start, quoted.end));
}

/** "demikian disampaikan (oleh) X", "begitu kata X": the name stands behind the second word. */
function behindVerb(scene: SpeechScene, at: number): number {
  if (!['demikian', 'begitu'].includes(scene.tokens[at]?.key ?? '')) return at + 1;
  const second = scene.tokens[at + 1]?.key ?? '';
  if (!passiveReports.has(second) && !verbsBeforeSpeaker.has(second)) return at + 1;
  return scene.tokens[at + 2]?.key === 'oleh' ? at + 3 : at + 2;
}

/** "…" — X: a name behind a dash, and nothing else. */
function signature(scene: SpeechScene, { afterAt }: Site): Attribution | undefined {
  const dash = scene.tokens[afterAt]?.text ?? '';
  const named = scene.startingAt.get(afterAt + 1);
  if (!['—', '―', '–', '-'].includes(dash) || named?.entity.type !== 'PERSON') return undefined;
  const next = scene.tokens[named.to];
  const isAlone = !next || next.newLine || ['.', ','].includes(next.text);
  if (!isAlone) return undefined;
  const speaker = { named, confidence: confidenceOf.colon };
  return { cue: dash, by: 'rule:signature', speaker };
}

/** "…," X said · "…," X (R-Ohio), a member of the panel, said. */
function subjectAfter(scene: SpeechScene, site: Site, at: number): Attribution | undefined {
  const { tokens } = scene;
  const named = scene.startingAt.get(afterArticle(scene, at));
  const isOpenEnded = /[,?!—…]$/.test(scene.text.slice(site.quoted.start, site.quoted.end));
  const first = tokens[at];
  const mayBeLong =
    (isOpenEnded || tokens[site.afterAt]?.text === ',') &&
    (first?.capital || subjectOpeners.has(first?.key ?? ''));
  const last = mayBeLong ? at + subjectTokensMax : (named?.to ?? at + 1);
  for (let verbAt = named?.to ?? at + 1; verbAt <= last; verbAt += 1) {
    const verb = tokens[verbAt];
    if (!verb || verb.newLine || opensSentence(tokens, verbAt)) return undefined;
    if (verb.kind !== 'word' || !isReportingVerb(verb.key)) continue;
    const speaker = speakerBefore(scene, verbAt, at) ?? describedSubject(scene, at);
    // Whoever it is, it is not the one of the quote before.
    return speaker || mayBeLong
      ? attribution(verb, 'rule:speaker-after-quote', speaker)
      : undefined;
  }
  return undefined;
}

function attribution(cue: Token, by: string, speaker: Speaker | undefined): Attribution {
  return { cue: cue.text, by, ...(speaker && { speaker }) };
}

/** "Scott Pruitt, the attorney general of Oklahoma, one of the states suing, said": the name is first. */
function describedSubject(scene: SpeechScene, at: number): Speaker | undefined {
  const named = scene.startingAt.get(at);
  const isDescribed = named && [',', '('].includes(scene.tokens[named.to]?.text ?? '');
  return isDescribed && named.entity.type === 'PERSON'
    ? { named, confidence: confidenceOf.subjectFarFromVerb }
    : undefined;
}

function opensSentence(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text ?? '';
  return !!tokens[at]?.first && before !== '(' && !openingMarks.has(before);
}

const openingMarks: ReadonlySet<string> = new Set(['"', '“', '‘', "'"]);

/** X mengatakan, "…" · X: "…" · Menurut X, "…" · X menyerukan "fragment". */
export function attributeBefore(scene: SpeechScene, site: Site): Attribution | undefined {
  const { tokens } = scene;
  const { openAt } = site;
  const sentenceFrom = introducedFrom(scene, site);
  const beforeColon = tokens[openAt - 1]?.text === ':' && scene.endingAt.get(openAt - 1);
  if (beforeColon && !isPlaceOrAddressee(scene, beforeColon)) {
    const speaker = { named: beforeColon, confidence: confidenceOf.colon };
    return { cue: ':', by: 'rule:colon', speaker };
  }
  for (let index = openAt - 1; index >= sentenceFrom; index -= 1) {
    const token = tokens[index];
    if (token?.kind !== 'word') continue;
    if (isReportingVerb(token.key) || reportingParticiples.has(token.key)) {
      return attribution(token, 'rule:cue-before-quote', speakerOfVerb(scene, index, sentenceFrom));
    }
    if (accordingTo.has(token.key) || (token.capital && verbsBeforeSpeaker.has(token.key))) {
      const name = tokens[index + 1]?.key === 'to' ? index + 2 : index + 1;
      return attribution(token, 'rule:according-to', speakerFrom(scene, name));
    }
  }
  return undefined;
}

/** "menulis di Instagram:", "kata Ani kepada Budi:": the name before the colon does not speak. */
function isPlaceOrAddressee(scene: SpeechScene, named: NamedAt): boolean {
  return circumstanceWords.has(scene.tokens[named.roleFrom - 1]?.key ?? '');
}

/** Where the words that introduce a quote begin: its sentence, or the paragraph that ends in a colon. */
function introducedFrom(scene: SpeechScene, { openAt, sentenceFrom }: Site): number {
  const first = Math.max(0, openAt - cueDistanceMax);
  // A sentence that has ended introduces nothing, even when the space behind it was forgotten.
  if (['.', '!', '?'].includes(scene.tokens[openAt - 1]?.text ?? '')) return openAt;
  if (scene.tokens[openAt - 1]?.text !== ':' || sentenceFrom < openAt) {
    return Math.max(sentenceFrom, first);
  }
  let from = openAt - 1;
  while (from > first && !scene.tokens[from]?.newLine && !scene.tokens[from]?.first) from -= 1;
  return from;
}
