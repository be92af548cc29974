import type { FieldSource } from './format.ts';

const JSON_LD = 'its JSON-LD';

export const htmlPageFields: readonly FieldSource[] = [
  {
    field: 'url',
    from: [
      'link rel=canonical',
      'og:url',
      'Link header with rel=canonical',
      'Content-Location header',
      JSON_LD,
    ],
    note: 'a page is known by it; there is no id',
  },
  {
    field: 'title',
    from: [JSON_LD, 'og:title', 'twitter:title', 'title'],
    note: 'without the name of the site',
  },
  {
    field: 'body',
    from: [`articleBody of ${JSON_LD}`, 'the text found on the page'],
    note: 'the page’s own when the JSON-LD’s is cut short or has lost its paragraphs',
  },
  {
    field: 'publishedAt',
    from: [
      JSON_LD,
      'article:published_time',
      'datePublished',
      'publishdate, pubdate, date',
      'dc.date, dcterms.issued, dcterms.created',
      'time',
    ],
  },
  {
    field: 'updatedAt',
    from: [
      JSON_LD,
      'article:modified_time',
      'dateModified',
      'og:updated_time',
      'dcterms.modified',
      'time',
    ],
  },
  { field: 'version', from: [JSON_LD] },
  { field: 'status', from: [JSON_LD] },
  {
    field: 'language',
    from: [JSON_LD, 'lang of html', 'content-language', 'Content-Language header', 'og:locale'],
  },
  { field: 'byline', from: [JSON_LD, 'author', 'article:author', 'dc.creator'] },
  { field: 'section', from: [JSON_LD, 'article:section', 'section'] },
  {
    field: 'extras.summary',
    from: [JSON_LD, 'description', 'og:description', 'twitter:description'],
  },
  { field: 'extras.keywords', from: [JSON_LD, 'article:tag', 'news_keywords', 'keywords'] },
  { field: 'extras.authors', from: [JSON_LD, 'as the byline'] },
  { field: 'extras.media', from: [JSON_LD, 'og:image, og:video and og:audio', 'twitter:image'] },
  {
    field: 'extras.links',
    from: [JSON_LD, 'link rel=amphtml, rel=shortlink, rel=prev and rel=next'],
  },
  { field: 'extras.rights', from: [JSON_LD, 'copyright', 'dc.rights', 'link rel=license'] },
  { field: 'extras.source', from: [JSON_LD, 'og:site_name', 'publisher'] },
  { field: 'extras.places', from: [JSON_LD, 'geo.placename, geo.region and geo.position', 'ICBM'] },
  { field: 'extras', from: [JSON_LD], note: 'everything else that it says beside the text' },
];
