import { type Command, Option } from 'commander';
import type { DevSettings } from './dev-settings.ts';
import {
  backTest,
  deleteSearch,
  followAlerts,
  listAlerts,
  listSearches,
  pauseSearch,
  saveSearch,
  showAlert,
} from './alert-commands.ts';
import { listDeliveries, listWebhooks, redeliver } from './delivery-commands.ts';
import { addEntity } from './entity-program.ts';
import { addMissedCommands } from './missed-program.ts';
import { exportFormats, feedFormats, search } from './search-command.ts';

type Connected = (command: Command) => Command;

/** `alerts save`: as it is typed behind the program's name. */
function pathOf(command: Command): string {
  const { parent } = command;
  return parent?.parent ? `${pathOf(parent)} ${command.name()}` : command.name();
}

/** `./warta search`, `entity` and `alerts`. @param connected adds the options of a connection. */
export function addDeskCommands(
  program: Command,
  settings: DevSettings,
  connected: Connected,
): void {
  addSearch(program, settings, connected);
  addEntity(program, settings, connected);
  addAlerts(program, settings, connected);
}

/** Of `search beras -impor`, where a word to be excluded is taken for an option. */
const tellWhereWordsGo = (text: string, write: (text: string) => void) =>
  write(
    /^error: unknown option '-[^-]/.test(text)
      ? `${text}Words that begin with - go behind --, as in: -- beras -impor\n`
      : text,
  );

function filtered(command: Command): Command {
  return command
    .configureOutput({ outputError: tellWhereWordsGo })
    .showHelpAfterError(`Try: ./warta ${pathOf(command)} --help`)
    .option('--entity <entity>', 'any name of an entity, its id or its Wikidata id')
    .option('--lang <languages>', 'languages as detected, such as id,en')
    .option('--feed <feeds>', 'only articles of these feeds, such as antara,kompas')
    .option('--section <section>', 'only articles of this section')
    .option('--from <date>', 'published at or after, such as 2026-11-23 or 2026-11-23T08:00:00Z')
    .option('--to <date>', 'published before')
    .option('--time-zone <zone>', 'whose days count, such as Asia/Jakarta; UTC without it');
}

function addSearch(program: Command, settings: DevSettings, connected: Connected): void {
  filtered(connected(program.command('search [words...]')))
    .description('search articles; docs/search.md has the query language')
    .option('--as-of <instant>', 'as the articles were then')
    .addOption(
      new Option('--sort <order>', 'by default relevance').choices([
        'relevance',
        'newest',
        'oldest',
      ]),
    )
    .option('--size <count>', 'articles per page, 1 to 100')
    .option('--cursor <cursor>', 'goes on where a page ended, which prints it')
    .option('--facets <names>', 'counts by feed,language,person,organization,place,section,day')
    .option('--copies', 'also the copies of a text')
    .option('--sentences', 'the sentences in which something matched')
    .option('--explain', 'how the query is understood, in words; searches nothing')
    .addOption(
      new Option('--format <format>', 'everything that matches, or the newest as a feed').choices([
        ...exportFormats,
        ...feedFormats,
      ]),
    )
    .option('--body', 'the whole texts, too; with --format ndjson or csv')
    .addOption(
      new Option('--delimiter <delimiter>', 'of csv; semicolon is for Excel in Indonesia').choices([
        'comma',
        'semicolon',
      ]),
    )
    .addHelpText(
      'after',
      `
Examples:
  ./warta search "kerja sama" --entity Korut
  ./warta search 'person:"Kim Jong Un" place:Rusia date:2023-06'
  ./warta search '(beras OR minyak) NEAR/5 impor' --facets feed,person
  ./warta search --format csv korupsi --sort oldest > korupsi.csv
  ./warta search -- beras -impor`,
    )
    .action((words, options) => search(settings, words, options));
}

function addAlerts(program: Command, settings: DevSettings, connected: Connected): void {
  const alerts = program
    .command('alerts')
    .description('saved searches of your team, and what they found as it came');
  connected(alerts.command('list'))
    .description('what was found; copies of one text are one')
    .option('--search <search>', 'only of this saved search: its name or id')
    .option('--size <count>', '1 to 100')
    .option('--cursor <cursor>', 'goes on where a page ended, which prints it')
    .action((options) => listAlerts(settings, options));
  connected(alerts.command('show <id>'))
    .description('one of them with all that followed')
    .action((id, options) => showAlert(settings, id, options));
  connected(alerts.command('follow'))
    .description('as they come, until Ctrl-C')
    .option('--search <search>', 'only of this saved search: its name or id')
    .option('--after <eventId>', 'first what came behind this event')
    .action((options) => followAlerts(settings, options));
  connected(alerts.command('searches'))
    .description('the saved searches of your team')
    .action((options) => listSearches(settings, options));
  filtered(connected(alerts.command('test [words...]')))
    .description('what a search would have found in the last 30 days')
    .action((words, options) => backTest(settings, words, options));
  filtered(connected(alerts.command('save <name> [words...]')))
    .description('save a search: what comes from now on and matches makes alerts')
    .option('--webhook <url...>', 'where each alert is sent, signed')
    .addOption(
      new Option('--digest <pace>', 'what came, in one delivery').choices([
        'none',
        'hourly',
        'daily',
      ]),
    )
    .addHelpText('after', '\nExample:\n  ./warta alerts save Korut \'person:"Kim Jong Un"\'')
    .action((name, words, options) => saveSearch(settings, name, words, options));
  for (const step of ['pause', 'resume'] as const) {
    connected(alerts.command(`${step} <search>`))
      .description(step === 'pause' ? 'make no alerts for now' : 'make alerts again')
      .action((asked, options) => pauseSearch(settings, asked, step === 'pause', options));
  }
  addDeliveries(alerts, settings, connected);
  addMissedCommands(alerts, settings, connected);
  connected(alerts.command('delete <search>'))
    .description('delete a saved search with its alerts')
    .action((asked, options) => deleteSearch(settings, asked, options));
}

function addDeliveries(alerts: Command, settings: DevSettings, connected: Connected): void {
  connected(alerts.command('deliveries'))
    .description('what was sent to receivers, with how they answered')
    .option('--search <search>', 'only of this saved search: its name or id')
    .addOption(
      new Option('--state <state>', 'only these').choices(['waiting', 'delivered', 'given-up']),
    )
    .option('--size <count>', '1 to 100')
    .option('--cursor <cursor>', 'goes on where a page ended, which prints it')
    .action((options) => listDeliveries(settings, options));
  connected(alerts.command('redeliver <deliveryId>'))
    .description('send it again, whatever became of it')
    .action((id, options) => redeliver(settings, id, options));
  connected(alerts.command('webhooks <search>'))
    .description('the receivers of a saved search and how they answer')
    .option('--secret <receiverId>', 'give this one a new secret; it is shown this once')
    .option('--test', 'send each a message without news')
    .action((asked, options) => listWebhooks(settings, asked, options));
}
