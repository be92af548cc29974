import { knownByName } from './gazetteer.ts';
import { commonWords } from './lexicon-words.ts';
import {
  askingWords,
  editorLabels,
  isLikelyMedium,
  isMedium,
  noInitials,
  writerLabels,
} from './lexicon-furniture.ts';

/** Who wrote or edited, at offsets of the text it was read from. */
export type Byline = {
  start: number;
  end: number;
  name?: string;
  isWriter: boolean;
  /** Agencies inside the brackets of initials: "(Antara/nar)". */
  agencies: string[];
};

/** A list of names behind a label. */
const nameCharsMax = 80;

/** Names behind a label have at most so many words each. */
const nameWordsMax = 5;

const anyLabel = `${writerLabels}|${editorLabels}`;
const labelled = new RegExp(
  `(?<!\\p{L})(${anyLabel}) ?: ?([^\\n:|;]{2,${nameCharsMax}}?)(?= *(?:[|;]|,? *(?:${anyLabel}) ?:|[,.]? *$))`,
  'giu',
);
const personName = `\\p{Lu}[\\p{L}.’'-]{0,24}(?: (?:bin |van |de |al-)?\\p{Lu}[\\p{L}.’'-]{0,24}){0,4}`;
const writerLabel = new RegExp(`^(?:${writerLabels})$`, 'iu');
// Capitals count in these: "by email" is no byline.
const byName = new RegExp(
  `^(?:[Bb]y|BY|[Oo]leh|OLEH):? (${personName}(?:(?:, | and | dan )${personName}){0,3})(?:, [\\p{L} ]{2,40})?$`,
  'u',
);
const reportOf = new RegExp(
  `^[Ll]aporan (?:[Ww]artawan|[Rr]eporter|[Jj]urnalis|[Kk]ontributor|[Kk]oresponden)[^,\\n]{0,40}, (${personName})$`,
  'u',
);
const reportingBy =
  /^\(?(?:additional )?reporting by ([^;\n)]{2,120})(?:; ?(?:additional |editing|writing)[^\n]{0,160})?\)?$/iu;
const initials = /[([](\p{L}{2,12}(?: ?[/-] ?\p{L}{2,12}){0,3})[)\]][\s.,*]*$/u;

const nameParticles = new Set('bin binti van der den de da di la le al el von'.split(' '));

const capitalsOnly = /^\p{Lu}[\p{Lu}.’' -]+(?: ?[|/] ?[\p{Lu}.’' -]+){0,3}$/u;

/** How far from the end initials and what hangs behind them are looked for. */
const initialsCharsMax = 80;

/** The people that a line at a text's start or end names as its writers or editors. */
export function bylinesOfLine(line: string): Byline[] {
  const single = byName.exec(line) ?? reportOf.exec(line) ?? reportingBy.exec(line);
  if (single) {
    const name = (single[1] ?? '').trim();
    return [{ start: 0, end: line.length, name, isWriter: true, agencies: [] }];
  }
  if (line.length > 3 * nameCharsMax) return [];
  const bylines: Byline[] = [];
  let last = 0;
  for (const match of line.matchAll(labelled)) {
    const name = (match[2] ?? '').trim();
    // The first label opens the line, each other follows a name: "Kata editor: …" is the text's own.
    if (!/^[\s|;,.(]*$/.test(line.slice(last, match.index)) || !isListOfNames(name)) break;
    const isWriter = writerLabel.test(match[1] ?? '');
    last = match.index + match[0].length;
    bylines.push({ start: match.index, end: last, name, isWriter, agencies: [] });
  }
  return bylines;
}

/** "Ani Budi, Cita Dewi & Eka". In an interview a question follows: "Wartawan: Bagaimana menurut Bapak?" */
function isListOfNames(listed: string): boolean {
  if (/[?!“”"]/.test(listed)) return false;
  return listed.split(/ ?[,/&] ?| dan | and /).every((name) => {
    const words = name.split(' ').filter((word) => word !== '');
    return (
      words.length <= nameWordsMax &&
      words.every((word, index) => {
        const isPart = /^[\p{Lu}(@]/u.test(word) || (index > 0 && nameParticles.has(word));
        return isPart && !askingWords.has(word.toLowerCase());
      })
    );
  });
}

/** Writers in a line of capitals at the very end, before its sources: "DEWI NURITA | ANTARA". */
export function bylineOfCapitals(line: string): Byline | undefined {
  if (line.length > nameCharsMax || !capitalsOnly.test(line)) return undefined;
  const names = line.split(/ ?[|/] ?/);
  const firstSource = names.findIndex(isLikelyMedium);
  const writers = firstSource === -1 ? names : names.slice(0, firstSource);
  if (writers.length === 0 || !writers.every(isPersonInCapitals)) return undefined;
  const last = writers.at(-1) ?? '';
  return {
    start: 0,
    end: line.indexOf(last) + last.length,
    name: writers.join(', '),
    isWriter: true,
    agencies: [],
  };
}

function isPersonInCapitals(name: string): boolean {
  const words = name.toLowerCase().split(' ');
  return words.length >= 2 && words.length <= 4 && !words.some((word) => commonWords.has(word));
}

/** The initials that a text ends with: "(nar)", "(rvk/asp)", "(Antara/nar)". */
export function initialsAtEnd(text: string): Byline | undefined {
  const offset = Math.max(0, text.length - initialsCharsMax);
  const match = initials.exec(text.slice(offset));
  if (!match) return undefined;
  const printed = match[1] ?? '';
  const parts = printed.split(/ ?[/-] ?/);
  const agencies = parts.filter((part) => isMedium(part));
  const own = parts.filter((part) => !isMedium(part));
  if (!own.every((part) => /^\p{Ll}{2,4}$/u.test(part) || /^\p{Lu}{1,4}$/u.test(part)))
    return undefined;
  // "[sic]" closes no article, "[em/jm]" does.
  if (match[0].startsWith('[') && parts.length < 2) return undefined;
  const people = own.filter(
    (part) => !noInitials.has(part.toLowerCase()) && !commonWords.has(part),
  );
  if (people.length === 0 && agencies.length === 0) return undefined;
  // "(KPK)" behind a name is its short form.
  if (people.every((part) => part === part.toUpperCase()) && agencies.length === 0)
    return undefined;
  const start = offset + match.index;
  const end = start + printed.length + 2;
  if (agencies.length === 0 && !closesText(text.slice(0, start), own)) return undefined;
  const byline = people.length === own.length && agencies.length === 0 ? printed : people.join('/');
  return { start, end, ...(byline && { name: byline }), isWriter: false, agencies };
}

/**
 * Whether initials stand behind all that is said: "… di tempat haram (zina)." explains a word, and
 * "(jawa)" names a place.
 */
function closesText(before: string, own: readonly string[]): boolean {
  const [only = ''] = own;
  if (own.length > 1) return true;
  const isName =
    only.length > 3 &&
    (['LOCATION', 'ORGANIZATION'] as const).some((type) => knownByName(type, only));
  const ended = before.trimEnd();
  const isOwnLine = before.slice(ended.length).includes('\n');
  return !isName && (isOwnLine || /^$|[.,!?…%)"”’'\]]$/u.test(ended));
}
