import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { RunningStack } from '@warta/stack';

/** A record as Kafka's own console consumer prints it. */
export interface PrintedRecord {
  partition: number;
  offset: number;
  appendedAtMs: number;
  headers: ReadonlyMap<string, string>;
  key: string;
  /** Undefined for a record without a value. */
  value: string | undefined;
}

/** A record to be put onto a topic past the ingestor. */
export interface RawMessage {
  /** Names and values without colon or comma. At least one: the console producer insists. */
  headers: Record<string, string>;
  key: string;
  /** Undefined: no value at all. No line breaks: the console producer reads lines. */
  value: string | undefined;
}

// Control characters that no JSON and no key holds raw: they part the printed fields.
const FIELD = '\u001f';
const HEADER = '\u001e';
const LINE_END = '\u001d';
const NO_VALUE = 'NO-VALUE-AT-ALL';
/** More comes only from what the services do by themselves. */
const READ_TRIES_MAX = 3;
/** A cold JVM beside a busy pipeline on two cores. */
const TOOL_TIMEOUT_MS = 60_000;

/**
 * Looks into the log with the Java tools that come with Kafka, not with our library: a defect of
 * ours, or of the client under it, cannot hide itself here.
 */
export class KafkaLog {
  readonly #servers: RunningStack;

  constructor(servers: RunningStack) {
    this.#servers = servers;
  }

  /** Offset of the next record by partition. */
  async ends(topic: string): Promise<Map<number, number>> {
    const ends = new Map<number, number>();
    await this.#run(
      'org.apache.kafka.tools.GetOffsetShell',
      ['--topic', exactly(topic)],
      (line) => {
        const [, partition, end] = line.split(':');
        if (end !== undefined) ends.set(Number(partition), Number(end));
      },
    );
    return ends;
  }

  /**
   * Every record of the topic whose printed line passes `keep`. Topics here never lost their start.
   *
   * @throws Error when fewer records come than the offsets promise.
   */
  async read(topic: string, keep: (line: string) => boolean): Promise<PrintedRecord[]> {
    for (let tries = 1; ; tries += 1) {
      const ends = await this.ends(topic);
      const { records, seen } = await this.#readUpTo(topic, ends, keep);
      const isWhole = [...ends].every(([partition, end]) => (seen.get(partition) ?? 0) >= end);
      if (isWhole) return records;
      // The tool counts records: one that was appended meanwhile was read in the place of another.
      if (tries < READ_TRIES_MAX) continue;
      throw new Error(`read ${topic} up to ${told(seen)}, it goes up to ${told(ends)}`);
    }
  }

  /** As many records as the ends say; `seen` says how far each partition was read. */
  async #readUpTo(
    topic: string,
    ends: ReadonlyMap<number, number>,
    keep: (line: string) => boolean,
  ): Promise<{ records: PrintedRecord[]; seen: Map<number, number> }> {
    const expected = [...ends.values()].reduce((sum, end) => sum + end, 0);
    const records: PrintedRecord[] = [];
    const seen = new Map<number, number>();
    if (expected === 0) return { records, seen };
    const shown = ['key', 'offset', 'partition', 'timestamp', 'headers'].flatMap((part) =>
      property(`print.${part}`, 'true'),
    );
    const parameters = ['--topic', topic, '--from-beginning', '--max-messages', String(expected)]
      .concat(['--timeout-ms', String(TOOL_TIMEOUT_MS / 2)])
      .concat(shown)
      .concat(property('key.separator', FIELD), property('headers.separator', HEADER))
      .concat(property('line.separator', `${LINE_END}\n`), property('null.literal', NO_VALUE));
    // A value may hold line breaks: a record ends where its line end says so.
    let pending = '';
    await this.#run('org.apache.kafka.tools.consumer.ConsoleConsumer', parameters, (line) => {
      pending = pending === '' ? line : `${pending}\n${line}`;
      if (!pending.endsWith(LINE_END)) return;
      const record = pending.slice(0, -LINE_END.length);
      pending = '';
      const { partition, offset } = placeOf(record);
      seen.set(partition, Math.max(seen.get(partition) ?? 0, offset + 1));
      if (keep(record)) records.push(parse(record));
    });
    return { records, seen };
  }

  /** Puts records straight onto the topic with Kafka's console producer. */
  async produce(topic: string, messages: readonly RawMessage[]): Promise<void> {
    const lines = messages.map(({ headers, key, value }) => {
      const pairs = Object.entries(headers).map(([name, said]) => `${name}:${said}`);
      return `${pairs.join()}\t${key}\t${value ?? NO_VALUE}\n`;
    });
    const settings = { 'parse.headers': 'true', 'parse.key': 'true', 'null.marker': NO_VALUE };
    const parameters = Object.entries(settings).flatMap(([name, value]) => [
      '--reader-property',
      `${name}=${value}`,
    ]);
    await this.#run(
      'org.apache.kafka.tools.ConsoleProducer',
      ['--topic', topic, '--command-property', 'acks=all', ...parameters],
      () => undefined,
      lines.join(''),
    );
  }

  /** Records a consumer group has not committed, as Kafka's own group tool counts them. */
  async lag(group: string): Promise<number> {
    const lags: number[] = [];
    const parameters = ['--describe', '--group', group];
    const tool = 'org.apache.kafka.tools.consumer.group.ConsumerGroupCommand';
    await this.#run(tool, parameters, (line) => {
      // GROUP TOPIC PARTITION CURRENT-OFFSET LOG-END-OFFSET LAG ...
      const columns = line.trim().split(/\s+/);
      if (columns[0] !== group) return;
      const [, , , current, end, lag] = columns;
      // Nothing committed in a partition without records is no lag.
      lags.push(current === '-' ? Number(end) : Number(lag));
    });
    if (lags.length === 0) throw new Error(`the group ${group} is unknown to Kafka`);
    return lags.reduce((sum, each) => sum + each, 0);
  }

  async #run(
    tool: string,
    parameters: string[],
    onLine: (line: string) => void,
    input = '',
  ): Promise<void> {
    const run = this.#servers.kafkaTool(tool, parameters);
    const child = spawn(run.command, run.parameters, {
      stdio: 'pipe',
      timeout: TOOL_TIMEOUT_MS,
      killSignal: 'SIGKILL',
    });
    let complaint = '';
    child.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString('utf8')));
    // A tool that ends before it has read everything says why by its exit code.
    child.stdin.on('error', () => undefined);
    const lines = createInterface({ input: child.stdout }).on('line', onLine);
    const read = new Promise((resolve) => lines.once('close', resolve));
    child.stdin.end(input);
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    await read;
    if (code !== 0) throw new Error(`${tool} ended with ${code}: ${complaint.slice(-1_000)}`);
  }
}

function property(name: string, value: string): string[] {
  return ['--formatter-property', `${name}=${value}`];
}

/** The offset tool takes a pattern. */
function exactly(topic: string): string {
  return topic.replaceAll('.', '\\.');
}

const told = (places: ReadonlyMap<number, number>) =>
  [...places].map(([partition, offset]) => `${partition}:${offset}`).join(' ');

function placeOf(line: string): { partition: number; offset: number } {
  const [, partition = '', offset = ''] = line.split(FIELD, 3);
  return {
    partition: Number(partition.replace('Partition:', '')),
    offset: Number(offset.replace('Offset:', '')),
  };
}

function parse(line: string): PrintedRecord {
  const [timestamp = '', , , headers = '', key = '', ...rest] = line.split(FIELD);
  const value = rest.join(FIELD);
  return {
    ...placeOf(line),
    appendedAtMs: Number(timestamp.replace(/^\w+:/, '')),
    headers: new Map(headers === 'NO_HEADERS' ? [] : headers.split(HEADER).map(parseHeader)),
    key,
    value: value === NO_VALUE ? undefined : value,
  };
}

function parseHeader(header: string): [string, string] {
  const colon = header.indexOf(':');
  return [header.slice(0, colon), header.slice(colon + 1)];
}
