import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createDataSource } from './data-source.ts';
import { postgresConfig, postgresSettings } from './postgres-config.ts';

const schema = z.object(postgresConfig);
const given = { WARTA_POSTGRES_USER: 'service', WARTA_POSTGRES_SCHEMA: 'own' };
const settings = (more: Record<string, string> = {}) =>
  postgresSettings(schema.parse({ ...given, ...more }), 'test');
const tlsOf = (more: Record<string, string>) =>
  (createDataSource(settings(more)).options as { ssl?: unknown }).ssl;

describe('the settings of Postgres', () => {
  it('are described, each of them', () => {
    for (const setting of Object.values(postgresConfig)) expect(setting.description).toBeTruthy();
  });

  it('have defaults for all but the role and the schema', () => {
    expect(settings()).toEqual({
      host: 'localhost',
      port: 5432,
      database: 'warta',
      user: 'service',
      tls: 'disable',
      schema: 'own',
      poolSize: 6,
      applicationName: 'test',
    });
  });

  it.each(['Own', '1st', 'a b', 'x"; drop table y', 'pg-own', ''])(
    'refuse %j as a schema: it is written into statements',
    (name) =>
      expect(() => settings({ WARTA_POSTGRES_SCHEMA: name })).toThrow('WARTA_POSTGRES_SCHEMA'),
  );

  it('check the server exactly with verify-full', () => {
    const caFile = join(mkdtempSync(join(tmpdir(), 'ca-')), 'ca.pem');
    writeFileSync(caFile, 'the CA');
    expect(tlsOf({})).toBe(false);
    expect(tlsOf({ WARTA_POSTGRES_SSLMODE: 'require' })).toEqual({ rejectUnauthorized: false });
    expect(
      tlsOf({ WARTA_POSTGRES_SSLMODE: 'verify-full', WARTA_POSTGRES_CA_FILE: caFile }),
    ).toEqual({ rejectUnauthorized: true, ca: 'the CA' });
  });

  it('name the CA file that cannot be read', () => {
    expect(() => settings({ WARTA_POSTGRES_CA_FILE: '/nowhere/ca.pem' })).toThrow(
      'WARTA_POSTGRES_CA_FILE=/nowhere/ca.pem',
    );
  });
});
