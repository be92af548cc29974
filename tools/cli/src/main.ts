import { Argument, Command } from 'commander';
import { ZodError } from 'zod';
import { CliError, exitCodes } from './cli-error.ts';
import { printCompletion, serveCompletion } from './completion-command.ts';
import { COMPLETION_SERVER } from './completion-scripts.ts';
import {
  discardDeadLetters,
  listDeadLetters,
  redriveDeadLetters,
  showDeadLetter,
} from './dead-letter-commands.ts';
import { addDeskCommands } from './desk-program.ts';
import { devSettings } from './dev-settings.ts';
import { addFeedCommands } from './feed-program.ts';
import { createKey, listKeys, revokeKey } from './key-commands.ts';
import { down, logs, status, up, wipe } from './lifecycle-commands.ts';
import { pushCommand } from './push-command.ts';
import { receiptCommand } from './receipt-command.ts';
import { reindexCommand } from './reindex-command.ts';

import { startCommand } from './start-command.ts';
import { addTakedownCommands } from './takedown-commands.ts';
import { testCommand, testParts } from './test-command.ts';

const settings = readSettings();
const program = new Command('warta')
  .description('Takes news in, finds who, where, when and who-said-what, makes it searchable.')
  .showHelpAfterError('Try: ./warta --help')
  .exitOverride()
  .addHelpText(
    'after',
    `
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 not running, 4 refused by a service, 5 not found, 6 took too long.
Every command has --help.

Examples:
  ./warta up
  ./warta push samples/kim-putin-pesan.json --feed contoh
  ./warta search "kerja sama" --entity Korut
  ./warta annotate article.txt --published-at 2026-11-23
  ./warta logs enricher --follow
  ./warta down`,
  );

program
  .command('start')
  .description('start everything, push the sample, stay in the foreground until Ctrl-C')
  .option('--once', 'end after the sample, with exit code 0 when it was found', false)
  .option('--no-sample', 'start only')
  .action((options) => startCommand(settings, options));
program
  .command('up')
  .description('start everything in the background')
  .action(() => up(settings));
program
  .command('down')
  .description('stop everything; the data stays')
  .action(() => down(settings));
program
  .command('status')
  .description('what runs, and whether it can do its job')
  .option('--json', 'for programs')
  .action((options) => status(settings, options));
program
  .command('logs [service...]')
  .description('logs of ingestor, enricher, search')
  .option('-f, --follow', 'wait for more')
  .option('-n, --lines <count>', 'how many lines back', '100')
  .action((services, options) => logs(settings, services, options));
program
  .command('reindex')
  .description('build the search index anew while the old one answers; for new fields and analysis')
  .option('--drop-old', 'only delete the indices that earlier runs have left')
  .option('--accept-differences', 'swap although some articles differ; it says which')
  .action((options) => reindexCommand(settings, options));
program
  .command('wipe')
  .description('delete all data of this Warta, keys included')
  .option('--yes', 'yes, delete it')
  .action((options) => wipe(settings, options));

const connected = (command: Command) =>
  command
    .option('--ingestor-url <url>', 'another Warta than the local one')
    .option('--search-url <url>', 'another Warta than the local one')
    .option('--key <key>', 'API key; also WARTA_KEY')
    .option('--json', 'for programs');

connected(program.command('push <source...>'))
  .description('push files of any format, whole folders, addresses; - reads standard input')
  .option('--feed <feed>', 'whose articles they are; Warta’s own JSON may name it itself')
  .option('--type <media type>', 'what they are, when their names and contents do not tell')
  .option('--secret-file <file>', 'signs with the secret in it; also WARTA_FEED_SECRET; - reads it')
  .option('--wait', 'until everything is searchable; tells how long that took')
  .addHelpText(
    'after',
    `
Formats: RSS, Atom, JSON Feed, ninjs, NewsML, NITF, JSON-LD, HTML pages, CloudEvents, Warta's JSON and
NDJSON; docs/formats.md says what becomes of each field. Pushing the same again does no harm.
Hidden files and folders are passed over. Exit code 4 when anything was refused.

Examples:
  ./warta push samples/kim-putin-pesan.json --feed contoh
  ./warta push archive/ --feed contoh
  ./warta push https://example.org/feed.xml --feed contoh
  curl -s https://example.org/feed.xml | ./warta push - --feed contoh`,
  )
  .action((sources, options) => pushCommand(settings, sources, options));
addTakedownCommands(program, settings, connected);
connected(program.command('receipt <receipt>'))
  .description('how far a push has come: each stage with its milliseconds, or why it failed')
  .option('--wait', 'until it is searchable, or will not be')
  .addHelpText(
    'after',
    '\nRECEIPT is what push and the Location of its answer say. Exit code 4 when it failed.',
  )
  .action((receipt, options) => receiptCommand(settings, receipt, options));
addDeskCommands(program, settings, connected);

program
  .command('annotate <file...>')
  .description('who, where, when and who-said-what in text files; needs nothing running')
  .option('--published-at <time>', 'what dates such as "kemarin" and "Senin" are counted from')
  .option('--json', 'for programs: JSON Lines, one object a file')
  .addHelpText(
    'after',
    `
FILE is UTF-8 text; - reads standard input. A first line followed by an empty line is the title.
TIME is like 2026-11-23 or 2026-11-23T08:00:00+07:00; without it such dates are left open.
start and end of --json are UTF-16 offsets into the field named beside them; the body begins at
bodyStart in the file.

Examples:
  ./warta annotate article.txt --published-at 2026-11-23
  ./warta annotate *.txt --json | jq '.quotes[]'`,
  )
  .action(async (files, options) => {
    // The knowledge base takes a tenth of a second to load; no other command needs it.
    const { annotateFiles } = await import('./annotate-command.ts');
    await annotateFiles(files, options);
  });

const keys = program.command('keys').description('API keys: list, create, revoke');
connected(keys.command('list'))
  .description('every key with its state, scopes and feeds; never the key itself')
  .action((options) => listKeys(settings, options));
connected(keys.command('create <name>'))
  .description('make a key; it is shown this once')
  .option('--scope <scope...>', 'articles:write, search:read, annotate, entities:correct, admin', [
    'articles:write',
  ])
  .option('--feed <feed...>', 'feeds that articles:write counts for', [])
  .option('--expires <instant>', 'such as 2027-12-31T00:00:00Z')
  .option('--team <team>', 'whose saved searches and alerts the key sees')
  .addHelpText(
    'after',
    '\nExample:\n  ./warta keys create "CMS of Harian Contoh" --feed harian-contoh',
  )
  .action((name, options) => createKey(settings, name, options));
connected(keys.command('revoke <keyId>'))
  .description('end a key for good, everywhere within 5 s')
  .addHelpText('after', '\nExample:\n  ./warta keys revoke k7f2m9x4ab')
  .action((keyId, options) => revokeKey(settings, keyId, options));

addFeedCommands(program, settings, connected);

const deadLetters = program
  .command('deadletters')
  .description('records that could not be processed: list, show, redrive, discard');
const onBrokers = (command: Command) =>
  command
    .option('--brokers <host:port,...>', 'other brokers than the local ones')
    .option('--json', 'for programs');
onBrokers(deadLetters.command('list'))
  .description('what failed, where and why')
  .option('--all', 'also those already sent back or discarded')
  .action((options) => listDeadLetters(settings, options));
onBrokers(deadLetters.command('show <id>'))
  .description('one of them, whole')
  .addHelpText('after', '\nExample:\n  ./warta deadletters show warta.article.submitted.v1/3/1234')
  .action((id, options) => showDeadLetter(settings, id, options));
onBrokers(deadLetters.command('redrive [id...]'))
  .description('send them back to their topic, after the cause is mended')
  .option('--all', 'every one not sent back yet')
  .addHelpText(
    'after',
    '\nExamples:\n  ./warta deadletters redrive warta.article.submitted.v1/3/1234\n  ./warta deadletters redrive --all',
  )
  .action((ids, options) => redriveDeadLetters(settings, ids, options));
onBrokers(deadLetters.command('discard <id...>'))
  .description('say that they need nothing; a redrive afterwards is possible')
  .requiredOption('--reason <reason>', 'why, for those who find it later')
  .action((ids, options) => discardDeadLetters(settings, ids, options));

program
  .command('completion')
  .addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish', 'pwsh']))
  .description('a script that lets your shell complete commands, options and files')
  .addHelpText(
    'after',
    `
For this session:
  source <(./warta completion bash)
  source <(./warta completion zsh)
  ./warta completion fish | source

For good:
  ./warta completion bash >> ~/.bashrc
  ./warta completion zsh >> ~/.zshrc
  ./warta completion fish > ~/.config/fish/conf.d/warta.fish

fish loads its own folder of completions only for programs in $PATH, so it is not that one.`,
  )
  .action((shell) => printCompletion(shell));
program
  .command(COMPLETION_SERVER, { hidden: true })
  .allowUnknownOption()
  .argument('[words...]')
  .action((words: string[]) => serveCompletion(program, words));
program
  .command('test')
  .addArgument(new Argument('[parts...]', 'only these parts').choices(testParts))
  .description('all tests, or some parts of them')
  .addHelpText('after', '\nExample:\n  ./warta test lint unit')
  .action(async (parts: string[]) => {
    if (!(await testCommand(parts))) process.exitCode = exitCodes.failed;
  });

// Whoever reads the output may have seen enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exitCodes.ok);
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}

function readSettings() {
  try {
    return devSettings();
  } catch (error) {
    return process.exit(explain(error));
  }
}

/** One sentence for what a person can solve, the whole story for what is a bug. */
function explain(error: unknown): number {
  const { name, code, exitCode } = error as { name?: string; code?: string; exitCode?: number };
  // Commander has printed its own words already.
  if (code?.startsWith('commander.')) return exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  if (error instanceof ZodError) {
    const { path, message } = error.issues[0] ?? { path: [], message: '' };
    console.error(
      `warta: The answer is none of this version of Warta (${path.join('.')}: ${message}): another program, or another version, is there.`,
    );
    return exitCodes.failed;
  }
  const expected = error instanceof CliError || name === 'StackError';
  console.error(`warta: ${expected ? (error as Error).message : (error as Error)?.stack}`);
  return error instanceof CliError ? error.exitCode : exitCodes.failed;
}
