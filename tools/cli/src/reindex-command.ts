import { join } from 'node:path';
import { attachStack } from '@warta/stack';
import { requireRunning } from './connection.ts';
import { type DevSettings, projectRoot, type ServiceName } from './dev-settings.ts';
import { localSecrets } from './local-secrets.ts';
import { Progress } from './progress.ts';
import { runLogged } from './project-build.ts';
import { serviceEnvironment } from './service-environment.ts';

export interface ReindexOptions {
  dropOld?: boolean;
  acceptDifferences?: boolean;
}

/**
 * Builds the local index anew from Postgres while the old one answers, as docs/deploy.md does it with
 * Kubernetes jobs. Running it again after whatever ended it does no harm.
 */
export async function reindexCommand(
  settings: DevSettings,
  { dropOld = false, acceptDifferences = false }: ReindexOptions,
): Promise<void> {
  requireRunning(settings);
  const progress = new Progress();
  if (dropOld) {
    await runJob(settings, progress, dropping);
    return;
  }
  await runJob(settings, progress, publishing);
  const parameters = acceptDifferences ? ['--accept-differences'] : [];
  await runJob(settings, progress, { ...rebuilding, parameters });
  console.log('The new index answers. The old one stays until: ./warta reindex --drop-old');
}

interface Job {
  readonly label: string;
  readonly service: ServiceName;
  readonly entry: string;
  readonly parameters?: readonly string[];
}

const publishing: Job = {
  label: 'publishing every article again',
  service: 'enricher',
  entry: 'apps/enricher/dist/src/publish-states.js',
};
const rebuilding: Job = {
  label: 'filling a new index',
  service: 'search',
  entry: 'apps/search/dist/src/rebuild-index.js',
};
const dropping: Job = {
  ...rebuilding,
  label: 'deleting old indices',
  parameters: ['--drop-old'],
};

async function runJob(settings: DevSettings, progress: Progress, job: Job): Promise<void> {
  const { label, service, entry, parameters = [] } = job;
  const { name, stateDir } = settings.stack;
  const stack = await attachStack({ name, stateDir });
  try {
    const environment = serviceEnvironment(service, settings, stack, localSecrets(stateDir));
    await progress.step(label, (say) =>
      runLogged(
        label,
        process.execPath,
        [join(projectRoot, entry), ...parameters],
        join(stateDir, 'logs', `${service}-reindex.log`),
        { environment, onLine: (line) => say(messageOf(line)) },
      ),
    );
  } finally {
    stack.detach();
  }
}

/** Of a line of a log in JSON; else the line. */
function messageOf(line: string): string {
  try {
    return (JSON.parse(line) as { msg?: string }).msg ?? line;
  } catch {
    return line;
  }
}
