import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const projectRoot = path.join(import.meta.dirname, '..');

/** Files of the project as they are now: tracked, and new ones that are not ignored. */
export function projectFiles(): string[] {
  // A clone of another owner is still our project.
  const anyOwner = ['-c', 'safe.directory=*'];
  const list = [...anyOwner, 'ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const output = execFileSync('git', list, { cwd: projectRoot, encoding: 'utf8' });
  return output.split('\0').filter((file) => file && existsSync(path.join(projectRoot, file)));
}

/** Nx's lint takes seconds, on a busy machine a minute; longer means that it hangs. */
const runTimeoutMs = 120_000;

/**
 * The workspace as it is now in a folder of its own, where a test may break rules without anybody
 * who works on the tree, or lints it at the same time, seeing it. Packages are links.
 */
export class WorkspaceCopy {
  readonly root: string;

  constructor() {
    this.root = realpathSync(mkdtempSync(path.join(tmpdir(), 'warta-workspace-')));
    for (const file of projectFiles()) {
      cpSync(path.join(projectRoot, file), this.pathOf(file), { recursive: true });
    }
    this.linkPackages();
  }

  pathOf(file: string): string {
    return path.join(this.root, file);
  }

  write(file: string, text: string): void {
    mkdirSync(path.dirname(this.pathOf(file)), { recursive: true });
    writeFileSync(this.pathOf(file), text);
  }

  /** Runs a program of node_modules/.bin, without Nx's daemon, which would outlive the test. */
  run(program: string, parameters: readonly string[]): { status: number | null; output: string } {
    const bin = path.join(projectRoot, 'node_modules', '.bin');
    const run = spawnSync(path.join(bin, program), parameters, {
      cwd: this.root,
      encoding: 'utf8',
      timeout: runTimeoutMs,
      env: {
        ...process.env,
        PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`,
        NX_DAEMON: 'false',
        NO_COLOR: '1',
        FORCE_COLOR: '0',
      },
    });
    if (run.error) throw run.error;
    return { status: run.status, output: run.stdout + run.stderr };
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private linkPackages(): void {
    const from = path.join(projectRoot, 'node_modules');
    mkdirSync(this.pathOf('node_modules/@warta'), { recursive: true });
    for (const entry of readdirSync(from)) {
      if (entry === '@warta' || entry === '.cache') continue;
      symlinkSync(path.join(from, entry), this.pathOf(path.join('node_modules', entry)));
    }
    // Our own packages are relative links into the tree: the same links point into the copy.
    for (const entry of readdirSync(path.join(from, '@warta'))) {
      const target = readlinkSync(path.join(from, '@warta', entry));
      symlinkSync(target, this.pathOf(path.join('node_modules/@warta', entry)));
    }
  }
}
