import { absoluteUrl } from './absolute-url.ts';
import { agencyDraft } from './agency-draft.ts';
import type { LooseDraft, Media } from './agency-draft.ts';
import type { ArticleDraft } from './draft.ts';
import { htmlLine, isHtml, plainLine } from './html-text.ts';

/** What editors put into a headline; other tags in one are what it is about. */
const FORMATTING =
  /<\/?(?:a|b|big|br|div|em|font|h[1-6]|i|mark|p|small|span|strong|sub|sup|u)(?:[\s/][^<>]*)?>/i;
/** A name alone is one of the agency's own items rather than where something lies. */
const isAddress = (reference: string) => /[/.?]/.test(reference);

/**
 * The draft of an agency's item as its readers are to see it: title and byline, which formats of
 * agencies have as plain text, without the HTML that systems put there escaped, and its media where
 * they are found.
 * @param base What relative addresses are relative to; without it they stay as they are.
 */
export function readableDraft(draft: LooseDraft, base: string | undefined): ArticleDraft {
  const { title, byline, extras } = draft;
  return agencyDraft({
    ...draft,
    title: title && headline(title),
    byline: byline && headline(byline),
    extras: { ...extras, media: extras.media?.map((media) => located(media, base)) },
  });
}

function headline(text: string): string {
  if (!isHtml(text)) return text;
  const line = plainLine(text);
  return FORMATTING.test(line) ? htmlLine(line) : line;
}

/** Of another scheme, as names are that only the agency knows, it stays what it is. */
const located = (media: Media, base: string | undefined): Media =>
  isAddress(media.url) ? { ...media, url: absoluteUrl(media.url, base) ?? media.url } : media;
