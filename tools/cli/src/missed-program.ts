import type { Command } from 'commander';
import type { DevSettings } from './dev-settings.ts';
import {
  catchUpSearch,
  discardPassedOver,
  listPassedOver,
  retryPassedOver,
} from './missed-commands.ts';

/** `./warta alerts …` about what was missed. @param connected adds the options that say which Warta to talk to. */
export function addMissedCommands(
  alerts: Command,
  settings: DevSettings,
  connected: (command: Command) => Command,
): void {
  connected(alerts.command('catch-up <search>'))
    .description('match what it missed under what it asked for before')
    .action((asked, options) => catchUpSearch(settings, asked, options));
  connected(alerts.command('passed-over'))
    .description('articles that could not be matched, with the reason (admin)')
    .action((options) => listPassedOver(settings, options));
  connected(alerts.command('retry-passed-over [articleIds...]'))
    .description('match these again, or all of them (admin)')
    .action((ids, options) => retryPassedOver(settings, ids, options));
  connected(alerts.command('discard-passed-over [articleIds...]'))
    .description('give these up, or all of them: they are not tried again (admin)')
    .option('--all', 'every one that was passed over')
    .action((ids, options) => discardPassedOver(settings, ids, options));
}
