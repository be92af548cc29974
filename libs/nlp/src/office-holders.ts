import { honorifics, roleFields, roleHeads } from './lexicon-roles.ts';
import { circumstanceWords } from './lexicon-speech.ts';
import { stopWords } from './lexicon-words.ts';
import type { NamedAt, SpeechScene } from './speech-scene.ts';
import { officeTokensMax } from './speech-scene.ts';
import type { Token } from './tokens.ts';

/** "Corporate Communications Strategic": so many capitals before a comma and a person are an office. */
const plainOfficeWordsMin = 3;

/** "Direktur Kargo Garuda Indonesia Iqbal", "Executive Director PT Lippo Tbk, Caroline Riady,". */
export function personBehindOffice(scene: SpeechScene, first: number): NamedAt | undefined {
  let hasHead = false;
  for (let at = first; at < first + officeTokensMax; at += 1) {
    const named = scene.startingAt.get(at);
    if (named?.entity.type === 'PERSON') return named;
    if (named) {
      at = named.to - 1;
      continue;
    }
    const token = scene.tokens[at];
    if (!token || token.newLine) return undefined;
    if (token.text === ',') {
      const isOffice =
        hasHead || (at - first >= plainOfficeWordsMin && !scene.startingAt.has(first));
      return isOffice ? namedInApposition(scene, at + 1) : undefined;
    }
    const isHead = roleHeads.has(token.key) || honorifics.has(token.key);
    if (!isHead && !isOfficeToken(token, hasHead)) return undefined;
    if (!isHead && at === first && !token.capital) return undefined;
    hasHead ||= isHead;
  }
  return undefined;
}

function isOfficeToken(token: Token, hasHead: boolean): boolean {
  if (token.kind === 'mark') return ['/', '-', '&', '(', ')', '.'].includes(token.text) && hasHead;
  if (token.kind === 'number') return hasHead;
  if (roleFields.has(token.key) || token.key === 'of') return true;
  if (circumstanceWords.has(token.key) && !token.capital) return false;
  return token.capital || (hasHead && !stopWords.has(token.key));
}

/** The person named between commas behind an office. */
function namedInApposition(scene: SpeechScene, at: number): NamedAt | undefined {
  const named = scene.startingAt.get(at);
  if (named?.entity.type !== 'PERSON') return undefined;
  const next = scene.tokens[named.to];
  const closed = !next || next.newLine || [',', '.', '(', '"', '”'].includes(next.text);
  return closed || circumstanceWords.has(next.key) ? named : undefined;
}
