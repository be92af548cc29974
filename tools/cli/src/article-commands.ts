import { readFileSync } from 'node:fs';
import { CliError, exitCodes } from './cli-error.ts';
import { connect, type ConnectionOptions } from './connection.ts';
import { type DevSettings } from './dev-settings.ts';
import { dim } from './progress.ts';
import { heading, highlightForTerminal, printable } from './table.ts';

/** Pushes the articles of a JSON file: one object, or an array of them. `-` reads standard input. */
export async function push(
  settings: DevSettings,
  file: string,
  options: ConnectionOptions & { feed?: string; json?: boolean },
): Promise<void> {
  const client = connect(settings, options);
  const parsed = parse(file);
  const answers = [];
  for (const article of Array.isArray(parsed) ? parsed : [parsed]) {
    const answer = await client.push({
      ...(options.feed ? { feed: options.feed } : {}),
      ...article,
    });
    answers.push(answer);
    if (!options.json) console.log(`${answer.status}  ${answer.id}  ${answer.location}`);
  }
  if (options.json) console.log(JSON.stringify(answers, null, 2));
}

export async function search(
  settings: DevSettings,
  words: string[],
  options: ConnectionOptions & Record<string, string | boolean | undefined>,
): Promise<void> {
  const client = connect(settings, options);
  const query: Record<string, string> = {};
  if (words.length > 0) query['q'] = words.join(' ');
  for (const name of ['entity', 'lang', 'feed', 'from', 'to', 'sort', 'size', 'cursor']) {
    const value = options[name];
    if (typeof value === 'string') query[name] = value;
  }
  const answer = await client.search(query);
  if (options['json']) {
    console.log(JSON.stringify(answer, null, 2));
    return;
  }
  const { value, relation } = answer.total;
  console.log(
    `${relation === 'gte' ? 'at least ' : ''}${value} found${answer.partial ? ' (partial: a part of the index did not answer)' : ''}`,
  );
  for (const hit of answer.data) {
    console.log(heading(printable(hit.title ?? hit.id)));
    console.log(`  ${dim([hit.feed, hit.publishedAt ?? '', hit.language, hit.id].join('  '))}`);
    for (const part of (hit.highlights.body ?? []).slice(0, 2)) {
      console.log(`  … ${highlightForTerminal(part)} …`);
    }
    const names = hit.entities.map((entity) => `${printable(entity.name)} ${entity.mentions}×`);
    if (names.length > 0) console.log(`  ${names.slice(0, 8).join('  ')}`);
  }
  if (answer.next) console.log(`\nmore: --cursor ${answer.next}`);
}

function parse(file: string): object | object[] {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const reason = (error as Error).message;
    throw new CliError(`${file} could not be read: ${reason}`, exitCodes.usage, { cause: error });
  }
  try {
    return JSON.parse(text) as object;
  } catch (error) {
    const reason = (error as Error).message;
    throw new CliError(`${file} is no JSON: ${reason}`, exitCodes.usage, { cause: error });
  }
}
