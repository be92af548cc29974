import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Item } from './draft.ts';
import { newsmlG2 } from './newsml-g2.ts';
import { ninjs } from './ninjs.ts';
import { childElement, childElements, isElement, parseXml } from './xml-document.ts';
import type { XmlElement } from './xml-document.ts';

const suites = resolve('../shared/suites');
const context = { timeZone: 'UTC', headers: {} };

const filesIn = (folder: string, ending: string, part = '') =>
  readdirSync(join(suites, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && name.includes(part))
    .map((name) => readFileSync(join(suites, folder, name), 'utf8'));

/** Times are the same however they are written. */
const instant = (text: string) => (/^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : NaN);

const line = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Every text and number in a value. */
function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...value.split('\n')].map(line);
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(leaves);
}

/** Texts and codes of an element; codes without the alias of their scheme. */
function said(element: XmlElement): string[] {
  return [
    ...element.attributes.map(({ value }) => value.slice(value.indexOf(':') + 1)),
    ...element.children.flatMap((child) => (isElement(child) ? said(child) : [child])),
  ].map(line);
}

/** Shorter ones are found by accident inside of others. */
const WORD_LENGTH_MIN = 4;

/** Names of fields, and whether anything of them is found again in the draft of every document. */
class Coverage {
  private readonly seen = new Map<string, boolean>();

  look(name: string, values: readonly string[], { draft }: { draft: unknown }): void {
    const texts = leaves(draft);
    const kept = new Set<string | number>([...texts, ...texts.map(instant)]);
    const told = values.filter((value) => value !== '');
    if (told.length === 0) return;
    const isKept = (value: string) =>
      kept.has(value) ||
      (instant(value) > 0 && kept.has(instant(value))) ||
      (value.length >= WORD_LENGTH_MIN && texts.some((text) => text.includes(value)));
    this.seen.set(name, (this.seen.get(name) ?? true) && told.some(isKept));
  }

  /** The names of what is lost in any document. */
  report(format: string): string[] {
    const lost = [...this.seen].filter(([, isKept]) => !isKept);
    process.stderr.write(
      `${format}: ${this.seen.size - lost.length} of ${this.seen.size} fields kept\n`,
    );
    return lost.map(([name]) => name).toSorted();
  }
}

const draftIn = (item: Item | undefined) =>
  item !== undefined && 'draft' in item ? item : undefined;
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const here = existsSync(suites) ? describe : describe.skip;
if (!existsSync(suites)) process.stderr.write('field coverage: left out: ../shared/suites\n');

here('what an agency says', () => {
  it('is kept: every field of ninjs that the suite has, but for how it is written', () => {
    const coverage = new Coverage();
    const valid = filesIn('ninjs/validation', '.json', 'should_pass');
    const items = [...valid, ...filesIn('ninjs/examples', '.json')]
      .flatMap((text) => [parsed(text)].flat())
      .filter((value) => typeof value === 'object' && value !== null);
    for (const value of items) {
      const item = draftIn(ninjs.read({ kind: 'json', value }, context)[0]);
      if (item === undefined) continue;
      for (const [name, member] of Object.entries(value as object)) {
        coverage.look(name, leaves(member), item);
      }
    }
    const notKept = coverage.report('ninjs');
    // The version of the format; the same text or caption in another form, of which one is taken.
    const otherwise = [
      '$standard',
      'body_text',
      'description_html',
      'description_xhtml',
      'standard',
    ];
    expect(notKept).toEqual(otherwise);
  });

  it('is kept: every element of a NewsML-G2 item’s metadata that the suite has', () => {
    const coverage = new Coverage();
    for (const text of filesIn('newsml-g2', '.xml')) {
      const root = parseXml(text);
      if (!['newsItem', 'packageItem'].includes(root.name)) continue;
      const item = draftIn(newsmlG2.read({ kind: 'xml', root }, context)[0]);
      if (item === undefined) continue;
      for (const part of ['itemMeta', 'contentMeta', 'rightsInfo']) {
        const meta = childElement(root, part);
        for (const element of meta === undefined ? [] : childElements(meta)) {
          coverage.look(`${part}/${element.name}`, said(element), item);
        }
      }
    }
    const notKept = coverage.report('newsml-g2');
    // Machine-readable policies in languages of their own.
    expect(notKept).toEqual(['rightsInfo/rightsExpressionData', 'rightsInfo/rightsExpressionXML']);
  });
});
