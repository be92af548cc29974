import { nameKey } from './gazetteer.ts';
import type { KnownEntity } from './gazetteer-row.ts';
import type { NameSpan, Sheet } from './name-span.ts';
import { printedText, spansOf, unlink } from './name-span.ts';

/**
 * "Megawati" is not the politician where the article is about "Megawati Hangestri" and names no
 * politician: a known person's single name yields to the longer one of the article.
 */
export function releaseNamesakes(sheets: readonly Sheet[]): void {
  const longer = new Set<string>();
  const whole = new Set<KnownEntity>();
  const short: { span: NameSpan; key: string }[] = [];
  for (const sheet of sheets) {
    for (const span of spansOf(sheet)) {
      if (span.type !== 'PERSON') continue;
      const words = nameKey(printedText(sheet, span.from, span.to)).split(' ');
      if (words.length > 1 && span.known) whole.add(span.known);
      else if (words.length > 1) for (const word of words) longer.add(word);
      else if (span.known) short.push({ span, key: words[0] ?? '' });
    }
  }
  for (const { span, key } of short) {
    if (span.known && longer.has(key) && !whole.has(span.known)) unlink(span);
  }
}

/** Offices of a village or a station, which none of the people that we know holds. */
const localOffices = new Set(
  'lurah camat kades kapolsek wakapolsek kanit kasi kasat kasatreskrim danramil'.split(' '),
);

/**
 * "Lurah Muhammad Ali" is no boxer, nor is any other where the article has no word of his field: a name
 * that many people bear needs one.
 */
export function releaseOutOfField(sheets: readonly Sheet[]): void {
  const spans = sheets.flatMap(spansOf).filter(({ type }) => type === 'PERSON');
  const local = new Set(spans.filter(holdsLocalOffice).map(({ known }) => known));
  const inField = new Map<KnownEntity, boolean>();
  for (const span of spans) {
    const { known } = span;
    if (!known) continue;
    if (!inField.has(known)) inField.set(known, hasWordOfField(sheets, known));
    if (local.has(known) || !inField.get(known)) unlink(span);
  }
}

function holdsLocalOffice({ role }: NameSpan): boolean {
  return localOffices.has(role?.split(' ')[0]?.toLowerCase() ?? '');
}

function hasWordOfField(sheets: readonly Sheet[], { field }: KnownEntity): boolean {
  return !field || sheets.some(({ tokens }) => tokens.some(({ key }) => field.has(key)));
}
