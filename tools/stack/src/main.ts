import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  defaultStateDir,
  devStackName,
  devStackOptions,
  StackError,
  stackStatus,
  startStack,
  stopStack,
  wipeStack,
  type StackEvent,
  type StackOptions,
  type StackReport,
} from './index.ts';

const usage = `The three servers of Warta: Kafka, Elasticsearch, Postgres.

  node tools/stack/src/main.ts up|down|status|wipe [options]

  up      start them and leave them running
  down    stop them, keep the data
  status  say how each one is
  wipe    stop them and delete their data

  --name NAME        which stack (default: ${devStackName})
  --state-dir DIR    where it keeps its files (default: .warta/NAME in the project)
  --ports K,C,E,P    Kafka, Kafka's controller, Elasticsearch, Postgres
                     (default: WARTA_KAFKA_PORT ..., else 19092,19093,19200,15432)
  --mode MODE        auto, native or docker (default: WARTA_STACK_MODE, else auto)
  --json             print the result as JSON on standard output

Exit code: 0 done (status: healthy), 1 not possible or not healthy, 2 wrong usage.
`;

interface Command {
  verb: string;
  options: StackOptions;
  isJson: boolean;
}

async function main(): Promise<number> {
  const command = parseCommand();
  if (!command) {
    process.stderr.write(usage);
    return 2;
  }
  const { verb, options, isJson } = command;
  switch (verb) {
    case 'up': {
      const stack = await startStack(options, printProgress, abortOnSignals());
      stack.detach();
      return await printStatus(options, isJson);
    }
    case 'down':
      if (!(await stopStack(options, printProgress))) process.stderr.write('nothing was running\n');
      return 0;
    case 'status':
      return await printStatus(options, isJson);
    case 'wipe':
      await wipeStack(options, printProgress);
      return 0;
    default:
      process.stderr.write(usage);
      return 2;
  }
}

function parseCommand(): Command | undefined {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        name: { type: 'string', default: devStackName },
        'state-dir': { type: 'string' },
        ports: { type: 'string' },
        mode: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const [verb, ...rest] = positionals;
    if (!verb || rest.length > 0) return undefined;
    const stateDir = values['state-dir'] ?? defaultStateDir(values.name);
    const options: StackOptions = {
      ...devStackOptions(),
      name: values.name,
      stateDir: path.resolve(stateDir),
      detached: true,
    };
    if (values.ports !== undefined) Object.assign(options, parsePorts(values.ports));
    if (values.mode !== undefined) options.mode = parseMode(values.mode);
    return { verb, options, isJson: values.json };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n`);
    return undefined;
  }
}

function parsePorts(text: string) {
  const ports = text.split(',').map(Number);
  const [kafkaPort, kafkaControllerPort, elasticsearchPort, postgresPort] = ports;
  const isValid = ports.every((port) => Number.isInteger(port) && port > 0 && port < 65_536);
  if (ports.length !== 4 || !isValid) throw new Error('--ports needs four port numbers: K,C,E,P');
  return { kafkaPort, kafkaControllerPort, elasticsearchPort, postgresPort };
}

function parseMode(text: string): StackOptions['mode'] {
  if (text === 'auto' || text === 'native' || text === 'docker') return text;
  throw new Error('--mode is auto, native or docker');
}

/** Progress goes to standard error, so that --json stays alone on standard output. */
const printProgress: StackReport = ({ message, transient }: StackEvent) => {
  const isTerminal = process.stderr.isTTY;
  if (isTerminal && transient) process.stderr.write(`\r\x1b[2K${message}`);
  else process.stderr.write(`${isTerminal ? '\r\x1b[2K' : ''}${message}\n`);
};

async function printStatus(options: StackOptions, isJson: boolean): Promise<number> {
  const status = await stackStatus(options);
  if (isJson) {
    console.log(JSON.stringify(status, null, 2));
  } else {
    for (const { name, version, problem } of status.servers) {
      console.log(`${name.padEnd(15)}${version ? `healthy, ${version}` : problem}`);
    }
    const { addresses } = status;
    if (status.isHealthy && addresses) {
      const { user, password, host, port, database } = addresses.postgres;
      console.log(`\nKafka          ${addresses.kafkaBrokers.join(',')}`);
      console.log(`Elasticsearch  ${addresses.elasticsearchUrl}`);
      console.log(`Postgres       postgres://${user}:${password}@${host}:${port}/${database}`);
    }
  }
  return status.isHealthy ? 0 : 1;
}

function abortOnSignals(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => controller.abort(new StackError('aborted', `ended by ${name}`)));
  }
  return controller.signal;
}

try {
  process.exitCode = await main();
} catch (error) {
  // A person can act on a StackError's sentence; anything else is a defect and shows its stack.
  const text =
    error instanceof StackError ? error.message : String((error as Error).stack ?? error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
