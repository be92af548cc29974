import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { completionScript, quoted } from './completion-scripts.ts';

/** What a shell's own completion has to be when nobody sits before it. */
const ZSH_WITHOUT_PEOPLE = `
compdef() { : }
_describe() { print -rl -- "\${(@P)2}" }
_files() { print -r -- files }
`;

describe('the script of a shell', () => {
  const folder = mkdtempSync(join(tmpdir(), 'completion-'));
  const home = join(folder, "a b's");
  const completer = join(home, 'warta');
  const words = join(folder, 'words');
  const ran = join(folder, 'ran');
  const typed = `'(touch ${ran})' "$(touch ${ran})"`;
  beforeAll(() => {
    mkdirSync(home);
    // Nothing fits where the word is to be a file's name.
    writeFileSync(
      completer,
      `#!/bin/sh
printf '%s\\n' "$SHELL" "$@" > "$WORDS"
for begun; do :; done
[ "$begun" = file ] || printf '%s\\t%s\\n' --size 'how many' --sort 'in which order'
`,
    );
    chmodSync(completer, 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('comes from where the program is, also in a folder with a space', () => {
    expect(quoted('/srv/warta/warta')).toBe('/srv/warta/warta');
    expect(quoted("/opt/a b/it's/warta")).toBe(String.raw`'/opt/a b/it'\''s/warta'`);
  });

  for (const shell of ['bash', 'zsh', 'fish'] as const) {
    it(`is one that ${shell} understands`, async () => {
      const script = await completionScript(shell, completer);
      if (!isThere(shell)) return;
      const file = join(folder, `script.${shell}`);
      writeFileSync(file, script);
      expect(spawnSync(shell, ['-n', file], { encoding: 'utf8' }).stderr).toBe('');
    });
  }

  it('gives zsh the words of this command up to the cursor, and runs nothing of them', async () => {
    const script = await completionScript('zsh', completer);
    if (!isThere('zsh')) return;
    const tab = (...some: string[]) => {
      const begun = quoted(some.at(-1) ?? '');
      const state = `words=(${some.map(quoted).join(' ')}); CURRENT=${some.length}; PREFIX=${begun}`;
      return run('zsh', ['-f', '-c', `${ZSH_WITHOUT_PEOPLE}\n${script}\n${state}\n_warta`]);
    };
    const line = ['./warta', 'search', ...typed.split(/ (?=")/), '--s'];
    expect(tab(...line)).toEqual(['--size\thow many', '--sort\tin which order']);
    expect(given()).toEqual(['zsh', 'completion-server', '--', ...line]);
    tab('./warta', 'search', '');
    expect(given()).toEqual(['zsh', 'completion-server', '--', './warta', 'search', '']);
    expect(tab('./warta', 'file')).toEqual(['files']);
    expect(existsSync(ran)).toBe(false);
  });

  it('gives fish the words of this command up to the cursor, and runs nothing of them', async () => {
    const script = await completionScript('fish', completer);
    if (!isThere('fish')) return;
    const tab = (line: string) =>
      run('fish', ['--no-config', '-c', `${script}\ncomplete -C ${quoted(line)}`]);
    expect(tab(`true; ./warta search ${typed} --so`)).toEqual(['--sort\tin which order']);
    expect(given().slice(0, 5)).toEqual(['fish', 'completion-server', '--', './warta', 'search']);
    expect([given().length, given().at(-1)]).toEqual([8, '--so']);
    tab('./warta search ');
    expect(given().slice(3)).toEqual(['./warta', 'search', '']);
    writeFileSync(join(home, 'file'), '');
    expect(tab('./warta file')).toEqual(['file']);
    expect(existsSync(ran)).toBe(false);
  });

  const given = () => linesOf(readFileSync(words, 'utf8'));

  function run(shell: string, args: string[]): string[] {
    const env = { ...process.env, HOME: folder, WORDS: words };
    return linesOf(execFileSync(shell, args, { cwd: home, encoding: 'utf8', env }));
  }
});

function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}

function isThere(shell: string): boolean {
  const isFound = spawnSync(shell, ['-c', 'true']).status === 0;
  if (!isFound) process.stderr.write(`left out: ${shell} is not installed here\n`);
  return isFound;
}
