import type { Sheet } from './name-span.ts';
import { claim } from './name-span.ts';
import { splitDateline } from './split-dateline.ts';
import type { Tagger, TextStyle } from './tagger.ts';
import { toTokens, wordsFor } from './tagger-words.ts';

/** Tokens that a window shares with the one before, so that no name is cut at a seam. */
export const overlapTokens = 20;

/**
 * The most tokens of one article that a tagger is asked about: a sixth more than the longest body has
 * when it is prose (5.9 characters a token in 500 real articles), and half a second of the time that any
 * text may take. What is beyond stands in texts that are no prose, and has the rules alone.
 */
const taggedTokensMax = 40_000;

type Window = { from: number; to: number };

/**
 * Takes the names that the tagger finds in the sheets, paragraph by paragraph, and returns whether
 * it has seen all of them.
 */
export async function tagNames(
  sheets: readonly Sheet[],
  tagger: Tagger,
  style: TextStyle,
): Promise<boolean> {
  let left = taggedTokensMax;
  for (const sheet of sheets) {
    for (const paragraph of paragraphsOf(sheet)) {
      if (!hasLetters(sheet, paragraph)) continue;
      const to = Math.min(paragraph.to, paragraph.from + left);
      left -= to - paragraph.from;
      await tagParagraph(sheet, { from: paragraph.from, to }, tagger, style);
      if (to < paragraph.to) return false;
    }
  }
  return true;
}

async function tagParagraph(
  sheet: Sheet,
  paragraph: Window,
  tagger: Tagger,
  style: TextStyle,
): Promise<void> {
  const windows = windowsOf(paragraph, tagger.windowTokensMax);
  for (const [index, window] of windows.entries()) {
    // Marks alone name nobody: 100,000 quotation marks are not worth the tagger's time.
    if (!hasLetters(sheet, window)) continue;
    const given = wordsFor(sheet, window, tagger);
    // In the part that two windows share, each is believed on its own side of the middle.
    const from = index === 0 ? window.from : window.from + overlapTokens / 2;
    const to = window.to === paragraph.to ? window.to : window.to - overlapTokens / 2;
    for (const found of await tagger.tag(given.words, style)) {
      const name = toTokens(given, found);
      if (!name || name.from < from || name.from >= to || sheet.claims[name.from]) continue;
      for (const part of splitDateline(sheet, name)) {
        claim(sheet, { ...part, by: tagger.name });
      }
    }
  }
}

function hasLetters(sheet: Sheet, { from, to }: Window): boolean {
  return sheet.tokens.slice(from, to).some((token) => token.kind === 'word');
}

function paragraphsOf({ tokens }: Sheet): Window[] {
  const paragraphs: Window[] = [];
  for (const [index, token] of tokens.entries()) {
    const last = paragraphs.at(-1);
    if (!last || token.newLine) paragraphs.push({ from: index, to: index + 1 });
    else last.to = index + 1;
  }
  return paragraphs;
}

function windowsOf({ from, to }: Window, tokensMax: number): Window[] {
  const windows: Window[] = [];
  for (let start = from; start < to; start += tokensMax - overlapTokens) {
    const end = Math.min(to, start + tokensMax);
    windows.push({ from: start, to: end });
    if (end === to) break;
  }
  return windows;
}
