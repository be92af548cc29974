import type { FieldSource } from './format.ts';

export const newsmlG2Fields: readonly FieldSource[] = [
  { field: 'id', from: ['@guid'] },
  { field: 'title', from: ['contentMeta/headline', 'itemMeta/title', 'NITF’s title'] },
  {
    field: 'bodyHtml',
    from: [
      'contentSet/inlineXML with NITF, XHTML or other markup',
      'contentSet/inlineData of text/html or XML',
    ],
    note: 'an item whose only content cannot be read (PDF, RTF …) is refused',
  },
  {
    field: 'body',
    from: ['contentSet/inlineData of text/plain', 'contentMeta/description', 'groupSet//itemRef'],
    note: 'base64 is decoded; an item without text has its caption, a package what is in it',
  },
  {
    field: 'publishedAt',
    from: ['itemMeta/firstCreated', 'contentMeta/contentCreated', 'itemMeta/versionCreated'],
  },
  { field: 'updatedAt', from: ['itemMeta/versionCreated'] },
  { field: 'version', from: ['@version'] },
  {
    field: 'status',
    from: ['itemMeta/pubStatus'],
    note: 'withheld, too, when embargoed is there without a time that can be read',
  },
  { field: 'embargoUntil', from: ['itemMeta/embargoed'] },
  { field: 'language', from: ['contentMeta/language@tag', '@xml:lang'] },
  { field: 'byline', from: ['contentMeta/by', 'NITF’s byline', 'contentMeta/creator'] },
  { field: 'section', from: ['NITF’s position.section'] },
  { field: 'extras.summary', from: ['contentMeta/description of role summary', 'the first'] },
  { field: 'extras.keywords', from: ['contentMeta/keyword'] },
  {
    field: 'extras.subjects',
    from: ['contentMeta/subject'],
    note: 'persons in people, organisations in organisations, geoArea and poi in places',
  },
  { field: 'extras.authors', from: ['contentMeta/creator', 'contentMeta/contributor'] },
  { field: 'extras.media', from: ['remoteContent', 'icon', 'img in XHTML', 'NITF’s media'] },
  { field: 'extras.links', from: ['itemMeta/link', 'groupSet//itemRef'] },
  {
    field: 'extras.rights',
    from: ['copyrightNotice', 'copyrightHolder', 'usageTerms', 'link'],
    note: 'of rightsInfo, all that are there',
  },
  { field: 'extras.dateline', from: ['contentMeta/dateline', 'contentMeta/located'] },
  { field: 'extras.slug', from: ['contentMeta/slugline'] },
  { field: 'extras.genre', from: ['contentMeta/genre'] },
  { field: 'extras.editorialNote', from: ['itemMeta/edNote'] },
  { field: 'extras.priority', from: ['contentMeta/urgency'] },
  { field: 'extras.source', from: ['contentMeta/infoSource', 'itemMeta/provider'] },
  { field: 'extras.provider', from: ['itemMeta/provider'], note: 'when infoSource is the source' },
  { field: 'extras.places', from: ['contentMeta/subject', 'contentMeta/located', 'assert'] },
  {
    field: 'extras.contentCreated',
    from: ['contentMeta/contentCreated'],
    note: 'when firstCreated is publishedAt',
  },
  {
    field: 'extras',
    from: ['the rest of itemMeta, contentMeta and rightsInfo', 'what NITF says beside'],
    note: 'under its own name: itemClass, service, signal, profile, expires …',
  },
];
