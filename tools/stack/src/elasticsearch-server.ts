import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { probeElasticsearch } from './elasticsearch-probe.ts';
import { loopback, type RecipeContext, type ServerRecipe } from './server-recipe.ts';
import type { StackOptions } from './stack-options.ts';

/** One node, without security, on loopback. */
export function elasticsearchServer(
  options: StackOptions,
  elasticsearchHome: string,
  context: RecipeContext,
): ServerRecipe {
  const home = path.join(context.serverDir, 'elasticsearch');
  const config = path.join(home, 'config');
  const temporary = path.join(home, 'tmp');
  const ownPidFile = path.join(home, 'elasticsearch.pid');
  return {
    name: 'elasticsearch',
    port: options.elasticsearchPort,
    prepare() {
      mkdirSync(path.join(config, 'jvm.options.d'), { recursive: true });
      mkdirSync(temporary, { recursive: true });
      copyFileSync(
        path.join(elasticsearchHome, 'config', 'jvm.options'),
        path.join(config, 'jvm.options'),
      );
      writeFileSync(path.join(config, 'jvm.options.d', 'heap.options'), '-Xms1g\n-Xmx1g\n');
      writeFileSync(path.join(config, 'log4j2.properties'), logProperties);
      const settings = nodeSettings(options, path.join(home, 'data'), context.logDir);
      writeFileSync(path.join(config, 'elasticsearch.yml'), settings);
      return Promise.resolve();
    },
    command: context.javaBin,
    parameters: [
      '-Xms4m',
      '-Xmx64m',
      '-XX:+UseSerialGC',
      '-cp',
      path.join(elasticsearchHome, 'lib', 'tools', 'server-launcher', '*'),
      'org.elasticsearch.server.launcher.ServerLauncher',
      '-d',
      '-p',
      ownPidFile,
    ],
    environment: {
      PATH: process.env['PATH'],
      HOME: home,
      HOSTNAME: 'localhost',
      ES_HOME: elasticsearchHome,
      ES_PATH_CONF: config,
      ES_TMPDIR: temporary,
      ES_JAVA_HOME: context.javaHome,
      ES_DISTRIBUTION_TYPE: 'zip',
      JAVA: context.javaBin,
      JAVA_TYPE: 'ES_JAVA_HOME',
    },
    // The launcher takes the folder it is started in for ES_HOME.
    workingDir: elasticsearchHome,
    commandMark: temporary,
    ownPidFile,
    startAttemptsMax: 1,
    stopSignal: 'SIGTERM',
    stopTimeoutMs: 20_000,
    startTimeoutMs: 180_000,
    probe: () => probeElasticsearch(`http://${loopback}:${options.elasticsearchPort}`),
  };
}

function nodeSettings(options: StackOptions, data: string, logDir: string): string {
  const settings: Record<string, string | number | boolean> = {
    'cluster.name': `warta-${options.name}`,
    'node.name': options.name,
    'path.data': data,
    'path.logs': logDir,
    'network.host': loopback,
    'http.port': options.elasticsearchPort,
    // Any free port: a single node talks to nobody through it.
    'transport.port': 0,
    'discovery.type': 'single-node',
    'xpack.security.enabled': false,
    'xpack.security.autoconfiguration.enabled': false,
    'xpack.ml.enabled': false,
    // An index nobody created with its mapping is a mistake.
    'action.auto_create_index': false,
    // In bytes: the defaults are shares of the disk, and block a large disk with much room left.
    'cluster.routing.allocation.disk.watermark.low': '2gb',
    'cluster.routing.allocation.disk.watermark.high': '1500mb',
    'cluster.routing.allocation.disk.watermark.flood_stage': '1gb',
  };
  return Object.entries(settings)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');
}

/** One file of plain lines; the console is for what happens before logging is set up. */
const logProperties = `status = error
appender.file.type = RollingFile
appender.file.name = file
appender.file.fileName = \${sys:es.logs.base_path}/elasticsearch-server.log
appender.file.filePattern = \${sys:es.logs.base_path}/elasticsearch-server-%i.log
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] %m%n
appender.file.policies.type = Policies
appender.file.policies.size.type = SizeBasedTriggeringPolicy
appender.file.policies.size.size = 32MB
appender.file.strategy.type = DefaultRolloverStrategy
appender.file.strategy.max = 2
rootLogger.level = info
rootLogger.appenderRef.file.ref = file
`;
