import type { Command } from 'commander';
import type { DevSettings } from './dev-settings.ts';
import {
  changeFeed,
  endSecret,
  listFeeds,
  registerFeed,
  rotateSecret,
  setFeedState,
  showFeed,
  subscribeFeed,
  unsubscribeFeed,
} from './feed-commands.ts';

/** `./warta feeds …`. @param connected adds the options that say which Warta to talk to. */
export function addFeedCommands(
  program: Command,
  settings: DevSettings,
  connected: (command: Command) => Command,
): void {
  const feeds = program
    .command('feeds')
    .description(
      'feeds: list, register, set, pause, resume, rotate-secret, end-secret, subscribe, unsubscribe',
    );
  const withSettings = (command: Command) =>
    connected(command)
      .option('--title <title>', 'for people')
      .option('--language <tag>', 'of articles that name none, such as id')
      .option('--time-zone <zone>', 'of dates without an offset, such as Asia/Jakarta')
      .option('--section <section>', 'of articles that name none')
      .option('--priority <1-9>', 'of articles that name none; 1 is most urgent')
      .option('--junk-line <start...>', 'lines of the body that begin so are left out')
      .option('--articles-per-minute <count>', 'more get 429');
  connected(feeds.command('list'))
    .description('every feed: how it pushes, and which are silent for longer than is usual')
    .action((options) => listFeeds(settings, options));
  connected(feeds.command('show <feed>'))
    .description('the settings of one')
    .action((feed, options) => showFeed(settings, feed, options));
  withSettings(feeds.command('register <feed>'))
    .description('make a feed known')
    .addHelpText(
      'after',
      '\nExample:\n  ./warta feeds register harian-contoh --language id --time-zone Asia/Jakarta',
    )
    .action((feed, options) => registerFeed(settings, feed, options));
  withSettings(feeds.command('set <feed>'))
    .description('change settings; what is not named stays, an empty value takes one away')
    .action((feed, options) => changeFeed(settings, feed, options));
  for (const step of ['pause', 'resume'] as const) {
    connected(feeds.command(`${step} <feed>`))
      .description(step === 'pause' ? 'take nothing of it for now' : 'take its pushes again')
      .action((feed, options) => setFeedState(settings, feed, step, options));
  }
  connected(feeds.command('rotate-secret <feed>'))
    .description('give it a signing secret, or another one; from then on its pushes must be signed')
    .option('--overlap <hours>', 'how long older secrets still count', '24')
    .option('--secret-file <file>', 'holds one that you have, - reads it; without it, one is made')
    .action((feed, options) => rotateSecret(settings, feed, options));
  connected(feeds.command('end-secret <feed> <secretId>'))
    .description('end a signing secret at once; without any, pushes need no signature')
    .action((feed, secretId, options) => endSecret(settings, feed, secretId, options));
  connected(feeds.command('subscribe <feed> <topic>'))
    .description('follow a page or feed by WebSub')
    .option('--hub <url>', 'without it, looked up at the topic')
    .action((feed, topic, options) => subscribeFeed(settings, feed, topic, options));
  connected(feeds.command('unsubscribe <feed>'))
    .description('follow it no longer')
    .action((feed, options) => unsubscribeFeed(settings, feed, options));
}
