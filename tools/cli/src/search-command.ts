import { connect, type ConnectionOptions } from './connection.ts';
import { type DevSettings } from './dev-settings.ts';
import { dim } from './progress.ts';
import { heading, highlightForTerminal, printable } from './table.ts';

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
