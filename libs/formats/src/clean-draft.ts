import {
  EXTRAS_DEPTH_MAX,
  EXTRAS_LENGTH_MAX,
  forbiddenNames,
  LanguageTag,
  LINE_LENGTH_MAX,
} from '@warta/contracts';
import { bodyText, BodyHtmlError } from './body-text.ts';
import { cleanLine, cleanText, cutText } from './clean-text.ts';
import type { ArticleDraft, Item } from './draft.ts';
import { toNfc } from './to-nfc.ts';

type Extras = NonNullable<ArticleDraft['extras']>;
type Json = Extras[string];

/** Names the lists and texts that were cut because a document said more beside its text than is kept. */
const SHORTENED = 'shortened';
const SHORTENED_ROOM = 200;
/**
 * The richest format has some 60; a sender's own beyond these are left out when not all fit. Looking
 * for the longest again and again takes time with the square of their number.
 */
const EXTRAS_NAMES_MAX = 300;

/**
 * An item of a foreign format, made fit to be stored. What a publisher cannot know to be wrong for
 * us is repaired: characters, an overlong byline, an unusable language. HTML becomes text here, off
 * the event loop. Ids and URLs are never changed, though an empty
 * one is none: an article's identity is made of them.
 */
export function cleanItem(item: Item): Item {
  if (!('draft' in item)) return item;
  try {
    return { pointer: item.pointer, draft: cleanDraft(item.draft) };
  } catch (error) {
    if (!(error instanceof BodyHtmlError)) throw error;
    const detail = `the article’s HTML ${error.message}`;
    return { pointer: item.pointer, refusal: [{ pointer: item.pointer, detail }] };
  }
}

/**
 * An item of our own format: only NFC, in texts alone. Its sender can read our contract, and gets
 * told what is wrong rather than having it repaired.
 */
export function normalizeItem(item: Item): Item {
  return 'draft' in item ? { ...item, draft: normalizeDraft(item.draft) } : item;
}

/** The same draft, its texts in NFC. Safe for values that were not validated yet. */
export function normalizeDraft<Draft extends ArticleDraft>(draft: Draft): Draft {
  const texts: Record<string, unknown> = {};
  for (const name of ['title', 'body', 'bodyHtml', 'byline', 'section', 'extras'] as const) {
    if (draft[name] !== undefined) {
      texts[name] = mapStrings(draft[name] as Json, toNfc);
    }
  }
  return { ...draft, ...texts };
}

/** @throws BodyHtmlError */
function cleanDraft(draft: ArticleDraft): ArticleDraft {
  const { title, body, bodyHtml, byline, section, language, extras, ...rest } = draft;
  const text = bodyHtml === undefined ? body : bodyText(bodyHtml);
  return withoutEmpty({
    ...rest,
    title: title && cleanLine(title),
    body: text === undefined ? undefined : cleanText(text),
    byline: byline && cutText(cleanLine(byline), LINE_LENGTH_MAX),
    section: section && cutText(cleanLine(section), LINE_LENGTH_MAX),
    language: language && languageTag(language),
    extras: extras && shorten(mapStrings(extras, cleanText, cleanName) as Extras),
  });
}

/** `id_ID` of many CMS is `id-ID`; what is no tag at all is not kept. */
function languageTag(language: string): string | undefined {
  const tag = language.trim().replaceAll('_', '-');
  return LanguageTag.safeParse(tag).success ? tag : undefined;
}

/** Without fields that are undefined or say nothing. A body may be empty: a picture has none. */
function withoutEmpty(draft: { [Name in keyof ArticleDraft]: ArticleDraft[Name] | undefined }) {
  const kept = Object.entries(draft).filter(
    ([name, value]) =>
      value !== undefined &&
      (value !== '' || name === 'body') &&
      (name !== 'extras' || Object.keys(value as Extras).length > 0),
  );
  return Object.fromEntries(kept) as ArticleDraft;
}

/** As much of the extras as is kept: the longest field is halved until the rest fits. */
function shorten(extras: Extras): Extras {
  const lengths = new Map<string, number>();
  for (const [name, value] of Object.entries(extras)) {
    lengths.set(name, JSON.stringify(value).length + name.length + 4);
  }
  const total = () => [...lengths.values()].reduce((sum, length) => sum + length, 2);
  if (total() <= EXTRAS_LENGTH_MAX) return extras;
  const kept = { ...extras };
  const cut = new Set([...lengths.keys()].slice(EXTRAS_NAMES_MAX));
  for (const name of cut) {
    delete kept[name];
    lengths.delete(name);
  }
  while (total() > EXTRAS_LENGTH_MAX - SHORTENED_ROOM) {
    const [[name] = ['']] = [...lengths].sort(([, a], [, b]) => b - a);
    const half = halfOf(kept[name]);
    if (half === undefined) {
      delete kept[name];
      lengths.delete(name);
    } else {
      kept[name] = half;
      lengths.set(name, JSON.stringify(half).length + name.length + 4);
    }
    cut.add(name);
  }
  return { ...kept, [SHORTENED]: [...cut].slice(0, 5).map((name) => name.slice(0, 30)) };
}

/** Nothing when it cannot be halved. */
function halfOf(value: Json | undefined): Json | undefined {
  if (typeof value === 'string' && value.length > 1) {
    return cutText(value, Math.ceil(value.length / 2));
  }
  if (Array.isArray(value) && value.length > 1) return value.slice(0, Math.ceil(value.length / 2));
  return undefined;
}

const NAME_LENGTH_MAX = 100;

function cleanName(name: string): string {
  const clean = cutText(cleanLine(name), NAME_LENGTH_MAX);
  return forbiddenNames.has(clean) ? `_${clean}` : clean;
}

/** The value with each text and name in it changed. What is too deep to be kept stays as it is. */
function mapStrings(
  value: Json,
  change: (text: string) => string,
  rename: (name: string) => string = (name) => name,
  depth = 0,
): Json {
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object' || value === null || depth > EXTRAS_DEPTH_MAX) return value;
  const inside = (inner: Json) => mapStrings(inner, change, rename, depth + 1);
  if (Array.isArray(value)) return value.map(inside);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [rename(name), inside(inner)]),
  );
}
