import { filled, present } from './agency-draft.ts';
import type { Media } from './agency-draft.ts';
import { attributeOf, childElement, childElements, isElement, textOf } from './xml-document.ts';
import type { XmlElement } from './xml-document.ts';
import { at, count, descendants } from './xml-paths.ts';
import { htmlWithin, sameNames } from './xml-html.ts';
import type { HtmlNames } from './xml-html.ts';

/** What is in paragraphs and is no markup of text (persons, places, dates …) stays as its text. */
const nitfNames: HtmlNames = new Map<string, string | null>([
  ...sameNames('p', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'pre', 'br', 'hr', 'a', 'em', 'strong'),
  ...sameNames('table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption'),
  ...([
    ...[['hl1', 'h1'] as const, ['hl2', 'h2'] as const, ['bq', 'blockquote'] as const],
    ...[['block', 'div'] as const, ['note', 'div'] as const, ['fn', 'div'] as const],
    ...[['abstract', 'div'] as const, ['tagline', 'p'] as const, ['credit', 'p'] as const],
  ] as const),
  // Read apart from the text, or said of it rather than part of it.
  ...[
    ...['media', 'nitf-table-metadata', 'tobject', 'key-list', 'copyrite', 'datasource'],
    ...['byline', 'dateline', 'pronounce', 'postaddr', 'table-reference'],
  ].map((name): [string, null] => [name, null]),
]);

/** Said of the text, in a body whose text is not marked as its content. */
const besideContent = new Set(['head', 'body.head', 'body.end']);

/** The text of an NITF document, of its body or of an element in it as HTML, and what stands under it. */
export function nitfBodyHtml(nitf: XmlElement): string {
  const body = nitf.name === 'body' ? nitf : (childElement(nitf, 'body') ?? nitf);
  const content = childElement(body, 'body.content') ?? {
    ...body,
    children: body.children.filter((child) => !isElement(child) || !besideContent.has(child.name)),
  };
  const tagline = at(body, 'body.end', 'tagline');
  const parts = [
    htmlWithin(content, nitfNames),
    tagline === undefined ? '' : `<p>${htmlWithin(tagline, nitfNames)}</p>`,
  ];
  return parts.join('').trim();
}

/** What is shown beside the text, by its references. */
export function nitfMedia(nitf: XmlElement): Media[] {
  return descendants(nitf, 'media').flatMap((media) =>
    childElements(media, 'media-reference').flatMap((reference) => {
      const url = attributeOf(reference, 'source') ?? attributeOf(reference, 'data-location');
      if (url === undefined || filled(url) === undefined) return [];
      const caption = childElement(media, 'media-caption');
      return [
        present({
          url: url.trim(),
          type: attributeOf(reference, 'mime-type') ?? attributeOf(media, 'media-type'),
          caption: filled(textOf(caption)) ?? filled(attributeOf(reference, 'alternate-text')),
          credit:
            filled(textOf(childElement(media, 'media-producer'))) ??
            filled(attributeOf(reference, 'source-credit') ?? attributeOf(reference, 'copyright')),
          width: count(attributeOf(reference, 'width')),
          height: count(attributeOf(reference, 'height')),
          seconds: seconds(reference),
        }) as Media,
      ];
    }),
  );
}

const SECONDS_OF = new Map([
  ['seconds', 1],
  ['minutes', 60],
  ['hours', 3_600],
]);

function seconds(reference: XmlElement): number | undefined {
  const time = count(attributeOf(reference, 'time'));
  const unit = attributeOf(reference, 'time-unit-of-measure')?.toLowerCase() ?? 'seconds';
  const size = SECONDS_OF.get(unit.endsWith('s') ? unit : `${unit}s`);
  return time === undefined || size === undefined ? undefined : time * size;
}
