import { quotationMarks } from './lexicon-speech.ts';
import type { Gender, NamedAt, SpeechScene } from './speech-scene.ts';
import type { Token } from './tokens.ts';

const genderOfPronoun: ReadonlyMap<string, Gender> = new Map([
  ['he', 'he'],
  ['him', 'he'],
  ['his', 'he'],
  ['himself', 'he'],
  ['she', 'she'],
  ['her', 'she'],
  ['hers', 'she'],
  ['herself', 'she'],
]);

const genderOfAddress: ReadonlyMap<string, Gender> = new Map([
  ['mr', 'he'],
  ['sir', 'he'],
  ['lord', 'he'],
  ['mrs', 'she'],
  ['ms', 'she'],
  ['miss', 'she'],
  ['lady', 'she'],
  ['dame', 'she'],
]);

/** How many tokens behind a name, in its sentence, a pronoun may stand for it. */
const pronounDistanceMax = 20;

/**
 * Which pronoun the article itself uses for a person: by the form of address, else soon behind the
 * name, the one that stands there more often.
 */
export function gendersOf(
  tokens: readonly Token[],
  persons: readonly NamedAt[],
): Map<string, Gender> {
  const genders = new Map<string, Gender>();
  const balance = new Map<string, number>();
  for (const [index, named] of persons.entries()) {
    const { id } = named.entity;
    const address = addressOf(tokens, named);
    if (address) genders.set(id, address);
    const end = Math.min(named.to + pronounDistanceMax, persons[index + 1]?.from ?? Infinity);
    const gender = pronounBehind(tokens, named.to, end);
    if (gender) balance.set(id, (balance.get(id) ?? 0) + (gender === 'he' ? 1 : -1));
  }
  for (const [id, sum] of balance) {
    if (sum !== 0 && !genders.has(id)) genders.set(id, sum > 0 ? 'he' : 'she');
  }
  return genders;
}

/** "Mr Brown", "Mrs. Brown", the form of address in the name or before it. */
function addressOf(tokens: readonly Token[], { from }: NamedAt): Gender | undefined {
  const before = tokens[from - 1]?.text === '.' ? from - 2 : from - 1;
  return (
    genderOfAddress.get(tokens[from]?.key ?? '') ?? genderOfAddress.get(tokens[before]?.key ?? '')
  );
}

function pronounBehind(tokens: readonly Token[], from: number, to: number): Gender | undefined {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token || token.newLine || token.text === '.' || quotationMarks.has(token.text)) break;
    const gender = genderOfPronoun.get(token.key);
    if (gender) return gender;
  }
  return undefined;
}

/** Whether the pronoun at a token may mean somebody; who was "he" once is never "she". */
export function agrees(scene: SpeechScene, at: number, { entity }: NamedAt): boolean {
  const gender = genderOfPronoun.get(scene.tokens[at]?.key ?? '');
  if (!gender) return true;
  const known = scene.heard.genders.get(entity.id);
  if (!known) scene.heard.genders.set(entity.id, gender);
  return !known || known === gender;
}
