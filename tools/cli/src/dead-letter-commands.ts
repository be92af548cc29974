import { userInfo } from 'node:os';
import { ArticleSubmitted, ArticleUpdated } from '@warta/contracts';
import {
  type DeadLetter,
  type DeadLetterList,
  DeadLetterReader,
  describeError,
  KafkaProducer,
} from '@warta/messaging';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { CliError, exitCodes } from './cli-error.ts';
import type { DevSettings } from './dev-settings.ts';
import { readRunRecord } from './run-record.ts';
import { heading, printable, table } from './table.ts';

/** Topics whose consumers write dead letters. */
const topics = [ArticleSubmitted.topic, ArticleUpdated.topic];
/** The brokers answer within this, or the outcome is unknown and the command says so. */
const REDRIVE_DEADLINE_MS = 20_000;
const VALUE_LENGTH_SHOWN = 2_000;

export interface DeadLetterOptions {
  json?: boolean;
  all?: boolean;
  brokers?: string;
}

/** Dead letters of every topic; those already re-driven only with --all. */
export async function listDeadLetters(
  settings: DevSettings,
  options: DeadLetterOptions,
): Promise<void> {
  const found = await withReader(settings, options, (reader) => all(reader, options.all));
  const { letters, more } = found;
  if (more) console.error('Only the newest: older dead letters are not listed.');
  if (options.json) {
    console.log(JSON.stringify(letters.map(asJson), null, 2));
    return;
  }
  if (letters.length === 0) {
    console.log('No dead letters.');
    return;
  }
  const rows = letters.map((letter) => [
    letter.id,
    letter.facts.reason,
    letter.facts.stage,
    String(letter.facts.attempts),
    letter.facts.failedAt,
    stateOf(letter),
  ]);
  console.log(table(['dead letter', 'reason', 'stage', 'attempts', 'failed', ''], rows));
  console.log(
    '\nMore of one: ./warta deadletters show ID   Back to its topic: ./warta deadletters redrive ID',
  );
}

export async function showDeadLetter(
  settings: DevSettings,
  id: string,
  options: DeadLetterOptions,
): Promise<void> {
  const letter = await withReader(settings, options, (reader) => one(reader, id));
  if (options.json) {
    console.log(JSON.stringify(asJson(letter), null, 2));
    return;
  }
  console.log(heading(letter.id));
  console.log(
    table(
      ['fact', ''],
      Object.entries(letter.facts).map(([name, value]) => [name, printable(String(value))]),
    ),
  );
  const value = letter.record.value?.toString('utf8') ?? '(no value)';
  console.log(heading('Value'));
  console.log(printable(value.slice(0, VALUE_LENGTH_SHOWN)));
  if (value.length > VALUE_LENGTH_SHOWN)
    console.log(`… ${value.length} characters; all of it with --json`);
}

/** Sends dead letters back to their topic, under their first arrival: newer pushes still win. */
export async function redriveDeadLetters(
  settings: DevSettings,
  ids: string[],
  options: DeadLetterOptions,
): Promise<void> {
  if (ids.length === 0 && !options.all) {
    throw new CliError(
      'Say which: ids as ./warta deadletters list shows them, or --all.',
      exitCodes.usage,
    );
  }
  const { stored, more } = await withReader(settings, options, async (reader) => {
    const { letters, more } = options.all
      ? await all(reader, false)
      : { letters: await Promise.all(ids.map((id) => one(reader, id))), more: false };
    return { stored: await reader.redrive(letters, REDRIVE_DEADLINE_MS), more };
  });
  if (options.json)
    console.log(JSON.stringify(stored.map((each) => ({ ...each, offset: String(each.offset) }))));
  else console.log(`${stored.length} sent back to their topics.`);
  if (more) console.error('There may be older ones: run it again.');
}

/** Says of dead letters that they need no re-drive: they are listed no more, unless with --all. */
export async function discardDeadLetters(
  settings: DevSettings,
  ids: string[],
  options: DeadLetterOptions & { reason: string },
): Promise<void> {
  await withReader(settings, options, async (reader) => {
    const letters = await Promise.all(ids.map((id) => one(reader, id)));
    const discard = { by: userInfo().username, reason: options.reason };
    await reader.discard(letters, discard, REDRIVE_DEADLINE_MS);
  });
  if (options.json) console.log(JSON.stringify({ discarded: ids }));
  else console.log(`${ids.length} discarded.`);
}

async function all(reader: DeadLetterReader, includeSettled = false): Promise<DeadLetterList> {
  const letters: DeadLetter[] = [];
  let more = false;
  for (const topic of topics) {
    const list = await reader.list(topic, { includeSettled });
    letters.push(...list.letters);
    more ||= list.more;
  }
  return { letters, more };
}

async function one(reader: DeadLetterReader, id: string): Promise<DeadLetter> {
  const isOfOurs = topics.some((topic) => id.startsWith(`${topic}/`));
  const letter = isOfOurs ? await reader.get(id) : undefined;
  if (letter) return letter;
  throw new CliError(
    `There is no dead letter ${id}. See: ./warta deadletters list`,
    exitCodes.notFound,
  );
}

async function withReader<T>(
  settings: DevSettings,
  options: DeadLetterOptions,
  work: (reader: DeadLetterReader) => Promise<T>,
): Promise<T> {
  const given = options.brokers ?? process.env['WARTA_KAFKA_BROKERS'];
  const brokers = given?.split(',') ?? readRunRecord(settings.stateDir)?.kafkaBrokers;
  if (!brokers) {
    throw new CliError(
      'Warta does not run here. Start it, or name brokers with --brokers.',
      exitCodes.notRunning,
    );
  }
  const kafka = { brokers, clientId: 'warta-cli' };
  const platform = { logger: pino({ level: 'silent' }), metrics: new Registry() };
  const producer = new KafkaProducer(kafka, platform);
  await producer.start();
  const reader = new DeadLetterReader(kafka, producer, platform);
  try {
    return await work(reader);
  } catch (error) {
    if (error instanceof CliError) throw error;
    const what = error instanceof RangeError ? error.message : describeError(error);
    throw new CliError(`${what} (brokers: ${brokers.join(', ')})`, exitCodes.failed, {
      cause: error,
    });
  } finally {
    await producer.stop();
  }
}

function stateOf({ redrivenAt, discarded }: DeadLetter): string {
  if (redrivenAt) return `re-driven ${redrivenAt.toISOString()}`;
  return discarded ? `discarded by ${discarded.by}: ${printable(discarded.reason)}` : '';
}

function asJson({ record, facts, id, redrives, redrivenAt, discarded }: DeadLetter): object {
  return {
    id,
    facts,
    redrives,
    redrivenAt,
    discarded,
    key: record.key,
    value: record.value?.toString('utf8'),
  };
}
