import { Argument, type Command, Option } from 'commander';
import type { DevSettings } from './dev-settings.ts';
import {
  correctEntity,
  findEntities,
  listCorrections,
  listQuotes,
  showEntity,
  showPair,
  undoCorrection,
} from './entity-commands.ts';

type Connected = (command: Command) => Command;

const entityTypes = ['PERSON', 'ORGANIZATION', 'LOCATION', 'EVENT'];

/** `./warta entity …`. @param connected adds the options that say which Warta to talk to. */
export function addEntity(program: Command, settings: DevSettings, connected: Connected): void {
  const entity = program
    .command('entity')
    .description('people, organisations, places: find, show, with, quotes; and put them right');
  const type = () => new Option('--type <type>', 'only of this type').choices(entityTypes);
  connected(entity.command('find <name...>'))
    .description('by the beginning of any of its names')
    .addOption(type())
    .option('--size <count>', '1 to 50')
    .action((words, options) => findEntities(settings, words, options));
  const spanned = (command: Command) =>
    connected(command)
      .option('--from <date>', 'of articles published at or after')
      .option('--to <date>', 'of articles published before')
      .option('--time-zone <zone>', 'whose days count, such as Asia/Jakarta; UTC without it');
  spanned(entity.command('show <name...>'))
    .description('names, roles, neighbours and quotes; by name, id or Wikidata id')
    .addHelpText('after', '\nExample:\n  ./warta entity show Kim Jong Un')
    .action((words, options) => showEntity(settings, words, options));
  spanned(entity.command('with <name> <other>'))
    .description('articles and quotes in which both are')
    .addHelpText('after', '\nExample:\n  ./warta entity with "Kim Jong Un" "Vladimir Putin"')
    .action((name, other, options) => showPair(settings, [name, other], options));
  spanned(entity.command('quotes [words...]'))
    .description('who said what')
    .option('--speaker <entity>', 'who says it')
    .option('--about <entity>', 'who is named in it')
    .option('--feed <feed>', 'only of articles of this feed')
    .option('--lang <language>', 'only of articles in this language, such as id or en')
    .option('--size <count>', '1 to 100')
    .option('--cursor <cursor>', 'goes on where a page ended, which prints it')
    .addHelpText(
      'after',
      '\nExample:\n  ./warta entity quotes harga beras --speaker Bulog --from 2026-11-01 --to 2026-12-01',
    )
    .action((words, options) => listQuotes(settings, words, options));
  addCorrections(entity, settings, connected);
}

function addCorrections(entity: Command, settings: DevSettings, connected: Connected): void {
  const correcting = (command: Command) =>
    connected(command).requiredOption('--reason <reason>', 'why, for those who find it later');
  correcting(entity.command('merge <id> <intoId>'))
    .description('the first is the second; undone by undo')
    .action((entityId, intoId, options) =>
      correctEntity(settings, { kind: 'merge', entityId, intoId }, options),
    );
  correcting(entity.command('split <id> <newName> <names...>'))
    .description('these printed names mean somebody else')
    .action((entityId, newName, names, options) =>
      correctEntity(settings, { kind: 'split', entityId, newName, names }, options),
    );
  correcting(entity.command('block <id>'))
    .description('it is nobody and nothing')
    .action((entityId, options) => correctEntity(settings, { kind: 'block', entityId }, options));
  correcting(entity.command('retype <id>').addArgument(new Argument('<type>').choices(entityTypes)))
    .description('it is of another type')
    .action((entityId, type, options) =>
      correctEntity(settings, { kind: 'retype', entityId, type }, options),
    );
  for (const kind of ['alias-add', 'alias-remove'] as const) {
    correcting(entity.command(`${kind} <id> <alias>`))
      .description(kind === 'alias-add' ? 'it is called so, too' : 'it is not called so')
      .action((entityId, alias, options) =>
        correctEntity(settings, { kind, entityId, alias }, options),
      );
  }
  connected(entity.command('corrections'))
    .description('what people put right, and how far articles follow')
    .option('--entity <id>', 'only of this entity')
    .option('--cursor <cursor>', 'goes on where a page ended, which prints it')
    .action((options) => listCorrections(settings, options));
  correcting(entity.command('undo <correctionId>'))
    .description('take a correction back')
    .action((id, options) => undoCorrection(settings, id, options));
}
