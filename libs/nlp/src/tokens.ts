/** A word, number or mark of a text, with its UTF-16 offsets. */
export type Token = {
  text: string;
  /** Lower-case, typographic apostrophes straightened, dots of "U.S." dropped. */
  key: string;
  start: number;
  end: number;
  kind: 'word' | 'number' | 'mark';
  /** Starts with an upper-case letter. */
  capital: boolean;
  /** More than one letter, none of them lower-case. */
  upper: boolean;
  /** Opens a sentence, a line, a quotation or a bracket: its capital says nothing. */
  first: boolean;
  /** Nothing stands between it and the token before. */
  glued: boolean;
  /** A line break stands between it and the token before. */
  newLine: boolean;
};

// Dotted initials (U.S., B.J.), then words with inner apostrophes (Ma'ruf), then numbers
// (2,5 · 12/6/2023 · 88), then any other visible character. Each alternative can match in one way
// only, so the scan is linear.
const tokenPattern =
  /\p{Lu}(?:\.\p{Lu})+(?![\p{L}\p{N}])|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’ʼ][\p{L}\p{M}]+)*|\p{N}[\p{L}\p{N}]*(?:[.,/]\p{N}+)*|[^\s\p{L}\p{M}\p{N}]/gu;

const englishPossessive = /['’]s$/;
const sentenceEnds = new Set(['.', '!', '?', ':', ';', '…', '•', '*', '|']);
const openers = new Set(['“', '„', '«', '‘', '"', '(', '[', '—', '–']);

/** Words that are written with a dot which ends no sentence. */
export const abbreviations = new Set(
  (
    'pt cv tbk jl jln no dr drs dra ir prof h hj kh k.h rm st mr mrs ms sr jr gen rep sen gov lt col sgt ' +
    'rev dll dsb dst dkk tgl hal vs inc ltd corp co se sh si st kol letjen mayjen brigjen jend kombes ' +
    'kompol akp iptu ipda bripka brigadir ust rp bpk kab kec kel prov rt rw tn ny sdr an u.s u.k'
  ).split(' '),
);

function keyOf(text: string): string {
  return text.toLowerCase().replaceAll(/[’ʼ]/g, "'").replaceAll('.', '');
}

/** Splits a text into tokens. Linear in its length. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let last: Token | undefined;
  for (const match of text.matchAll(tokenPattern)) {
    const printed = match[0].replace(englishPossessive, '');
    const start = match.index;
    const code = printed.codePointAt(0) ?? 0;
    const kind = kindOf(printed);
    const gap = last ? text.slice(last.end, start) : '\n';
    const token: Token = {
      text: printed,
      key: kind === 'word' ? keyOf(printed) : printed,
      start,
      end: start + printed.length,
      kind,
      capital: kind === 'word' && isUpper(String.fromCodePoint(code)),
      upper: kind === 'word' && printed.length > 1 && printed === printed.toUpperCase(),
      first: false,
      glued: gap === '',
      newLine: gap.includes('\n'),
    };
    token.first = opensSentence(tokens, token);
    tokens.push(token);
    last = token;
  }
  return tokens;
}

function kindOf(text: string): Token['kind'] {
  if (/^[\p{L}\p{M}]/u.test(text)) return 'word';
  return /^\p{N}/u.test(text) ? 'number' : 'mark';
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

function opensSentence(before: readonly Token[], token: Token): boolean {
  const previous = before.at(-1);
  if (!previous || token.newLine) return true;
  if (previous.kind !== 'mark') return false;
  if (previous.text === '.') {
    const word = before.at(-2);
    const abbreviated =
      word?.kind === 'word' &&
      previous.glued &&
      (abbreviations.has(word.key) || (word.capital && word.text.length === 1));
    return !abbreviated && !token.glued;
  }
  if (previous.text === '-') return !token.glued && !previous.glued;
  if (previous.text === '”' || previous.text === '’') return before.at(-2)?.kind === 'mark';
  return sentenceEnds.has(previous.text) || openers.has(previous.text);
}
