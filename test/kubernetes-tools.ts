import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

/** The release whose bundled API schemas judge our manifests. */
const VALIDATE_VERSION = '1.37.0';
/** Loading the Python package once, over a slow line. */
const installTimeoutMs = 120_000;
const runTimeoutMs = 60_000;

/** A check that was made, or why it could not be. */
export type Outcome = { ok: boolean; output: string };

const run = (program: string, parameters: string[], timeout = runTimeoutMs): Outcome => {
  const { status, stdout, stderr } = spawnSync(program, parameters, { encoding: 'utf8', timeout });
  return { ok: status === 0, output: `${stdout ?? ''}${stderr ?? ''}` };
};

/** Builds a kustomization with kubectl or kustomize; undefined where neither is installed. */
export function kustomizeBuild(): ((folder: string) => Outcome) | undefined {
  if (run('kubectl', ['kustomize', '--help']).ok) {
    return (folder) => run('kubectl', ['kustomize', folder]);
  }
  if (run('kustomize', ['version']).ok) return (folder) => run('kustomize', ['build', folder]);
  return undefined;
}

/**
 * Checks manifests against the API schemas of Kubernetes, unknown fields included, without a
 * cluster. Takes kubernetes-validate from PATH, else keeps one of its own outside the clone;
 * undefined where there is neither it nor a Python that can load it.
 */
export function kubernetesValidate(): ((manifests: string) => Outcome) | undefined {
  const program = findValidator();
  if (program === undefined) return undefined;
  return (manifests) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'warta-manifests-'));
    try {
      const file = path.join(folder, 'all.yaml');
      writeFileSync(file, manifests);
      const { ok, output } = run(program, ['--strict', '--quiet', file]);
      // A kind it has no schema of is only a warning there.
      return { ok: ok && !output.includes('WARN'), output };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

function findValidator(): string | undefined {
  if (run('kubernetes-validate', ['--version']).ok) return 'kubernetes-validate';
  const cache =
    process.env['WARTA_CACHE_DIR'] ??
    path.join(process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'warta');
  const venv = path.join(cache, `kubernetes-validate-${VALIDATE_VERSION}`);
  const program = path.join(venv, 'bin', 'kubernetes-validate');
  if (existsSync(program)) return program;
  const pip = path.join(venv, 'bin', 'pip');
  const packageName = `kubernetes-validate==${VALIDATE_VERSION}`;
  const made =
    run('python3', ['-m', 'venv', venv]).ok &&
    run(pip, ['install', '--quiet', packageName], installTimeoutMs).ok;
  if (!made) rmSync(venv, { recursive: true, force: true });
  return made && existsSync(program) ? program : undefined;
}
