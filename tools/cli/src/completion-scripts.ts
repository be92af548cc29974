import { getCompletionScript } from '@pnpm/tabtab';
import type { SupportedShell } from '@pnpm/tabtab';

/** What the scripts of shells call with what is typed so far. */
export const COMPLETION_SERVER = 'completion-server';

const NAME = 'warta';

/**
 * What makes a shell complete `warta` and `./warta`. Where nothing of ours fits, files are offered.
 * The library's script for fish evaluates the typed line once more, and so would run what is quoted
 * in it; the one for zsh takes what stands before a `;` for words of ours. Theirs are not used.
 * @param completer path of the program.
 */
export function completionScript(shell: SupportedShell, completer: string): Promise<string> {
  if (shell === 'zsh') return Promise.resolve(zshScript(completer));
  if (shell === 'fish') return Promise.resolve(fishScript(completer));
  return getCompletionScript({ name: NAME, completer: quoted(completer), shell });
}

/** One word of a POSIX shell, also of a path with spaces. */
export function quoted(path: string): string {
  return /^[\w@%+:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

/** Both as a file of that name in $fpath and when it is sourced; then also before compinit. */
function zshScript(completer: string): string {
  return `#compdef ${NAME}
_${NAME}() {
  local -a offered
  offered=("\${(@f)$(SHELL=zsh ${quoted(completer)} ${COMPLETION_SERVER} -- \\
    "\${(@)words[1,CURRENT-1]}" "$PREFIX" 2>/dev/null)}")
  if [[ -n $offered[1] ]]; then _describe ${NAME} offered; else _files; fi
}
if [[ $zsh_eval_context == *func ]]; then
  _${NAME} "$@"
else
  if (( ! $+functions[compdef] )); then autoload -Uz compinit && compinit; fi
  compdef _${NAME} ${NAME}
fi
`;
}

function fishScript(completer: string): string {
  const program = `'${completer.replaceAll(/[\\']/g, String.raw`\$&`)}'`;
  return `function __${NAME}_offered
    set -l begun (commandline -ct)
    set -l offered (env SHELL=fish ${program} ${COMPLETION_SERVER} -- (commandline -opc) "$begun" 2>/dev/null)
    if set -q offered[1]
        printf '%s\\n' $offered
    else
        __fish_complete_path "$begun"
    end
end
complete -c ${NAME} -f -a '(__${NAME}_offered)'
`;
}
