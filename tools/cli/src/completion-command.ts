import { join } from 'node:path';
import { getShellFromEnv, isShellSupported, log, parseEnv } from '@pnpm/tabtab';
import type { CompletionItem } from '@pnpm/tabtab';
import type { Command, Option } from 'commander';
import { CliError, exitCodes } from './cli-error.ts';
import { COMPLETION_SERVER, completionScript } from './completion-scripts.ts';
import { projectRoot } from './dev-settings.ts';

/** A script that makes the shell complete `warta` and `./warta`; for a file it reads at start. */
export async function printCompletion(shell: string): Promise<void> {
  if (!isShellSupported(shell)) {
    throw new CliError(`${shell} is none of bash, zsh, fish and pwsh.`, exitCodes.usage);
  }
  console.log(await completionScript(shell, join(projectRoot, 'warta')));
}

/**
 * Answers a shell: what may come next.
 * @param typed of zsh and fish, the words up to the cursor; others give the line by the environment.
 */
export function serveCompletion(program: Command, typed: readonly string[]): void {
  const environment = parseEnv(process.env);
  const isByWords = process.env['SHELL'] === 'zsh' || process.env['SHELL'] === 'fish';
  if (!isByWords && !environment.complete) return;
  const shell = getShellFromEnv(process.env);
  const words = isByWords ? typed : environment.partial.split(/\s+/);
  const items = completionsOf(program, words.slice(1), shell === 'bash');
  // For bash the library leaves out what the end of the line does not begin with, wherever one types.
  if (shell === 'bash') for (const { name } of items) console.log(name);
  else log(items, shell, (line) => console.log(line));
}

/**
 * Commands, options and choices that may stand at the last of the words, which may be begun. Pure.
 * @param words what is typed behind the program's name.
 * @param isSplitAtEquals bash takes what stands behind a = for a word of its own.
 */
export function completionsOf(
  program: Command,
  words: readonly string[],
  isSplitAtEquals = false,
): CompletionItem[] {
  // What is behind it are words of the person's own.
  if (words.slice(0, -1).includes('--')) return [];
  const begun = words.at(-1) ?? '';
  let command = program;
  let before: Option | undefined;
  for (const word of words.slice(0, -1)) {
    if (word.startsWith('-')) {
      before = command.options.find(({ long, short }) => long === word || short === word);
      if (before?.required !== true && before?.optional !== true) before = undefined;
      continue;
    }
    if (before !== undefined) {
      before = undefined;
      continue;
    }
    command = command.commands.find((one) => one.name() === word) ?? command;
  }
  if (before !== undefined) return itemsOf(before.argChoices ?? [], begun);
  const [, assigned, value = ''] = /^(--[\w-]+)=(.*)$/.exec(begun) ?? [];
  if (assigned !== undefined) {
    const option = command.options.find(({ long }) => long === assigned);
    return itemsOf(option?.argChoices ?? [], value, isSplitAtEquals ? '' : `${assigned}=`);
  }
  if (begun.startsWith('-')) {
    const visible = command.options.filter((option) => !option.hidden);
    return visible
      .map((option) => ({ name: option.long ?? option.flags, description: option.description }))
      .concat({ name: '--help', description: 'how it is used' })
      .filter(({ name }) => name.startsWith(begun));
  }
  const choices = command.registeredArguments.flatMap((argument) => argument.argChoices ?? []);
  const commands = command.commands
    .filter((one) => one.name() !== COMPLETION_SERVER && one.name().startsWith(begun))
    .map((one) => ({ name: one.name(), description: one.description() }));
  return [...commands, ...itemsOf(choices, begun)];
}

function itemsOf(names: readonly string[], begun: string, before = ''): CompletionItem[] {
  return names
    .filter((name) => name.startsWith(begun))
    .map((name) => ({ name: `${before}${name}` }));
}
