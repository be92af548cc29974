import { Argument, Command, Option } from 'commander';
import { completionsOf } from './completion-command.ts';

describe('what a shell offers', () => {
  const program = new Command('warta');
  program
    .command('search [words...]')
    .description('search articles')
    .option('--lang <language>', 'language')
    .addOption(new Option('--sort <order>', 'order').choices(['newest', 'oldest']))
    .option('--json', 'for programs');
  const feeds = program.command('feeds').description('feeds');
  feeds.command('list').description('all of them');
  feeds.command('pause <feed>').description('for now');
  program.command('test').addArgument(new Argument('[parts...]').choices(['lint', 'unit']));
  const names = (...words: string[]) => completionsOf(program, words).map(({ name }) => name);

  it('are the commands that begin so, with what they do', () => {
    expect(completionsOf(program, ['s'])).toEqual([
      { name: 'search', description: 'search articles' },
    ]);
    expect(names('')).toEqual(['search', 'feeds', 'test']);
  });

  it('are the commands of a command, and its options once a dash is typed', () => {
    expect(names('feeds', '')).toEqual(['list', 'pause']);
    expect(names('feeds', 'p')).toEqual(['pause']);
    expect(names('search', '--')).toEqual(['--lang', '--sort', '--json', '--help']);
    expect(names('search', '--', '-')).toEqual([]);
  });

  it('are the values of an option or an argument where only some count', () => {
    expect(names('search', '--sort', 'n')).toEqual(['newest']);
    expect(names('search', '--lang', '')).toEqual([]);
    expect(names('search', '--json', '--sort', '')).toEqual(['newest', 'oldest']);
    expect(names('test', 'u')).toEqual(['unit']);
  });

  it('are such values behind a =, too, as the shell takes them', () => {
    expect(names('search', '--sort=n')).toEqual(['--sort=newest']);
    const ofBash = completionsOf(program, ['search', '--sort='], true);
    expect(ofBash.map(({ name }) => name)).toEqual(['newest', 'oldest']);
    expect(names('search', '--lang=')).toEqual([]);
  });
});
