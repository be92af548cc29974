import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import {
  accessConfig,
  defineConfig,
  httpConfig,
  kafkaConfig,
  kafkaSettings,
  opsConfig,
} from './config-fragments.ts';
import {
  ConfigError,
  describeConfig,
  exampleConfig,
  printableConfig,
  readConfig,
} from './config.ts';
import type { Environment } from './config.ts';

const schema = defineConfig({
  ...httpConfig(8080),
  ...opsConfig(9080),
  ...accessConfig,
  ...kafkaConfig,
  WARTA_LIMIT: z.coerce.number().int().optional().describe('A limit.'),
});
const hash = 'ab'.repeat(32);
const enough = { WARTA_ADMIN_KEY_SHA256: hash, WARTA_KAFKA_BROKERS: 'a:1' };

function problemsOf(environment: Environment): readonly string[] {
  try {
    readConfig(schema, environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('reading the configuration', () => {
  it('fills in the defaults and turns text into values', () => {
    const config = readConfig(schema, { ...enough, WARTA_KAFKA_BROKERS: 'a:1, b:2' });
    expect(config).toMatchObject({
      WARTA_HTTP_PORT: 8080,
      WARTA_OPS_PORT: 9080,
      WARTA_KAFKA_BROKERS: ['a:1', 'b:2'],
      WARTA_KAFKA_TLS: false,
      WARTA_TOPIC_PREFIX: '',
    });
  });

  it('tells all problems at once, also those between settings', () => {
    const problems = problemsOf({
      WARTA_HTTP_PORT: 'web',
      WARTA_KAFKA_BROKERS: 'nowhere',
      WARTA_KAFKA_SASL_MECHANISM: 'plain',
      WARTA_KAFKA_TLS: 'true',
      WARTA_KAFKA_CERT_FILE: '/cert.pem',
      WARTA_LIMIT: 'much',
    });
    const named = problems.map((problem) => problem.split(':')[0]).sort();
    expect(named).toEqual([
      'WARTA_ADMIN_KEY_SHA256',
      'WARTA_HTTP_PORT',
      'WARTA_KAFKA_BROKERS',
      'WARTA_KAFKA_KEY_FILE',
      'WARTA_KAFKA_SASL_PASSWORD',
      'WARTA_KAFKA_SASL_USERNAME',
      'WARTA_LIMIT',
    ]);
    expect(problems).toContain('WARTA_ADMIN_KEY_SHA256: is not set');
  });

  it('does not speak plainly to brokers whose certificate somebody wants checked', () => {
    const given = { ...enough, WARTA_KAFKA_CA_FILE: '/ca.pem' };
    expect(problemsOf(given)).toEqual(['WARTA_KAFKA_TLS: must be true with WARTA_KAFKA_CA_FILE']);
    expect(problemsOf({ ...given, WARTA_KAFKA_TLS: 'true' })).toEqual([]);
  });

  it('treats an empty value as absent, as compose files leave it', () => {
    expect(readConfig(schema, { ...enough, WARTA_HTTP_PORT: '' }).WARTA_HTTP_PORT).toBe(8080);
  });

  it('never shows the value of a secret', () => {
    const [problem] = problemsOf({ ...enough, WARTA_ADMIN_KEY_SHA256: 'my-key-in-clear' });
    expect(problem).toContain('WARTA_ADMIN_KEY_SHA256');
    expect(problem).not.toContain('my-key-in-clear');
    const printed = printableConfig(schema, readConfig(schema, enough));
    expect(JSON.stringify(printed)).not.toContain(hash);
    expect(printed).toMatchObject({ WARTA_ADMIN_KEY_SHA256: '(set)', WARTA_HTTP_PORT: 8080 });
  });
});

describe('mounted secrets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'warta-config-'));
  const file = join(folder, 'hash');
  writeFileSync(file, `${hash}\n`);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are read from the file that NAME_FILE names, without the newline at its end', () => {
    const config = readConfig(schema, {
      WARTA_KAFKA_BROKERS: 'a:1',
      WARTA_ADMIN_KEY_SHA256_FILE: file,
    });
    expect(config.WARTA_ADMIN_KEY_SHA256).toBe(hash);
  });

  it('that cannot be read, or are given twice, are problems', () => {
    expect(problemsOf({ ...enough, WARTA_ADMIN_KEY_SHA256_FILE: file })).toEqual([
      expect.stringContaining('not both'),
    ]);
    expect(
      problemsOf({ WARTA_KAFKA_BROKERS: 'a:1', WARTA_ADMIN_KEY_SHA256_FILE: `${file}-gone` }),
    ).toEqual([expect.stringContaining('ENOENT')]);
  });
});

describe('describing the configuration', () => {
  it('tells name, meaning, default and secrecy of every setting', () => {
    const settings = new Map(describeConfig(schema).map((setting) => [setting.name, setting]));
    expect(settings.get('WARTA_HTTP_PORT')).toMatchObject({ required: false, default: '8080' });
    expect(settings.get('WARTA_ADMIN_KEY_SHA256')).toMatchObject({ required: true, secret: true });
    expect(settings.get('WARTA_KAFKA_SASL_PASSWORD')).toMatchObject({ secret: true });
    for (const setting of settings.values()) expect(setting.description).not.toBe('');
  });

  it('has an example for everything required, so that a service can be described offline', () => {
    expect(exampleConfig(schema).WARTA_KAFKA_BROKERS).toEqual(['localhost:9092']);
  });
});

describe('broker settings', () => {
  it('carry TLS files and login only where they are asked for', () => {
    const plain = kafkaSettings(readConfig(schema, enough), 'me');
    expect(plain).toEqual({ brokers: ['a:1'], clientId: 'me' });
    const full = readConfig(schema, {
      ...enough,
      WARTA_KAFKA_TLS: 'true',
      WARTA_KAFKA_CA_FILE: '/ca.pem',
      WARTA_KAFKA_SASL_MECHANISM: 'scram-sha-512',
      WARTA_KAFKA_SASL_USERNAME: 'u',
      WARTA_KAFKA_SASL_PASSWORD: 'p',
    });
    expect(kafkaSettings(full, 'me')).toMatchObject({
      tls: { caFile: '/ca.pem' },
      sasl: { mechanism: 'scram-sha-512', username: 'u', password: 'p' },
    });
  });
});
