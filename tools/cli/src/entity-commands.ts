import {
  CorrectionList,
  CorrectionView,
  EntityList,
  EntityPairView,
  EntityView,
  QuotesAnswer,
  type CorrectEntity,
  type QuoteHit,
} from '@warta/contracts';
import { CliError, exitCodes } from './cli-error.ts';
import { connect, type ConnectionOptions } from './connection.ts';
import type { DevSettings } from './dev-settings.ts';
import { bold, dim } from './progress.ts';
import { heading, highlightForTerminal, printable, table } from './table.ts';
import type { WartaClient } from './warta-client.ts';

type Options = ConnectionOptions & { json?: boolean };
type SpanOptions = Options & { from?: string; to?: string; timeZone?: string };

const entityUuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const wikidataId = /^Q[1-9]\d*$/i;

/** Entities whose names begin so, those in most articles first. */
export async function findEntities(
  settings: DevSettings,
  words: string[],
  options: Options & { type?: string; size?: string },
): Promise<void> {
  const client = connect(settings, options);
  const { type, size } = options;
  const found = await client.ask(EntityList, '/v1/entities', { q: words.join(' '), type, size });
  if (options.json) return console.log(JSON.stringify(found, null, 2));
  const rows = found.data.map((one) => [
    printable(one.name),
    one.type,
    String(one.articles),
    one.wikidata ?? '',
    one.id,
  ]);
  console.log(rows.length === 0 ? 'Nobody and nothing is called so.' : table(headings, rows));
}

const headings = ['name', 'type', 'articles', 'wikidata', 'id'];

/** One entity, whole. A name means the one in most articles that bears it. */
export async function showEntity(
  settings: DevSettings,
  words: string[],
  options: SpanOptions,
): Promise<void> {
  const client = connect(settings, options);
  const id = await entityId(client, words.join(' '));
  const entity = await client.ask(EntityView, `/v1/entities/${id}`, spanOf(options));
  if (options.json) return console.log(JSON.stringify(entity, null, 2));
  console.log(heading(printable(entity.name)));
  const seen = entity.firstSeen
    ? `${day(entity.firstSeen)} to ${day(entity.lastSeen)}`
    : 'not seen';
  console.log(`  ${dim([entity.type, entity.wikidata ?? '', entity.id].join('  '))}`);
  console.log(`  ${entity.articles} articles, ${seen}`);
  section(
    'Names',
    ['name', 'articles'],
    entity.names.map((one) => [one.name, one.articles]),
  );
  section(
    'Roles',
    ['role', 'articles', 'from', 'to'],
    entity.roles.map((one) => [one.role, one.articles, day(one.firstSeen), day(one.lastSeen)]),
  );
  section(
    'Together with',
    ['name', 'articles together', 'strength'],
    entity.neighbours.map((one) => [one.name, one.together, one.strength.toFixed(2)]),
  );
  quotes('Said', entity.quotesBy);
  quotes('Of it', entity.quotesAbout);
}

/** Two entities in the same articles. */
export async function showPair(
  settings: DevSettings,
  names: readonly [string, string],
  options: SpanOptions,
): Promise<void> {
  const client = connect(settings, options);
  const [a, b] = await Promise.all(names.map((name) => entityId(client, name)));
  const path = `/v1/entities/${a}/with/${b}`;
  const pair = await client.ask(EntityPairView, path, spanOf(options));
  if (options.json) return console.log(JSON.stringify(pair, null, 2));
  console.log(heading(`${printable(pair.a.name)} and ${printable(pair.b.name)}`));
  console.log(`  ${pair.together} articles together`);
  for (const article of pair.articles) {
    console.log(`\n  ${bold(printable(article.title ?? article.id))}`);
    console.log(`  ${dim(`${article.feed}  ${article.datedAt}`)}`);
    for (const { text } of article.sentences) console.log(`    ${printable(text)}`);
  }
  quotes('Of one about the other', pair.quotes);
}

export async function listQuotes(
  settings: DevSettings,
  words: string[],
  options: SpanOptions &
    Partial<Record<'speaker' | 'about' | 'feed' | 'lang' | 'size' | 'cursor', string>>,
): Promise<void> {
  const { speaker, about, feed, lang, size, cursor } = options;
  const q = words.length > 0 ? words.join(' ') : undefined;
  const query = { q, speaker, about, feed, lang, ...spanOf(options), size, cursor };
  const found = await connect(settings, options).ask(QuotesAnswer, '/v1/quotes', query);
  if (options.json) return console.log(JSON.stringify(found, null, 2));
  quotes('Quotes', found.data);
  if (found.data.length === 0) console.log('Nothing of that was said.');
  if (found.next) console.log(`\nmore: --cursor ${found.next}`);
}

/**
 * Says that an entity is wrong. @param change as the API takes it.
 * @throws CliError for what is no id: a name may mean several.
 */
export async function correctEntity(
  settings: DevSettings,
  change: CorrectEntity['change'],
  options: Options & { reason: string },
): Promise<void> {
  for (const asked of [change.entityId, ...('intoId' in change ? [change.intoId] : [])]) {
    if (entityUuid.test(asked)) continue;
    const message = `"${asked}" is no id of an entity. See: ./warta entity find ${asked}`;
    throw new CliError(message, exitCodes.usage);
  }
  const body: CorrectEntity = { change, reason: options.reason };
  const made = await connect(settings, options, 'admin').change(CorrectionView, {
    method: 'POST',
    path: '/v1/corrections',
    body,
  });
  if (options.json) return console.log(JSON.stringify(made, null, 2));
  const { affected } = made.progress;
  console.log(
    `${made.id}\nIn force for searches by entity; ${affected} articles are being published again: ` +
      './warta entity corrections',
  );
}

export async function listCorrections(
  settings: DevSettings,
  options: Options & { entity?: string; cursor?: string },
): Promise<void> {
  const { entity, cursor } = options;
  const query = { entity, cursor };
  const found = await connect(settings, options).ask(CorrectionList, '/v1/corrections', query);
  if (options.json) return console.log(JSON.stringify(found, null, 2));
  const rows = found.data.map(({ id, change, entityName, intoName, made, state, progress }) => [
    id,
    change.kind,
    printable(intoName === undefined ? entityName : `${entityName} → ${intoName}`),
    state,
    progress.isDone ? 'done' : `${progress.remaining} of ${progress.affected} articles left`,
    printable(`${made.by.name}: ${made.reason}`),
  ]);
  console.log(table(['correction', 'kind', 'entity', 'state', 'articles', 'why'], rows));
  if (found.next) console.log(`\nmore: --cursor ${found.next}`);
}

export async function undoCorrection(
  settings: DevSettings,
  id: string,
  options: Options & { reason: string },
): Promise<void> {
  const path = `/v1/corrections/${encodeURIComponent(id)}/undo`;
  const body = { reason: options.reason };
  const client = connect(settings, options, 'admin');
  const undone = await client.change(CorrectionView, { method: 'POST', path, body });
  console.log(options.json ? JSON.stringify(undone, null, 2) : `${undone.id} is undone.`);
}

const spanOf = ({ from, to, timeZone }: SpanOptions) => ({ from, to, timeZone });

async function entityId(client: WartaClient, asked: string): Promise<string> {
  if (entityUuid.test(asked) || wikidataId.test(asked)) return asked;
  const { data } = await client.ask(EntityList, '/v1/entities', { q: asked, size: '1' });
  const [found] = data;
  if (found !== undefined) return found.id;
  throw new CliError(`Nobody and nothing is called "${asked}".`, exitCodes.notFound);
}

function section(title: string, columns: string[], rows: (string | number)[][]): void {
  if (rows.length === 0) return;
  console.log(heading(title));
  console.log(
    table(
      columns,
      rows.map((row) => row.map((cell) => printable(String(cell)))),
    ),
  );
}

function quotes(title: string, hits: readonly QuoteHit[]): void {
  if (hits.length === 0) return;
  console.log(heading(title));
  for (const { text, highlight, speakerName, speaker, article } of hits) {
    const said = highlight === undefined ? printable(text) : highlightForTerminal(highlight);
    console.log(`  “${said}”`);
    const facts = [speakerName ?? speaker ?? '', article.feed, day(article.datedAt), article.id];
    console.log(`    ${dim(facts.filter(Boolean).map(printable).join('  '))}`);
  }
}

const day = (instant: string | undefined) => instant?.slice(0, 10) ?? '';
