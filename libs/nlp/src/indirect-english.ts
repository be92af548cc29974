import type { ReportedClause, SentenceTokens } from './indirect-clause.ts';
import type { Speaker } from './antecedents.ts';
import { speakerPronouns } from './lexicon-speech.ts';
import { wordSet } from './lexicon-words.ts';
import { speakerBefore, speakerFrom, speakerOfVerb } from './speakers.ts';
import type { SpeechScene } from './speech-scene.ts';

/** English verbs that report a clause: X said (that) …. */
const sayingVerbs = wordSet(`
said says told tells added adds noted notes argued argues explained explains insisted insists
acknowledged announced claimed claims denied stated suggested warned warns confirmed admitted
recalled complained contended conceded predicted asserted maintained reiterated stressed
`);

/** Of those, the ones that report without "that". */
const bareVerbs = wordSet('said says insisted insists argued argues');

/** What may stand between the verb and "that": when, where, to whom. */
const thatDistanceMax = 10;

/** Behind "X said": where, when or how, or an object; nothing said. */
const notSaid = wordSet(`
in on at to of about during after before when while as for from with by so and or but not it this
these those his her their its more much little something nothing anything everything monday tuesday
wednesday thursday friday saturday sunday last earlier later here there what
`);

/** Before the verb: it reports no speech of that subject. */
const notSaying = wordSet(
  'not never to who which that if when what could would might be is are was were',
);

/** "X said (that) …" · "…, X said." · "According to X, …" · "…, according to X.": the word at token `at`. */
export function readEnglish(
  scene: SpeechScene,
  sentence: SentenceTokens,
  at: number,
): ReportedClause | undefined {
  const { tokens } = scene;
  const cue = tokens[at];
  if (!cue) return undefined;
  if (cue.key === 'according' && tokens[at + 1]?.key === 'to') {
    return readAccording(scene, sentence, at);
  }
  if (!sayingVerbs.has(cue.key) || at === sentence.from) return undefined;
  if (notSaying.has(tokens[at - 1]?.key ?? '') || isSubordinate(scene, sentence, at)) {
    return undefined;
  }
  return readBefore(scene, sentence, at) ?? readBehind(scene, sentence, at);
}

/** "After aides insisted that …", "everything X says": not the main clause. */
function isSubordinate(scene: SpeechScene, { from }: SentenceTokens, verb: number): boolean {
  const { tokens } = scene;
  const named = scene.endingAt.get(verb);
  if (named && relatives.has(tokens[named.roleFrom - 1]?.key ?? '')) return true;
  if (!subordinatorsEnglish.has(tokens[from]?.key ?? '')) return false;
  for (let at = from; at < verb; at += 1) {
    if (tokens[at]?.text === ',') return false;
  }
  return true;
}

const relatives = wordSet('that which what everything whom where than as');

const subordinatorsEnglish = wordSet(
  'after before when while as if although though since because having',
);

function readAccording(
  scene: SpeechScene,
  { from, to }: SentenceTokens,
  at: number,
): ReportedClause | undefined {
  const { tokens } = scene;
  const speaker = speakerFrom(scene, at + 2);
  if (!speaker) return undefined;
  const found = { cue: tokens[at]?.text ?? '', by: 'rule:according-to', speaker };
  if (at > from) {
    const isInserted = tokens[at - 1]?.text === ',';
    return isInserted ? { from, to: at - 1, ...found } : undefined;
  }
  for (let comma = at + 2; comma < Math.min(to, at + 2 + thatDistanceMax); comma += 1) {
    if (tokens[comma]?.text === ',' && comma >= speaker.named.to) {
      return { from: comma + 1, to, ...found };
    }
  }
  return undefined;
}

/** "The bridge will open on Monday, the council said." */
function readBefore(
  scene: SpeechScene,
  { from }: SentenceTokens,
  verb: number,
): ReportedClause | undefined {
  const { tokens } = scene;
  const speaker = speakerBefore(scene, verb, from);
  if (!speaker) return undefined;
  let subject = verb - 1;
  const first = Math.max(from, verb - subjectTokensMax);
  while (subject > first && tokens[subject]?.text !== ',') subject -= 1;
  // The subject stands behind the comma: the name itself, or a pronoun for somebody named before.
  const { named } = speaker;
  const isBehind = named.from > subject || speakerPronouns.has(tokens[subject + 1]?.key ?? '');
  if (tokens[subject]?.text !== ',' || !isBehind || subject - from < contentWordsMin) {
    return undefined;
  }
  // "Asked about it, X said that …" has what is said behind the verb.
  const next = tokens[verb + 1];
  const isEnd = !next || next.newLine || next.text === '.' || notSaid.has(next.key);
  const hasThat = thatBehind(scene, verb, verb + thatDistanceMax) !== undefined;
  if (!isEnd || hasThat || openers.has(tokens[from]?.key ?? '')) return undefined;
  return { from, to: subject, ...reported(scene, verb, speaker) };
}

const subjectTokensMax = 8;

const contentWordsMin = 4;

/** A first part that begins so is no speech: "In a statement, X said". */
const openers = wordSet(`
in on at asked after before when while during as for from with by speaking meanwhile however later
earlier also still if according citing responding but and
`);

/** "X said (that) the bridge will open." */
function readBehind(
  scene: SpeechScene,
  { from, to }: SentenceTokens,
  verb: number,
): ReportedClause | undefined {
  const { tokens } = scene;
  const that = thatBehind(scene, verb, Math.min(to, verb + 1 + thatDistanceMax));
  const next = tokens[verb + 1];
  const isBare =
    that === undefined &&
    next?.kind === 'word' &&
    bareVerbs.has(tokens[verb]?.key ?? '') &&
    !notSaid.has(next.key);
  const start = that === undefined ? verb + 1 : that + 1;
  if ((that === undefined && !isBare) || to - start < contentWordsMin) return undefined;
  const speaker = speakerOfVerb(scene, verb, from);
  if (!speaker && that !== verb + 1) return undefined;
  return { from: start, to, ...reported(scene, verb, speaker) };
}

/** The "that" of "said Sunday in a statement that"; the words between say when, where or to whom. */
function thatBehind(scene: SpeechScene, verb: number, to: number): number | undefined {
  const next = scene.tokens[verb + 1];
  if (next?.key === 'that') return verb + 1;
  const toWhom = tellingVerbs.has(scene.tokens[verb]?.key ?? '');
  if (!next || !(toWhom || notSaid.has(next.key))) return undefined;
  for (let at = verb + 1; at < to; at += 1) {
    const token = scene.tokens[at];
    if (!token || token.newLine || token.kind === 'mark' || token.key === 'and') return undefined;
    if (token.key === 'that') return at;
  }
  return undefined;
}

const tellingVerbs = wordSet('told tells warned warns');

function reported(
  scene: SpeechScene,
  verb: number,
  speaker: Speaker | undefined,
): Pick<ReportedClause, 'cue' | 'by' | 'speaker'> {
  const cue = scene.tokens[verb]?.text ?? '';
  return { cue, by: 'rule:reporting-verb', ...(speaker && { speaker }) };
}
