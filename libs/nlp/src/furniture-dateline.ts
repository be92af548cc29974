import { knownByName } from './gazetteer.ts';
import { isMedium, noDateline } from './lexicon-furniture.ts';
import { monthNumbers } from './lexicon-time.ts';

/** "WASHINGTON, June 12 (Reuters) - " and longer ones with two places fit. */
const headCharsMax = 80;

/** What ends a dateline. A hyphen inside a word does not. */
const separator = /(?: ?(?:--|[–—]) ?| - ?|- |: )/u;
const siteThenPlace =
  /^([\p{L}\p{N}-]{2,30}\.\p{L}{2,3}(?:\.[a-z]{2})?), ((?:\p{Lu}[\p{L}-]* ?){1,4})/u;

/** Where the dateline of a text ends, and the agencies in its brackets. */
type Dateline = { end: number; agencies: string[] };

/**
 * The dateline that a line opens with: "JAKARTA, KOMPAS.com - ", "TEMPO.CO, Jakarta - ", "WASHINGTON
 * (Reuters) - ". Undefined when what stands before the dash may be the article's own words.
 */
export function datelineOf(line: string): Dateline | undefined {
  const head = line.slice(0, headCharsMax);
  const dash = separator.exec(head);
  if (dash && dash.index >= 2 && (!dash[0].startsWith(':') || isKnownPlace(head, dash.index))) {
    const parts = partsOf(head.slice(0, dash.index));
    if (parts) return { end: dash.index + dash[0].trimEnd().length, agencies: parts.agencies };
  }
  return withoutDash(head);
}

function isKnownPlace(head: string, end: number): boolean {
  const name = head.slice(0, end);
  return name === name.toUpperCase() && knownByName('LOCATION', name) !== undefined;
}

/** "Liputan6.com, Jakarta Presiden …": some feeds lose the dash. */
function withoutDash(head: string): Dateline | undefined {
  const [, publisher = '', words = ''] = siteThenPlace.exec(head) ?? [];
  if (!isMedium(publisher)) return undefined;
  const names = words.trimEnd().split(' ');
  for (let count = Math.min(3, names.length - 1); count > 0; count -= 1) {
    const place = names.slice(0, count).join(' ');
    if (knownByName('LOCATION', place)) {
      return { end: publisher.length + 2 + place.length, agencies: [] };
    }
  }
  return undefined;
}

/** Every part must be a publisher, a place, an agency in brackets or a day; one of them for sure. */
function partsOf(head: string): { agencies: string[] } | undefined {
  const bracket = /^(.*?),? ?\(([\p{L}][\p{L}.,/ ]{1,40})\)$/u.exec(head);
  const agencies = bracket ? (bracket[2] ?? '').split(/[/,]/).map((name) => name.trim()) : [];
  if (agencies.some((name) => !/^\p{L}/u.test(name))) return undefined;
  const parts = (bracket ? (bracket[1] ?? '') : head)
    .split(/, ?/)
    .filter((part) => part !== '' && !isDayOrMonth(part));
  if (parts.length > 4 || !parts.every(isPart)) return undefined;
  const isSure = agencies.length > 0 ? agencies.some(isSource) : parts.some(isSurePart);
  return isSure ? { agencies: agencies.filter(isMedium) } : undefined;
}

function isSource(name: string): boolean {
  return isMedium(name) || name === name.toUpperCase();
}

function isPart(part: string): boolean {
  return (
    isMedium(part) ||
    /^\p{Lu}[\p{L}.’'-]{0,24}(?: \p{Lu}[\p{L}.’'-]{0,24}){0,3}$/u.test(part.trim())
  );
}

function isSurePart(part: string): boolean {
  if (isMedium(part)) return true;
  if (part.split(' ').some((word) => noDateline.has(word.toLowerCase()))) return false;
  if (knownByName('LOCATION', part)) return true;
  const isUpper = part === part.toUpperCase() && part.length >= 4;
  return isUpper && !knownByName('ORGANIZATION', part) && !knownByName('PERSON', part);
}

/** "12/6", "June 12", "12 Juni 2023". */
function isDayOrMonth(part: string): boolean {
  if (/^\d{1,2}\/\d{1,2}(?:\/\d{2,4})?$/.test(part) || /^\d{4}$/.test(part)) return true;
  const words = part.replaceAll('.', '').toLowerCase().split(' ');
  return (
    words.length <= 3 &&
    words.some((word) => monthNumbers.has(word)) &&
    words.every((word) => monthNumbers.has(word) || /^\d{1,4}$/.test(word))
  );
}
