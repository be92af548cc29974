import { Instant, type AnnotatedEntity, type Annotation } from '@warta/contracts';
import { annotate } from '@warta/nlp';
import { annotatedArticle } from './annotated-text.ts';
import { annotationData } from './annotation-data.ts';
import { CliError, exitCodes } from './cli-error.ts';
import { bold, dim } from './progress.ts';
import { shownQuotes } from './shown-quotes.ts';
import { heading, printable, table } from './table.ts';
import { readTextFile } from './text-file.ts';

/** A day alone is taken at noon in Jakarta, the zone that annotate() counts days in by default. */
const NOON_IN_JAKARTA = 'T12:00:00+07:00';

export interface AnnotateOptions {
  publishedAt?: string;
  json?: boolean;
}

/** Annotates text files in this process; nothing needs to run. Prints each as soon as it is done. */
export async function annotateFiles(files: string[], options: AnnotateOptions): Promise<void> {
  const publishedAt = readTime(options.publishedAt);
  for (const [index, file] of files.entries()) {
    const text = await readTextFile(file);
    const annotation = await annotate(
      { body: text.body, ...(text.title !== undefined && { title: text.title }) },
      publishedAt === undefined ? {} : { publishedAt },
    );
    if (options.json) {
      console.log(JSON.stringify(annotationData(file, text, annotation)));
      continue;
    }
    if (files.length > 1) console.log(`${index > 0 ? '\n' : ''}${dim(`── ${printable(file)}`)}\n`);
    console.log(annotatedArticle(text.title, text.body, annotation));
    console.log(annotationReport(annotation));
  }
}

/** @throws CliError for what is neither a day nor an instant with its offset. */
function readTime(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? text + NOON_IN_JAKARTA : text;
  if (Instant.safeParse(instant).success) return instant;
  throw new CliError(
    `--published-at ${text} is no time: write it like 2026-11-23 or 2026-11-23T08:00:00+07:00.`,
    exitCodes.usage,
  );
}

/** "55.76, 37.62 RU": where a place lies. */
function placeOf({ place }: AnnotatedEntity): string {
  if (!place) return '';
  const degrees = [place.latitude, place.longitude].map((angle) => angle.toFixed(2)).join(', ');
  return `${degrees} ${place.country ?? ''}`.trimEnd();
}

/** What was found as tables, readable at a glance. */
export function annotationReport(annotation: Annotation): string {
  const { extractor, version, language, flags } = annotation;
  const entities = annotation.entities.map((entity) => [
    entity.type.toLowerCase(),
    printable(entity.name),
    `${entity.mentions.length}×`,
    entity.wikidata ?? '',
    printable(entity.role ?? ''),
    entity.salience,
    placeOf(entity),
  ]);
  const quotes = shownQuotes(annotation).map(({ speaker, cue, words }) => [speaker, cue, words]);
  const dates = annotation.dates.map((date) => [
    printable(date.text),
    date.value,
    date.flagged ?? '',
  ]);
  const amounts = (annotation.amounts ?? []).map((amount) => [
    printable(amount.text),
    `${amount.value.toLocaleString('en')} ${amount.unit ?? ''}`.trimEnd(),
    printable(amount.counts ?? ''),
    amount.flagged ?? '',
  ]);
  const furniture = (annotation.furniture ?? []).map(({ kind, text }) => [kind, printable(text)]);
  const part = (title: string, headings: string[], rows: string[][]) =>
    `${heading(title)}\n${rows.length > 0 ? table(headings, rows) : '  none'}`;
  const models = annotation.models ?? [];
  const madeBy = [`language ${language}, by ${extractor} ${version}`, ...models].join(', ');
  return [
    part(
      'Entities',
      ['type', 'name', 'how often', 'Wikidata', 'role', 'salience', 'place'],
      entities,
    ),
    part('Quotes', ['speaker', 'cue', 'text'], quotes),
    part('Dates', ['text', 'value', ''], dates),
    part('Amounts', ['text', 'value', 'of', ''], amounts),
    ...(furniture.length > 0 ? [part('Around the text', ['kind', 'text'], furniture)] : []),
    `\n${bold(madeBy)}${flags.length > 0 ? `, ${flags.map(printable).join(', ')}` : ''}`,
  ].join('\n');
}
