import { knownByName } from './gazetteer.ts';
import {
  headContinuations,
  longNameHeads,
  organizationHeads,
  organizationTails,
  personNamedHeads,
} from './lexicon-organizations.ts';
import { honorifics, roleFields, roleHeads } from './lexicon-roles.ts';
import { commonWords, nameParts, stopWords } from './lexicon-words.ts';
import type { Sheet } from './name-span.ts';
import { claim, isFreeNameWord, nameEnd, printedText } from './name-span.ts';
import { describedAsOrganization } from './recognise-known.ts';

/** Longest name in words: "Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi RI". */
const organizationWordsMax = 9;

/** Takes organisations that a head, a tail or a describing word gives away. */
export function recogniseOrganizations(sheet: Sheet): void {
  if (sheet.titleCase) return;
  for (let index = 0; index < sheet.tokens.length; index += 1) {
    const end = endOfHeadedName(sheet, index) ?? endOfDescribedName(sheet, index);
    if (end === undefined) continue;
    const known = knownByName('ORGANIZATION', printedText(sheet, index, end));
    claim(sheet, {
      type: 'ORGANIZATION',
      from: index,
      to: end,
      by: 'rule:organisation-word',
      ...(known && { known }),
    });
    index = end - 1;
  }
  recogniseTails(sheet);
}

function endOfHeadedName(sheet: Sheet, at: number): number | undefined {
  const head = sheet.tokens[at];
  if (!head?.capital || !organizationHeads.has(head.key)) return undefined;
  const claimed = sheet.claims[at];
  if (claimed && claimed.from !== at) return undefined;
  let from = at + 1;
  if (sheet.tokens[from]?.text === '.' && sheet.tokens[from]?.glued) from += 1;
  const continuations = headContinuations[head.key];
  if (continuations) {
    const second = sheet.tokens[from];
    if (!second || !continuations.has(second.key)) return claimed?.to;
    from += 1;
  }
  const end = extend(sheet, head.key, from);
  const found = end > from || (continuations && sheet.claims[from]?.type === 'LOCATION') ? end : at;
  const knownEnd = claimed?.to ?? at;
  return Math.max(found, knownEnd) > at + 1 ? Math.max(found, knownEnd) : undefined;
}

/** Goes on over capitalised words; a place closes the name, a person or an office is not in it. */
function extend(sheet: Sheet, head: string, from: number): number {
  const { tokens, claims } = sheet;
  const long = longNameHeads.has(head);
  let end = from;
  for (let words = 0; words < organizationWordsMax; words += 1) {
    const next = long ? skipJoint(sheet, end) : end;
    const token = tokens[next];
    if (!token || token.newLine || token.first) break;
    const claimed = claims[next];
    if (claimed?.type === 'PERSON' && personNamedHeads.has(head) && end === from) {
      end = claimed.to;
      break;
    }
    if (claimed && claimed.type !== 'PERSON') {
      end = claimed.to;
      if (claimed.type === 'LOCATION' && !isLegalTail(tokens[end]?.key)) break;
      continue;
    }
    if (end > from && isClosedBy(sheet, head, end - 1) && !token.upper) break;
    const numbered = token.kind === 'number' && words > 0 && /^\d{1,3}$/.test(token.text);
    if (!numbered && !isOrganizationWord(sheet, head, next, end > from)) break;
    end = next + 1;
  }
  if (isLegalTail(tokens[end]?.key) && tokens[end]?.capital) end += 1;
  return overHyphen(sheet, end);
}

function isLegalTail(key: string | undefined): boolean {
  return key === 'tbk' || key === 'ri';
}

/** After a body we know, or an acronym, only another acronym or place goes on: the rest is a person. */
function isClosedBy(sheet: Sheet, head: string, last: number): boolean {
  const token = sheet.tokens[last];
  // "PT Suzuki Indomobil Sales": a firm's name may begin with a brand.
  if (sheet.claims[last]?.type === 'ORGANIZATION') return head !== 'pt';
  return !!token?.upper && !/^[IVX]+$/.test(token.text);
}

/** "Timnas Indonesia U-23", "Universitas Al-Azhar". */
function overHyphen(sheet: Sheet, end: number): number {
  const after = sheet.tokens[end + 1];
  const hyphenated = sheet.tokens[end]?.text === '-' && sheet.tokens[end]?.glued && after?.glued;
  return hyphenated && (after.capital || after.kind === 'number') ? end + 2 : end;
}

function skipJoint(sheet: Sheet, end: number): number {
  const joint = sheet.tokens[end];
  const after = sheet.tokens[end + 1];
  if (!joint || !after?.capital || after.newLine) return end;
  if (joint.text === ',' && goesOnAfterComma(sheet, end)) return end + 1;
  if (['dan', 'untuk', 'of', 'for', 'and', '&'].includes(joint.key)) {
    return roleHeads.has(after.key) || nameParts.has(after.key) || organizationHeads.has(after.key)
      ? end
      : end + 1;
  }
  return end;
}

/** "Badan Meteorologi, Klimatologi, dan Geofisika": capitals and commas up to an "and". */
function goesOnAfterComma(sheet: Sheet, comma: number): boolean {
  for (let index = comma + 1; index < comma + 9; index += 1) {
    const token = sheet.tokens[index];
    if (!token || sheet.claims[index] || token.newLine) return false;
    if (token.key === 'dan' || token.key === 'and') {
      const after = sheet.tokens[index + 1];
      return index > comma + 1 && isFieldWord(sheet, index + 1) && !after?.newLine;
    }
    if (token.text !== ',' && !isFieldWord(sheet, index)) return false;
  }
  return false;
}

function isFieldWord(sheet: Sheet, index: number): boolean {
  const token = sheet.tokens[index];
  return (
    !!token?.capital &&
    !sheet.claims[index] &&
    !nameParts.has(token.key) &&
    !roleHeads.has(token.key) &&
    !organizationHeads.has(token.key)
  );
}

function isOrganizationWord(sheet: Sheet, head: string, at: number, started: boolean): boolean {
  const token = sheet.tokens[at];
  if (!token?.capital || token.kind !== 'word' || honorifics.has(token.key)) return false;
  if (stopWords.has(token.key) && !(started && token.key === 'tinggi'))
    return isFaithWord(token.key);
  if (roleHeads.has(token.key) && !roleFields.has(token.key)) return false;
  if (nameParts.has(token.key)) return !started && personNamedHeads.has(head);
  return true;
}

/** Words of faith and people that end other names but are at home in these. */
function isFaithWord(key: string): boolean {
  return [
    'islam',
    'kristen',
    'katolik',
    'hindu',
    'buddha',
    'pancasila',
    'muslim',
    'betawi',
  ].includes(key);
}

function endOfDescribedName(sheet: Sheet, at: number): number | undefined {
  const token = sheet.tokens[at];
  const claimed = sheet.claims[at];
  if (!token?.capital || token.first || (claimed && claimed.type !== 'ORGANIZATION'))
    return undefined;
  if (describedAsOrganization(sheet, at) === undefined) return undefined;
  if (claimed) return claimed.from === at ? claimed.to : undefined;
  const accept = (index: number) =>
    isFreeNameWord(sheet, index) && !roleHeads.has(sheet.tokens[index]?.key ?? '');
  const end = nameEnd(sheet, at, accept, 4);
  return end > at ? end : undefined;
}

/** "Madura United", "Acme Inc": takes the free capitalised words before a closing word. */
function recogniseTails(sheet: Sheet): void {
  for (let index = 1; index < sheet.tokens.length; index += 1) {
    const tail = sheet.tokens[index];
    if (!tail?.capital || sheet.claims[index] || !organizationTails.has(tail.key)) continue;
    let from = index;
    while (
      from > 0 &&
      index - from < 4 &&
      !sheet.tokens[from]?.first &&
      isTailedWord(sheet, from - 1)
    ) {
      from = sheet.claims[from - 1]?.from ?? from - 1;
    }
    if (from < index)
      claim(sheet, { type: 'ORGANIZATION', from, to: index + 1, by: 'rule:organisation-suffix' });
  }
}

function isTailedWord(sheet: Sheet, index: number): boolean {
  const token = sheet.tokens[index];
  const claimed = sheet.claims[index];
  if (claimed) return claimed.type === 'LOCATION';
  return (
    isFreeNameWord(sheet, index) &&
    !!token &&
    !roleHeads.has(token.key) &&
    !honorifics.has(token.key) &&
    !(token.first && commonWords.has(token.key))
  );
}
