import { TITLE_LENGTH_MAX } from '@warta/contracts';
import { cleanLine, cutText } from './clean-text.ts';
import type { ArticleDraft, ExtrasVocabulary } from './draft.ts';

/** What a publisher says beyond title and body: the common names, and the format's own beside them. */
export type AgencyExtras = {
  [Name in keyof ExtrasVocabulary]: ExtrasVocabulary[Name] | undefined;
} & { [name: string]: unknown };

export type Media = NonNullable<ExtrasVocabulary['media']>[number];
export type Subject = NonNullable<ExtrasVocabulary['subjects']>[number];
export type Link = NonNullable<ExtrasVocabulary['links']>[number];
export type Place = NonNullable<ExtrasVocabulary['places']>[number];
export type Author = NonNullable<ExtrasVocabulary['authors']>[number];

/** A draft whose fields may be undefined. */
export type LooseDraft = {
  [Name in Exclude<keyof ArticleDraft, 'extras'>]?: ArticleDraft[Name] | undefined;
} & { readonly extras: AgencyExtras };

/** The draft without what is not said. Agencies' titles may be as long as they like: the whole stays in extras. */
export function agencyDraft({ title: said, extras, ...rest }: LooseDraft): ArticleDraft {
  const title = filled(said);
  const isLong = title !== undefined && title.length > TITLE_LENGTH_MAX;
  return present({
    ...rest,
    title: title && cutText(title, TITLE_LENGTH_MAX),
    extras: present({ ...extras, ...(isLong && { title }) }),
  }) as ArticleDraft;
}

/** On one line; undefined when there is nothing on it. */
export function filled(text: string | undefined): string | undefined {
  const line = cleanLine(text ?? '');
  return line === '' ? undefined : line;
}

/** Versions that are whole numbers order revisions; others only tell a reader something. */
export function wholeVersion(text: string | undefined): number | undefined {
  return text !== undefined && /^\s{0,9}\d{1,15}\s{0,9}$/.test(text) ? Number(text) : undefined;
}

/** Without members that are undefined and lists that are empty. */
export function present<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([, member]) => member !== undefined && !(Array.isArray(member) && member.length === 0),
    ),
  ) as T;
}

/** One text of several, each once, in their order. */
export function joined(
  texts: readonly (string | undefined)[],
  separator: string,
): string | undefined {
  const kept = new Set(texts.map((text) => filled(text)).filter((text) => text !== undefined));
  return kept.size === 0 ? undefined : [...kept].join(separator);
}

/** The first draft, and from the second what the first does not say. */
export function completed(draft: LooseDraft, more: LooseDraft): LooseDraft {
  const hasBody = draft.body !== undefined || draft.bodyHtml !== undefined;
  return {
    ...present({ ...more, ...(hasBody && { body: undefined, bodyHtml: undefined }) }),
    ...present({ ...draft, extras: undefined }),
    extras: { ...present(more.extras), ...present(draft.extras) } as AgencyExtras,
  };
}
