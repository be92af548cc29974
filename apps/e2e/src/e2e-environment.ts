import path from 'node:path';
import { attachStack, type RunningStack } from '@warta/stack';

/** Where the Warta under test answers, and where it keeps the process numbers of its parts. */
export interface E2eEnvironment {
  ingestorUrl: string;
  searchUrl: string;
  enricherUrl: string;
  /** The ports for machines, by service. */
  opsUrls: Record<ServiceName, string>;
  adminKey: string;
  elasticsearchUrl: string;
  postgresUrl: string;
  /** Holds `services/<name>.pid`; its last part is the name of the stack. */
  stateDir: string;
}

export const serviceNames = ['ingestor', 'enricher', 'search'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** @throws Error when the tests were not started by `./warta test e2e`. */
export function e2eEnvironment(): E2eEnvironment {
  const [ingestor = '', enricher = '', search = ''] = variable('WARTA_TEST_OPS_URLS').split(',');
  return {
    ingestorUrl: variable('WARTA_TEST_INGESTOR_URL'),
    searchUrl: variable('WARTA_TEST_SEARCH_URL'),
    enricherUrl: variable('WARTA_TEST_ENRICHER_URL'),
    opsUrls: { ingestor, enricher, search },
    adminKey: variable('WARTA_TEST_ADMIN_KEY'),
    elasticsearchUrl: variable('WARTA_TEST_ELASTICSEARCH_URL'),
    postgresUrl: variable('WARTA_TEST_POSTGRES_URL'),
    stateDir: variable('WARTA_TEST_STATE_DIR'),
  };
}

/** The three servers, to run Kafka's tools against and to harm. Detach it at the end. */
export function serversUnderTest(environment: E2eEnvironment): Promise<RunningStack> {
  return attachStack(stackName(environment));
}

/** By which the stack is found: its folder is called after it. */
export function stackName({ stateDir }: E2eEnvironment): { name: string; stateDir: string } {
  return { name: path.basename(stateDir), stateDir };
}

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these tests with ./warta test e2e`);
  return value;
}
