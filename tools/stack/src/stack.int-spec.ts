import { execFileSync, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  startStack,
  stackStatus,
  stopStack,
  wipeStack,
  type RunningStack,
  type StackEvent,
  type StackOptions,
} from './index.ts';
import { findMarks, leaveMark, ownStackOptions, wipeAbandonedStacks } from './testing.ts';

/**
 * The native stack on real processes: two stacks of this file's own, beside any that runs already.
 * The tests follow each other: each goes on with what the one before left.
 */
const startTimeoutMs = 150_000;

let first: StackOptions;
let second: StackOptions;
let stack: RunningStack;

beforeAll(async () => {
  await wipeAbandonedStacks();
  first = await ownStackOptions('first');
  second = await ownStackOptions('second');
}, startTimeoutMs);

afterAll(async () => {
  for (const options of [first, second]) {
    await wipeStack(options);
    rmSync(options.stateDir, { recursive: true, force: true });
  }
}, startTimeoutMs);

describe('the native stack', () => {
  it(
    'runs two stacks side by side, each server answering with its version',
    async () => {
      const stacks = await Promise.all([startStack(first), startStack(second)]);
      for (const options of [first, second]) {
        const { servers } = await stackStatus(options);
        const versions = Object.fromEntries(servers.map(({ name, version }) => [name, version]));
        expect(versions).toEqual({ kafka: '4.3.1', elasticsearch: '9.4.3', postgres: '18.4' });
      }
      await Promise.all([leaveMark(stacks[0], 'mark_first'), leaveMark(stacks[1], 'mark_second')]);
      expect(await findMarks(stacks[0])).toEqual(marks('mark_first'));
      expect(await findMarks(stacks[1])).toEqual(marks('mark_second'));
      await Promise.all(stacks.map((each) => each.stop()));
    },
    startTimeoutMs,
  );

  it('leaves no process behind when it is stopped', () => {
    expect(processesOf(first)).toEqual([]);
    expect(processesOf(second)).toEqual([]);
  });

  it(
    'finds the servers of a killed start, stops them and goes on with the same data',
    async () => {
      const orphans = await startAndKillStarter(first);
      expect(orphans.length).toBeGreaterThanOrEqual(3);

      const events: StackEvent[] = [];
      stack = await startStack(first, (event) => events.push(event));

      const stopped = events.filter(({ step }) => step === 'stop').map(({ server }) => server);
      expect(new Set(stopped)).toEqual(new Set(['kafka', 'elasticsearch', 'postgres']));
      const left = processesOf(first);
      expect(orphans.filter((pid) => left.includes(pid))).toEqual([]);
      expect(await findMarks(stack)).toEqual(marks('mark_first'));
    },
    startTimeoutMs,
  );

  it(
    'does not take over the servers of a living starter',
    async () => {
      const script = startScript(first, '');
      const other = spawn(process.execPath, ['--input-type=module', '-e', script]);
      const output: string[] = [];
      other.stderr.on('data', (chunk) => output.push(String(chunk)));
      await new Promise((resolve) => other.once('close', resolve));
      expect(output.join('')).toContain(`started by process ${process.pid}`);
    },
    startTimeoutMs,
  );

  it(
    'says which server was killed, and brings each back with its data',
    async () => {
      const gone = stack.exited;
      await stack.killServer('kafka', 'SIGKILL');
      expect(await gone).toMatchObject({ server: 'kafka' });
      await stack.restartServer('kafka');

      await stack.killServer('postgres', 'SIGKILL');
      expect(await stack.exited).toMatchObject({ server: 'postgres' });
      await stack.restartServer('postgres', { onlyIfDown: true });

      await stack.killServer('elasticsearch', 'SIGSTOP');
      const frozen = (await stackStatus(first)).servers.find(({ healthy }) => !healthy);
      expect(frozen).toMatchObject({ name: 'elasticsearch', isRunning: true });
      await stack.restartServer('elasticsearch');

      expect(await findMarks(stack)).toEqual(marks('mark_first'));
    },
    startTimeoutMs,
  );

  it(
    'wipe deletes the data and leaves no process behind',
    async () => {
      await stopStack(first);
      await wipeStack(first);
      expect(processesOf(first)).toEqual([]);
      expect(await stackStatus(first)).toMatchObject({ isHealthy: false, mode: undefined });
    },
    startTimeoutMs,
  );
});

function marks(mark: string) {
  return { kafka: [mark], elasticsearch: [mark], postgres: [mark] };
}

/** Process numbers of everything whose command line or environment names the stack's folder. */
function processesOf(options: StackOptions): number[] {
  const lines = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,args='], { encoding: 'utf8' });
  return lines
    .split('\n')
    .filter((line) => line.includes(`${options.stateDir}/`) || line.includes(serverKey(options)))
    .map((line) => Number.parseInt(line, 10));
}

/** Where the data lies when the state folder is closed to the servers' account. */
function serverKey(options: StackOptions): string {
  return `/var/lib/warta/${options.name}-`;
}

function startScript(options: StackOptions, then: string): string {
  const index = fileURLToPath(new URL('index.ts', import.meta.url));
  return `
    import { startStack } from ${JSON.stringify(index)};
    try { await startStack(${JSON.stringify(options)}); ${then} }
    catch (error) { console.error(error.message); }`;
}

/** Returns the processes that the killed starter left behind. */
async function startAndKillStarter(options: StackOptions): Promise<number[]> {
  const script = startScript(options, 'console.log("up"); setInterval(() => {}, 1000);');
  const starter = spawn(process.execPath, ['--input-type=module', '-e', script]);
  await new Promise((resolve, reject) => {
    starter.stdout.once('data', resolve);
    starter.once('close', () => reject(new Error('the starter ended before the stack was up')));
  });
  const ended = new Promise((resolve) => starter.once('close', resolve));
  starter.kill('SIGKILL');
  await ended;
  return processesOf(options);
}
