import type { ArticleDraft } from './draft.ts';
import type { FieldSource, Format } from './format.ts';

/** The fields of PushArticle, which are this format: each is taken from the field of its name. */
const fields: readonly FieldSource[] = [
  { field: 'id', from: ['id'] },
  { field: 'url', from: ['url'] },
  { field: 'title', from: ['title'] },
  { field: 'body', from: ['body'] },
  { field: 'bodyHtml', from: ['bodyHtml'] },
  { field: 'publishedAt', from: ['publishedAt'] },
  { field: 'updatedAt', from: ['updatedAt'] },
  { field: 'version', from: ['version'] },
  { field: 'status', from: ['status'] },
  { field: 'embargoUntil', from: ['embargoUntil'] },
  { field: 'language', from: ['language'] },
  { field: 'byline', from: ['byline'] },
  { field: 'section', from: ['section'] },
  { field: 'extras', from: ['extras'] },
];

/**
 * Warta's own JSON: one object is one article, and nothing is guessed. An object of any other JSON
 * ends here too, so that its sender is told which fields are missing or unknown.
 */
export const wartaJson: Format = {
  name: 'warta-json',
  title: 'Warta’s own JSON',
  specification: '../apps/ingestor/openapi.json',
  mediaTypes: [],
  recognises: (document) => document.kind === 'json' && !Array.isArray(document.value),
  read(document) {
    const value = document.kind === 'json' ? document.value : undefined;
    if (typeof value !== 'object' || value === null) {
      return [{ pointer: '', refusal: [{ pointer: '', detail: 'must be an object' }] }];
    }
    return [{ pointer: '', draft: value as ArticleDraft }];
  },
  fields,
};
