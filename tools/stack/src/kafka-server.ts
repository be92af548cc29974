import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { probeKafka } from './kafka-probe.ts';
import { runProgram } from './run-program.ts';
import { loopback, type RecipeContext, type ServerRecipe } from './server-recipe.ts';
import type { StackOptions } from './stack-options.ts';

/** An event may have 4 MiB; this leaves room for headers and for batches a little over it. */
const messageBytesMax = 6 * 1024 * 1024;

/** One process that is broker and controller (KRaft), without security, on loopback. */
export function kafkaServer(
  options: StackOptions,
  libs: string,
  context: RecipeContext,
): ServerRecipe {
  const home = path.join(context.serverDir, 'kafka');
  const data = path.join(home, 'data');
  const configFile = path.join(home, 'server.properties');
  const logConfigFile = path.join(home, 'log4j2.properties');
  const classPath = path.join(libs, '*');
  return {
    name: 'kafka',
    port: options.kafkaPort,
    async prepare() {
      writeFileSync(configFile, serverProperties(options, data));
      writeFileSync(logConfigFile, logProperties);
      if (existsSync(path.join(data, 'meta.properties'))) return;
      const id = clusterId();
      await runProgram(
        context.javaBin,
        ['-cp', classPath, 'kafka.tools.StorageTool', ...format(id, configFile)],
        { ids: context.ids, cwd: home },
      );
    },
    command: context.javaBin,
    parameters: [
      '-Xms256m',
      '-Xmx512m',
      '-XX:+UseG1GC',
      '-XX:+ExitOnOutOfMemoryError',
      `-Dlog4j2.configurationFile=${logConfigFile}`,
      '-cp',
      classPath,
      'kafka.Kafka',
      configFile,
    ],
    environment: { ...process.env, HOME: home },
    workingDir: home,
    startAttemptsMax: 1,
    stopSignal: 'SIGTERM',
    stopTimeoutMs: 20_000,
    startTimeoutMs: 90_000,
    async probe() {
      await probeKafka(loopback, options.kafkaPort);
      return kafkaVersion(libs);
    },
  };
}

function format(id: string, configFile: string): string[] {
  return ['format', '--standalone', '--cluster-id', id, '--config', configFile];
}

/** 16 random bytes in base64, but for its first letter: a leading dash would read as an option. */
function clusterId(): string {
  return `W${randomBytes(16).toString('base64url').slice(1)}`;
}

/** Brokers do not tell their version to clients; the jar they run from does. */
function kafkaVersion(libs: string): string {
  const versions = readdirSync(libs).map((name) => /^kafka_2\.13-(.+)\.jar$/.exec(name)?.[1]);
  return versions.find((version) => version !== undefined) ?? 'unknown';
}

function serverProperties(options: StackOptions, data: string): string {
  const broker = `${loopback}:${options.kafkaPort}`;
  const controller = `${loopback}:${options.kafkaControllerPort}`;
  return properties({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.bootstrap.servers': controller,
    listeners: `PLAINTEXT://${broker},CONTROLLER://${controller}`,
    'advertised.listeners': `PLAINTEXT://${broker}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    'log.dirs': data,
    'auto.create.topics.enable': false,
    'message.max.bytes': messageBytesMax,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': offsetsPartitions,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': offsetsPartitions,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'share.coordinator.state.topic.num.partitions': offsetsPartitions,
    'group.initial.rebalance.delay.ms': 0,
    // The default takes a quarter of our heap for a cleaner with little to do.
    'log.cleaner.dedupe.buffer.size': 32 * 1024 * 1024,
  });
}

/** Few, because one broker makes and loads all of them at start. */
const offsetsPartitions = 10;

const logProperties = properties({
  status: 'error',
  'appender.console.type': 'Console',
  'appender.console.name': 'console',
  'appender.console.layout.type': 'PatternLayout',
  'appender.console.layout.pattern': '[%d] %p %m (%c)%n',
  'rootLogger.level': 'info',
  'rootLogger.appenderRef.console.ref': 'console',
});

function properties(values: Record<string, string | number | boolean>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}
