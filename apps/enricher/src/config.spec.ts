import { ConfigError, describeConfig, readConfig } from '@warta/service';
import { annotatingThreads, enricherConfig, migrateConfig } from './config.ts';

const given = {
  WARTA_ADMIN_KEY_SHA256: '0'.repeat(64),
  WARTA_KAFKA_BROKERS: 'localhost:9092',
  WARTA_POSTGRES_USER: 'warta_enricher',
};

describe('the configuration of the enricher', () => {
  it('says what every setting means, for the service and for its migration job', () => {
    for (const setting of [...describeConfig(enricherConfig), ...describeConfig(migrateConfig)]) {
      expect([setting.name, setting.description]).not.toEqual([setting.name, '']);
    }
  });

  it('leaves a core to the event loop, and names its own schema and ports', () => {
    const config = readConfig(enricherConfig, given);
    expect(annotatingThreads(config)).toBeGreaterThanOrEqual(1);
    expect(annotatingThreads({ WARTA_ENRICHER_WORKERS: 3 })).toBe(3);
    expect(config).toMatchObject({
      WARTA_POSTGRES_SCHEMA: 'news',
      WARTA_HTTP_PORT: 8082,
      WARTA_OPS_PORT: 9082,
    });
  });

  it('names everything that is wrong at once', () => {
    const wrong = { WARTA_ENRICHER_WORKERS: '0', WARTA_POSTGRES_SSLMODE: 'maybe' };
    expect.assertions(1);
    try {
      readConfig(enricherConfig, { ...given, ...wrong });
    } catch (error) {
      expect((error as ConfigError).problems.map((problem) => problem.split(':')[0])).toEqual([
        'WARTA_POSTGRES_SSLMODE',
        'WARTA_ENRICHER_WORKERS',
      ]);
    }
  });
});
