import type { ReportedClause } from './indirect-clause.ts';
import { behindMark, circumstanceTokensMax } from './indirect-clause.ts';
import { complementisers, passivesOfSameSpeaker, relays } from './lexicon-indirect.ts';
import { passiveReports } from './lexicon-speech.ts';
import { antecedent, confidenceOf } from './antecedents.ts';
import { speakerFrom } from './speakers.ts';
import type { SpeechScene } from './speech-scene.ts';
import type { Token } from './tokens.ts';

/** "Dijelaskannya, …", "Diakui (oleh) X, …", at the start of a sentence. */
export function readPassive(
  scene: SpeechScene,
  at: number,
  to: number,
): ReportedClause | undefined {
  const { tokens } = scene;
  const cue = tokens[at];
  if (!cue) return undefined;
  const isSame = passivesOfSameSpeaker.has(cue.key);
  if (!isSame && !passiveReports.has(cue.key)) return undefined;
  const nameAt = tokens[at + 1]?.key === 'oleh' ? at + 2 : at + 1;
  const speaker = isSame ? antecedent(scene, at) : speakerFrom(scene, nameAt);
  if (!speaker && !isSame) return undefined;
  const handOver = isSame ? at + 1 : handOverBehind(scene, nameAt, to);
  const token = tokens[handOver ?? to];
  if (handOver === undefined || !token || handOver >= to) return undefined;
  const isMarked = token.text === ',' || complementisers.has(token.key);
  if (!isMarked && !isSame) return undefined;
  return {
    from: isMarked ? behindMark(scene, handOver + 1) : handOver,
    to,
    cue: cue.text,
    by: 'rule:passive',
    ...(speaker && { speaker }),
  };
}

/** The "bahwa" or comma behind the name of a passive. */
function handOverBehind(scene: SpeechScene, nameAt: number, to: number): number | undefined {
  const last = Math.min(to, nameAt + circumstanceTokensMax);
  for (let at = nameAt; at < last; at += 1) {
    const named = scene.startingAt.get(at);
    if (named) at = named.to - 1;
    else if (scene.tokens[at]?.text === ',' || complementisers.has(scene.tokens[at]?.key ?? ''))
      return at;
  }
  return undefined;
}

/** "Dikutip dari X, …": what another medium says. */
export function readRelay(
  scene: SpeechScene,
  from: number,
  to: number,
): ReportedClause | undefined {
  const { tokens } = scene;
  const cue = tokens[from];
  if (!cue || !relays.has(cue.key)) return undefined;
  const named = scene.startingAt.get(tokens[from + 1]?.key === 'dari' ? from + 2 : from + 1);
  if (named?.entity.type !== 'ORGANIZATION' || tokens[named.to]?.text !== ',') return undefined;
  const speaker = { named, confidence: confidenceOf.subjectFarFromVerb };
  return { from: behindDay(scene, named.to + 1, to), to, cue: cue.text, by: 'rule:relay', speaker };
}

/** "Dikutip dari X, Kamis, 12 September 2019, …": behind the day. */
function behindDay(scene: SpeechScene, first: number, to: number): number {
  let from = first;
  while (isDayWord(scene.tokens[from])) {
    let comma = from;
    while (comma < Math.min(to, first + circumstanceTokensMax)) {
      if (scene.tokens[comma]?.text === ',') break;
      comma += 1;
    }
    if (scene.tokens[comma]?.text !== ',') return from;
    from = comma + 1;
  }
  return from;
}

function isDayWord(token: Token | undefined): boolean {
  return !!token && (token.kind === 'number' || weekdays.has(token.key));
}

const weekdays: ReadonlySet<string> = new Set(
  'senin selasa rabu kamis jumat sabtu minggu ahad'.split(' '),
);
