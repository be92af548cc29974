import lande from 'lande';
import {
  englishWords,
  indonesianWords,
  malayWords,
  notMalay,
  primaryCodes,
  scripts,
  surelyMalay,
} from './lexicon-languages.ts';

/** More than the first lines adds nothing but time: lande is right on 99.9 % of leads. */
const sampleChars = 600;

/** With fewer letters nothing can be told. */
const lettersMin = 12;

/**
 * Below this a guess is no better than the feed's word for it. To speak against the feed, or for a
 * language that our feeds seldom have, it takes more: tables and line-ups look like anything.
 */
const certaintyMin = 0.5;
const certaintyOfOthersMin = 0.9;
/** As many words are no line-up, and lande is seldom wrong on them. */
const manyWords = 20;
const usualLanguages = new Set(['id', 'ms', 'en']);
/** With fewer words in small letters a text is no sentence: names, scores, a dateline. */
const smallWordsMin = 5;
const smallWord = /(?<![\p{L}\p{N}])\p{Ll}{2,}/gu;

/** Below this, a text full of Indonesian or English words is that language whatever the letters say. */
const certaintyAgainstWordsMin = 0.95;

/** A headline is Indonesian or English when this share of its words is, twice as many as of the other. */
const wordShareMin = 0.25;
const wordsMin = 2;

/** Scripts of which a few letters are several words. */
const fewLetters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{4}/u;

/** One Malay word may be a quotation. */
const malayWordsMin = 2;

/**
 * The language of an article by its title and lead, as a BCP-47 primary language or `und`. Malay reads
 * as Indonesian unless words that only Malay has are in the majority. The feed's declaration decides
 * where the text is too short or too mixed to tell.
 */
export function detectLanguage(title: string, body: string, declared?: string): string {
  const sample = `${title}\n${body.slice(0, sampleChars)}`.slice(0, sampleChars);
  const prior = primaryLanguage(declared);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < lettersMin && !fewLetters.test(sample)) return prior ?? 'und';
  for (const [script, language, shareMin] of scripts) {
    if ((sample.match(script)?.length ?? 0) >= shareMin * letters) return language;
  }
  const [[code, certainty] = ['', 0]] = lande(sample);
  const guess = primaryCodes.get(code);
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const worded = certainty < certaintyAgainstWordsMin ? languageOfWords(words) : undefined;
  const isUsual =
    guess === prior || (!prior && usualLanguages.has(guess ?? '')) || !isLatin(sample);
  const needed = isUsual || words.length >= manyWords ? certaintyMin : certaintyOfOthersMin;
  // Of a line of names and scores the feed knows more than its letters do.
  const isLine = (sample.match(smallWord)?.length ?? 0) < smallWordsMin;
  const isUnusual = isLatin(sample) && !usualLanguages.has(guess ?? '');
  const said = isLine && isUnusual ? prior : undefined;
  const language = worded ?? said ?? (certainty >= needed ? guess : prior) ?? 'und';
  if (language !== 'id' && language !== 'ms') return language;
  return isMalay(words, prior) ? 'ms' : 'id';
}

/**
 * Whose tagger reads a text. One that is too short or too mixed to tell, a table or a line-up: the
 * Indonesian where it has words of it, else the English, which has seen more names of the world.
 */
export function taggedAs(language: string, title: string, body: string): string {
  if (usualLanguages.has(language)) return language;
  const sample = `${title}\n${body}`.slice(0, sampleChars);
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (language !== 'und' && (words.length >= manyWords || !isLatin(sample))) return language;
  const indonesian = countOf(words, indonesianWords);
  return indonesian > 0 && indonesian >= countOf(words, englishWords) ? 'id' : 'en';
}

/** Outside the Latin alphabet few languages share one script, and a guess is soon right. */
function isLatin(sample: string): boolean {
  return /\p{Script=Latin}{3}/u.test(sample);
}

function primaryLanguage(tag: string | undefined): string | undefined {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0];
  return primary && /^[a-z]{2}$/.test(primary) ? primary : undefined;
}

function countOf(words: readonly string[], of: ReadonlySet<string>): number {
  return words.filter((word) => of.has(word)).length;
}

/** Indonesian or English by the words themselves, where they are clear. */
function languageOfWords(words: readonly string[]): string | undefined {
  const indonesian = countOf(words, indonesianWords);
  const english = countOf(words, englishWords);
  const least = Math.max(wordsMin, wordShareMin * words.length);
  if (indonesian >= least && indonesian >= 2 * english) return 'id';
  return english >= least && english >= 2 * indonesian ? 'en' : undefined;
}

function isMalay(words: readonly string[], prior: string | undefined): boolean {
  // The same word again says nothing new: the palaces ("kerajaan") of Java are not a government.
  const distinct = [...new Set(words)];
  const malay = countOf(distinct, malayWords);
  const indonesian = countOf(distinct, notMalay);
  if (prior === 'ms') return malay >= indonesian;
  if (indonesian === 0 && words.some((word) => surelyMalay.has(word))) return true;
  return malay >= malayWordsMin && malay > indonesian;
}
