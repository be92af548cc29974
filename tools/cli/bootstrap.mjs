/**
 * The way into every command, without dependencies and on Node 20: installs the packages where
 * they are missing or older than the lock file, then runs the command line (main.ts) on the
 * Node 24 that comes with them. Used by `npm start`, `npm test` and `./warta`.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants } from 'node:os';
import {
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const NODE_MAJOR_MIN = 20;
const PACKAGES_BYTES = 1.2e9;
const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..', '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.warta-lock-sha256');
const logFile = join(root, '.warta', 'logs', 'npm-install.log');

const [major] = process.versions.node.split('.').map(Number);
if (major < NODE_MAJOR_MIN) {
  fail(
    `Warta needs Node ${NODE_MAJOR_MIN} or newer, this is ${process.version}. Install one from nodejs.org.`,
  );
}

const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  // A press of TAB waits for no packages: the next command installs them.
  if (process.argv[2] === 'completion-server') process.exit(0);
  await installPackages();
  writeFileSync(stamp, lock);
}
await runCommandLine(process.argv.slice(2));

/** npm install, not npm ci: npm 11 refuses locks whose other-platform packages are left out. */
async function installPackages() {
  const free = statfsSync(root);
  if (free.bavail * free.bsize < PACKAGES_BYTES) {
    fail(`Less than 1.2 GB of disk is free under ${root}: free some, then start again.`);
  }
  mkdirSync(join(root, '.warta', 'logs'), { recursive: true });
  const log = openSync(logFile, 'w');
  const npm = process.env.npm_execpath;
  const args = ['install', '--no-audit', '--no-fund', '--no-update-notifier'];
  const [command, ...rest] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const env = { ...process.env };
  // Set by the npm that may have called us: a production install would leave the tools out.
  delete env.NODE_ENV;
  const child = spawn(command, [...rest, ...args], { cwd: root, env, stdio: ['ignore', log, log] });
  const started = Date.now();
  const say = (final = '') => {
    const seconds = Math.round((Date.now() - started) / 1000);
    const line = `  installing packages (about 640 MB on disk) … ${seconds} s ${final}`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line}${final ? '\n' : ''}`);
    else if (final || seconds % 15 === 0) process.stderr.write(`${line}\n`);
  };
  const ticker = setInterval(say, 1000);
  const code = await ended(child).catch((error) => fail(`npm could not be run: ${error.message}`));
  clearInterval(ticker);
  say(code === 0 ? 'done' : 'failed');
  if (code !== 0) {
    const tail = readFileSync(logFile, 'utf8').split('\n').slice(-15).join('\n');
    fail(`${tail}\nnpm install failed (exit ${code}); its whole output is in ${logFile}.`);
  }
}

async function runCommandLine(args) {
  const node = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(node) || statSync(node).size < 1e6) {
    fail(`node_modules is incomplete (no Node 24 in it). Delete node_modules and start again.`);
  }
  const main = join(root, 'tools', 'cli', 'src', 'main.ts');
  const child = spawn(node, ['--conditions=@warta/source', main, ...args], { stdio: 'inherit' });
  // Ctrl-C reaches the child through the terminal; a signal sent to this process alone is passed on.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.exitCode = await ended(child);
}

/** The exit code, 128 + n for an end by signal n. */
function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

function fail(sentence) {
  process.stderr.write(`warta: ${sentence}\n`);
  process.exit(1);
}
