import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { repairMojibake } from './repair-mojibake.ts';

/** The reading room beside the project: corpora that may be read and measured on, never copied. */
const sharedData = new URL('../../../../shared/data/', import.meta.url);

/** Where a corpus lies, or undefined where the reading room is absent. */
export function corpusPath(path: string): URL | undefined {
  const url = new URL(path, sharedData);
  return existsSync(url) ? url : undefined;
}

export const desks = ['politics', 'business', 'sport', 'entertainment'] as const;
export type Desk = (typeof desks)[number];

/** One article of the corpus of 2019, its text brought to the form in which feeds push articles. */
export type RealArticle = {
  /** First 12 hex digits of the SHA-256 of its address: stable whatever the order of the corpus. */
  id: string;
  source: string;
  desk: Desk | undefined;
  title: string;
  body: string;
  /** ISO 8601 with the zone of western Indonesia; noon where the corpus has no time. */
  publishedAt: string;
  /** Times a link's words were lost when the page was read: ", ," where a name stood. */
  holes: number;
};

/** The 18,525 articles in the corpus's order, or undefined where the corpus is absent. */
export function readRealArticles(): RealArticle[] | undefined {
  const file = corpusPath('articles-id/articles.jsonl.gz');
  if (!file) return undefined;
  return gunzipSync(readFileSync(file))
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => toRealArticle(JSON.parse(line) as CorpusRow));
}

/** SHA-256 of title and body, so that marks are refused when the text they were made on changes. */
export function hashOfText({ title, body }: Pick<RealArticle, 'title' | 'body'>): string {
  return createHash('sha256').update(`${title}\n\n${body}`).digest('hex').slice(0, 16);
}

type CorpusRow = {
  title: string | null;
  source: string;
  date: string;
  time: string | null;
  category: string | null;
  content: string | null;
  url: string;
};

function toRealArticle(row: CorpusRow): RealArticle {
  const raw = repairMojibake(row.content ?? '').replaceAll(/[^\S\n]+/g, ' ');
  return {
    id: createHash('sha256').update(row.url).digest('hex').slice(0, 12),
    source: row.source,
    desk: deskOf(row),
    title: repairMojibake(row.title ?? '').trim(),
    body: bodyOf(raw),
    publishedAt: `${dayOf(row.date)}T${/\d\d:\d\d/.exec(row.time ?? '')?.[0] ?? '12:00'}:00+07:00`,
    holes: [...raw.matchAll(/[^\s.!?"”,] ?, ?[,.]/g)].length,
  };
}

/** The corpus has commas where the page had paragraphs, and more commas where it had pictures. */
function bodyOf(raw: string): string {
  return raw
    .replaceAll(/([.!?"”:])\s*,+[\s,]*(?=[\p{Lu}\p{N}"“(])/gu, '$1\n')
    .replaceAll(/\s*,(?:\s*,)+/g, ',')
    .split('\n')
    .map((paragraph) => paragraph.replace(/^[\s,]+/, '').trimEnd())
    .filter((paragraph) => paragraph !== '')
    .join('\n');
}

const monthNumbers: Record<string, string> = {
  jan: '01',
  feb: '02',
  mar: '03',
  apr: '04',
  mei: '05',
  may: '05',
  jun: '06',
  jul: '07',
  agu: '08',
  aug: '08',
  agt: '08',
  sep: '09',
  okt: '10',
  oct: '10',
  nov: '11',
  des: '12',
  dec: '12',
};

/** The publishers' four ways to print a day: 2019-09-10T…, 16/09/2019, 10 Mei 2019, Sep 24, 2019. */
function dayOf(printed: string): string {
  const iso = /^\d{4}-\d\d-\d\d/.exec(printed.trim());
  if (iso) return iso[0];
  const slashed = /^(\d\d)\/(\d\d)\/(\d{4})/.exec(printed.trim());
  if (slashed) return `${slashed[3]}-${slashed[2]}-${slashed[1]}`;
  const month = monthNumbers[/[A-Za-z]{3}/.exec(printed)?.[0].toLowerCase() ?? ''] ?? '09';
  const year = /\d{4}/.exec(printed)?.[0] ?? '2019';
  const day = /\b\d{1,2}\b/.exec(printed)?.[0] ?? '1';
  return `${year}-${month}-${day.padStart(2, '0')}`;
}

const deskOfCategory = new Map<string, Desk>(
  Object.entries({
    politics:
      'news nasional daerah metro international dunia berita_utama berita_sumut megapolitan',
    business: 'bisnis ekbis economy money properti',
    sport: 'bola sports sport',
    entertainment:
      'selebriti celebrity tv entertainment news_&_entertainment musik seleb korea film',
  }).flatMap(([desk, categories]) =>
    categories
      .split(' ')
      .map((category): [string, Desk] => [category.replaceAll('_', ' '), desk as Desk]),
  ),
);

function deskOf(row: CorpusRow): Desk | undefined {
  return deskOfCategory.get((row.category ?? '').toLowerCase());
}
