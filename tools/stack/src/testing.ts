import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { createDataSource } from '@warta/postgres';
import { isFree } from './preflight.ts';
import { identifyProcess } from './process-identity.ts';
import type { RunningStack } from './running-stack.ts';
import type { StackOptions } from './stack-options.ts';
import { wipeStack } from './stack.ts';

const folderPrefix = 'warta-stack-';

/** Removes stacks of earlier runs that were killed: nobody else would ever find them. */
export async function wipeAbandonedStacks(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(folderPrefix))) {
    const runner = Number(name.slice(folderPrefix.length).split('-')[0]);
    const stateDir = path.join(tmpdir(), name);
    const isMine = statSync(stateDir, { throwIfNoEntry: false })?.uid === process.getuid?.();
    if (isMine && runner > 0 && !identifyProcess(runner)) await wipeStack({ name, stateDir });
  }
}

/** A stack of the test's own: another folder, free ports, native. */
export async function ownStackOptions(name: string): Promise<StackOptions> {
  const [kafkaPort, kafkaControllerPort, elasticsearchPort, postgresPort] = await freePorts();
  const stateDir = mkdtempSync(path.join(tmpdir(), `${folderPrefix}${process.pid}-${name}-`));
  return {
    // Unlike that of any other run on this machine.
    name: path.basename(stateDir),
    stateDir,
    kafkaPort,
    kafkaControllerPort,
    elasticsearchPort,
    postgresPort,
    mode: 'native',
  };
}

/** Below the range that the system hands out to clients, so that nobody takes one in between. */
async function freePorts(): Promise<[number, number, number, number]> {
  const found = new Set<number>();
  while (found.size < 4) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) found.add(port);
  }
  const [a = 0, b = 0, c = 0, d = 0] = found;
  return [a, b, c, d];
}

/** On loopback, as the servers do. */
export async function listen(port = 0) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

/** Leaves one thing in each server that only this stack can have. */
export async function leaveMark(stack: RunningStack, mark: string): Promise<void> {
  await Promise.all([
    runTool(stack, 'org.apache.kafka.tools.TopicCommand', ['--create', '--topic', mark]),
    ask(stack, `/${mark}`, { method: 'PUT' }),
    query(stack, `create table ${mark} (id int)`),
  ]);
}

/** The marks found in each server. */
export async function findMarks(stack: RunningStack) {
  const [topics, indices, tables] = await Promise.all([
    runTool(stack, 'org.apache.kafka.tools.TopicCommand', ['--list', '--exclude-internal']),
    ask(stack, '/_cat/indices/mark*?h=index'),
    query(stack, `select tablename from pg_tables where schemaname = 'public'`),
  ]);
  const lines = (text: string) => text.split('\n').filter((line) => line.startsWith('mark'));
  return {
    kafka: lines(topics),
    elasticsearch: lines(indices),
    postgres: (tables as { tablename: string }[]).map(({ tablename }) => tablename),
  };
}

async function runTool(stack: RunningStack, mainClass: string, more: string[]): Promise<string> {
  const { command, parameters } = stack.kafkaTool(mainClass, more);
  const { stdout } = await promisify(execFile)(command, parameters);
  return stdout;
}

async function ask(stack: RunningStack, way: string, init?: RequestInit): Promise<string> {
  const answer = await fetch(`${stack.elasticsearchUrl}${way}`, init);
  const body = await answer.text();
  if (!answer.ok) throw new Error(`Elasticsearch answers ${answer.status}: ${body}`);
  return body;
}

async function query(stack: RunningStack, sql: string): Promise<unknown> {
  const dataSource = createDataSource({
    ...stack.postgres,
    tls: 'disable',
    schema: 'public',
    poolSize: 2,
    applicationName: 'stack-test',
  });
  await dataSource.initialize();
  try {
    return await dataSource.query(sql);
  } finally {
    await dataSource.destroy();
  }
}
