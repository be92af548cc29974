import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { ArticleUpdated } from '@warta/contracts';
import type { LiveArticle } from '@warta/contracts';
import { encodeEvent, KafkaProducer, withPrefix } from '@warta/messaging';
import { annotate } from '@warta/nlp';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { v5 as uuidv5 } from 'uuid';
import { ask } from './http-ask.ts';
import type { MeasuredSearch, Servers } from './measured-search.ts';

/** The reading room beside the project: real news, never copied. */
const corpus = new URL('../../../../shared/data/articles-id/articles.jsonl.gz', import.meta.url);

const NAMESPACE = '9a1c1f0e-6f0d-5b7e-9a59-5c1d3f2b8e47';
const PUBLISHED_TOGETHER = 100;
const PUBLISH_WITHIN_MS = 20_000;
const SEARCHABLE_WITHIN_MS = 120_000;
const HOUR_MS = 3_600_000;

/**
 * Publishes so many real articles, annotated, as the enricher would, and waits until the service
 * finds them all. They are an hour apart, the newest now.
 * @throws Error where the reading room is not: a bench of made-up texts would tell nothing.
 */
export async function fillIndex(options: {
  stack: Servers;
  prefix: string;
  count: number;
  search: MeasuredSearch;
  say: (line: string) => void;
}): Promise<void> {
  const { stack, prefix, count, search, say } = options;
  if (!existsSync(corpus))
    throw new Error('the real articles are not there: shared/data/articles-id');
  const updated = withPrefix(ArticleUpdated, `${prefix}.`);
  const producer = new KafkaProducer(
    { brokers: [...stack.kafkaBrokers], clientId: 'bench' },
    { logger: pino({ level: 'silent' }), metrics: new Registry() },
  );
  await producer.start();
  try {
    let published = 0;
    for (const some of inParts(realTexts(count), PUBLISHED_TOGETHER)) {
      const states = await Promise.all(some.map((text, at) => stateOf(text, published + at)));
      const records = states.map((state) => encodeEvent(updated, state, { source: 'bench' }));
      await producer.publish(records, PUBLISH_WITHIN_MS);
      published += states.length;
      if (published % 500 === 0) say(`${published} articles annotated and published`);
    }
    await untilFound(search, published);
    say(`${published} articles are searchable`);
  } finally {
    await producer.stop();
  }
}

interface Text {
  readonly title: string;
  readonly body: string;
  readonly feed: string;
  readonly section: string;
}

function realTexts(count: number): Text[] {
  return gunzipSync(readFileSync(corpus))
    .toString()
    .split('\n')
    .flatMap((line): Text[] => {
      if (line === '') return [];
      const { title, content, source, category } = JSON.parse(line) as Record<
        string,
        string | null
      >;
      if (!title || !content) return [];
      // The corpus joins paragraphs with a comma and no blank.
      const body = content.split(/,(?=\S)/).join('\n\n');
      const feed = (source ?? 'bench').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
      return [{ title, body, feed, section: category ?? '-' }];
    })
    .slice(0, count);
}

async function stateOf({ title, body, feed, section }: Text, number: number): Promise<LiveArticle> {
  const at = new Date(Date.now() - number * HOUR_MS).toISOString();
  const content = { title, body, section };
  return {
    status: 'live',
    articleId: uuidv5(`bench ${number}`, NAMESPACE),
    feed,
    rev: 1,
    revision: 1,
    arrival: { at, partition: 0, offset: String(number) },
    publishedAt: at,
    flags: [],
    content,
    contentHash: createHash('sha256').update(`${title}${body}`).digest('hex'),
    annotation: await annotate(content, { publishedAt: at }),
  };
}

function inParts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, part) =>
    all.slice(part * size, (part + 1) * size),
  );
}

async function untilFound(search: MeasuredSearch, count: number): Promise<void> {
  const giveUpAtMs = performance.now() + SEARCHABLE_WITHIN_MS;
  for (;;) {
    const answer = await ask(search.requestOf('/v1/articles?size=1&collapse=none'));
    const { total } = JSON.parse(answer.toString()) as { total: { value: number } };
    if (total.value >= count) return;
    if (performance.now() > giveUpAtMs) {
      throw new Error(`only ${total.value} of ${count} articles became searchable`);
    }
    await sleep(500);
  }
}
