import {
  defaultStateDir,
  devStackOptions,
  portSetting,
  projectRoot,
  type StackOptions,
} from '@warta/stack';

/** Where one local Warta keeps its state and on which ports it answers. */
export interface DevSettings {
  stateDir: string;
  stack: StackOptions;
  ports: Record<ServiceName, { http: number; ops: number }>;
  /** Put before topics, groups, indices and schemas, so that two Wartas can share one stack. */
  prefix: string;
  /** Settings of every service besides those that a local Warta gives them. */
  extra?: Record<string, string>;
}

export const serviceNames = ['ingestor', 'enricher', 'search'] as const;
export type ServiceName = (typeof serviceNames)[number];

export { projectRoot };

/** The variable that moves each port, named in the message when the port is taken. */
export const servicePortVariables: Record<ServiceName, { http: string; ops: string }> = {
  ingestor: { http: 'WARTA_INGESTOR_PORT', ops: 'WARTA_INGESTOR_OPS_PORT' },
  enricher: { http: 'WARTA_ENRICHER_PORT', ops: 'WARTA_ENRICHER_OPS_PORT' },
  search: { http: 'WARTA_SEARCH_PORT', ops: 'WARTA_SEARCH_OPS_PORT' },
};

const defaultPorts: DevSettings['ports'] = {
  ingestor: { http: 8080, ops: 9080 },
  search: { http: 8081, ops: 9081 },
  enricher: { http: 8082, ops: 9082 },
};

/**
 * Reads WARTA_STATE_DIR and the port variables; everything has a default.
 * @throws StackError naming the variable that is no port.
 */
export function devSettings(environment = process.env): DevSettings {
  const stateDir = environment['WARTA_STATE_DIR'] ?? defaultStateDir('dev');
  const ports = { ...defaultPorts };
  for (const service of serviceNames) {
    const variables = servicePortVariables[service];
    ports[service] = {
      http: portSetting(environment, variables.http, defaultPorts[service].http),
      ops: portSetting(environment, variables.ops, defaultPorts[service].ops),
    };
  }
  return { stateDir, stack: { ...devStackOptions(environment), stateDir }, ports, prefix: '' };
}

export function urlOf(settings: DevSettings, service: ServiceName, port: 'http' | 'ops'): string {
  return `http://127.0.0.1:${settings.ports[service][port]}`;
}
