import { Command } from 'commander';
import { addDeskCommands } from './desk-program.ts';
import { devSettings } from './dev-settings.ts';

/** What a person reads who has typed this. */
async function toldOf(...typed: string[]): Promise<string> {
  let told = '';
  const program = new Command('warta')
    .exitOverride()
    .configureOutput({ writeErr: (text) => (told += text) });
  addDeskCommands(program, devSettings({}), (command) => command);
  await expect(program.parseAsync(typed, { from: 'user' })).rejects.toThrow('option');
  return told;
}

describe('a word that is taken for an option', () => {
  it('is told where it goes, with the help of the very command', async () => {
    for (const command of [['search'], ['alerts', 'test'], ['alerts', 'save', 'Beras']]) {
      const told = await toldOf(...command, 'beras', '-impor');
      expect(told).toContain('-- beras -impor');
      expect(told).toContain(`./warta ${command.slice(0, 2).join(' ')} --help`);
    }
  });

  it('is not spoken of when something else is wrong', async () => {
    const told = await toldOf('search', 'beras', '--sort', 'best');
    expect(told).toContain('newest');
    expect(told).not.toContain('--, as in');
    expect(await toldOf('search', 'beras', '--sise', '5')).not.toContain('--, as in');
  });
});
