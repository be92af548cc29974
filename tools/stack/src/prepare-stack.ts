import { fetchServers } from './fetch-servers.ts';
import { findJdk } from './find-jdk.ts';
import { checkDiskSpace, checkPorts, dockerAnswers } from './preflight.ts';
import { ownIdentity } from './process-identity.ts';
import { accountOwning, cacheDir, serverAccount, serverDir } from './server-account.ts';
import { StackError } from './stack-error.ts';
import type { PortOption, StackOptions, StackReport } from './stack-options.ts';
import type { NativeState, StackState } from './stack-state.ts';

/** Everything that can be wrong with the machine is found here, before anything is started. */
export async function prepareStack(
  options: StackOptions,
  saved: StackState | undefined,
  report: StackReport,
): Promise<StackState> {
  report({ step: 'check', message: 'checking ports, disk and programs' });
  const ports: PortOption[] = ['kafkaPort', 'elasticsearchPort', 'postgresPort'];
  const owner = ownerFor(options);
  // Data lives where it was first written: what `auto` chose once, it chooses again.
  const mode = options.mode === 'auto' ? (saved?.mode ?? chooseMode()) : options.mode;
  if (mode === 'docker') {
    if (!dockerAnswers()) {
      const advice = 'Start it (it needs the compose plugin), or use mode native.';
      throw new StackError('no-docker', `No Docker engine answers. ${advice}`);
    }
    await checkPorts(options, ports);
    return { options, mode, owner };
  }
  await checkPorts(options, [...ports, 'kafkaControllerPort']);
  const native = await prepareNative(options, saved?.native, report);
  return { options, mode, owner, native };
}

function chooseMode(): 'native' | 'docker' {
  return dockerAnswers() ? 'docker' : 'native';
}

async function prepareNative(
  options: StackOptions,
  saved: NativeState | undefined,
  report: StackReport,
): Promise<NativeState> {
  const data = saved?.serverDir ?? serverDir(options, serverAccount());
  const account = accountOwning(data);
  const jdk = await findJdk(account);
  report({ step: 'check', message: `using JDK ${jdk.version} in ${jdk.home}` });
  await checkDiskSpace(data);
  const files = await fetchServers(cacheDir(account), jdk, report);
  return { serverDir: data, account, javaHome: jdk.home, javaBin: jdk.javaBin, ...files };
}

export function ownerFor(options: StackOptions) {
  return options.detached ? undefined : ownIdentity();
}
