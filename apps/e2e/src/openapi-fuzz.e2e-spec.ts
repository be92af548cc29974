import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '@warta/stack';
import { type E2eEnvironment, e2eEnvironment, serviceNames } from './e2e-environment.ts';

/**
 * Whatever fits, nearly fits or contradicts the OpenAPI file of a service is answered with less than
 * 500. By schemathesis, where Python has it: `pip install schemathesis`, or WARTA_TEST_SCHEMATHESIS
 * names the program.
 */

const PROGRAM = process.env['WARTA_TEST_SCHEMATHESIS'] ?? 'schemathesis';
/** A short look on every run; WARTA_TEST_FUZZ_SECONDS looks longer. */
const SECONDS = Number(process.env['WARTA_TEST_FUZZ_SECONDS'] ?? '15');
const SEED = 20_261_123;
/** Starting Python, reading the file and reporting, on a machine that does other things too. */
const AROUND_MS = 90_000;

const run = promisify(execFile);
const urlOf = (environment: E2eEnvironment) => ({
  ingestor: environment.ingestorUrl,
  enricher: environment.enricherUrl,
  search: environment.searchUrl,
});

async function isInstalled(): Promise<boolean> {
  return run(PROGRAM, ['--version']).then(
    () => true,
    () => false,
  );
}

describe('a caller that tries everything the OpenAPI file allows, and more', () => {
  /** It leaves what it has learnt where it runs. */
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'warta-fuzz-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(serviceNames)(
    'never makes the %s fail',
    async (service) => {
      if (!(await isInstalled())) {
        process.stderr.write('left out: fuzzing the APIs, schemathesis is not installed\n');
        return;
      }
      const environment = e2eEnvironment();
      const { stdout } = await run(
        PROGRAM,
        [
          'run',
          path.join(projectRoot, 'apps', service, 'openapi.json'),
          ...['--url', urlOf(environment)[service]],
          ...['--header', `Authorization: Bearer ${environment.adminKey}`],
          ...['--checks', 'not_a_server_error'],
          ...['--max-time', String(SECONDS)],
          ...['--seed', String(SEED)],
          ...['--suppress-health-check', 'all'],
          ...['--warnings', 'off'],
        ],
        { cwd: folder },
      ).catch((error: Error & { stdout?: string }) => ({ stdout: error.stdout ?? error.message }));
      const tested = /\d+ generated.*/.exec(stdout)?.[0] ?? stdout.slice(-500);
      process.stderr.write(`  ${service}, cases of schemathesis: ${tested}\n`);
      expect(stdout).toContain('No issues found');
    },
    SECONDS * 1_000 + AROUND_MS,
  );
});
