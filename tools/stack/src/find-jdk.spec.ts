import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findJdk } from './find-jdk.ts';

const anyone = { name: 'you' };
const fullModules = (version: string) =>
  ['java.base', 'jdk.jdi', 'jdk.incubator.vector'].map((name) => `${name}@${version}`);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'warta-jdk-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('finding a JDK', () => {
  it('takes an installed one that is new enough when the java on PATH is older', async () => {
    const old = installJava('on-path', fullModules('17.0.15'));
    const newer = installJava('jvm/temurin-25', fullModules('25.0.3'));
    const environment = { PATH: path.join(old, 'bin') };
    const jdk = await findJdk(anyone, environment, [path.join(folder, 'jvm')]);
    expect(jdk).toMatchObject({ home: newer, version: '25.0.3' });
  });

  it('prefers WARTA_JAVA_HOME to JAVA_HOME, and that to PATH', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => installJava(name, fullModules('21')));
    const PATH = path.join(c ?? '', 'bin');
    const all = { WARTA_JAVA_HOME: a, JAVA_HOME: b, PATH };
    expect((await findJdk(anyone, all, [])).home).toBe(a);
    expect((await findJdk(anyone, { JAVA_HOME: b, PATH }, [])).home).toBe(b);
    expect((await findJdk(anyone, { PATH }, [])).home).toBe(c);
  });

  it('passes over a runtime without the modules Elasticsearch loads', async () => {
    const runtime = installJava('jre', ['java.base@25', 'jdk.incubator.vector@25']);
    const found = findJdk(anyone, { JAVA_HOME: runtime }, []);
    await expect(found).rejects.toMatchObject({
      code: 'no-jdk',
      message: expect.stringContaining(`${runtime} (25, no jdk.jdi)`) as string,
    });
  });

  it('says what to do when there is no Java at all', async () => {
    await expect(findJdk(anyone, { PATH: '' }, [])).rejects.toMatchObject({
      code: 'no-jdk',
      message: expect.stringMatching(/Found no Java\. Install one .* WARTA_JAVA_HOME/) as string,
    });
  });

  it('passes over one that the servers may not reach', async () => {
    const closed = installJava('closed/jdk', fullModules('25'));
    chmodSync(path.join(folder, 'closed'), 0o700);
    const account = { name: 'somebody', ids: { uid: 54_321, gid: 54_321 } };
    await expect(findJdk(account, { JAVA_HOME: closed }, [])).rejects.toMatchObject({
      code: 'no-jdk',
      message: expect.stringContaining('"somebody" cannot reach it') as string,
    });
  });
});

/** A program that answers the one question asked; returns its home. */
function installJava(name: string, modules: string[]): string {
  const home = path.join(folder, name);
  const java = path.join(home, 'bin', 'java');
  mkdirSync(path.dirname(java), { recursive: true });
  writeFileSync(java, `#!/bin/sh\ncat <<END\n${modules.join('\n')}\nEND\n`);
  chmodSync(java, 0o755);
  chmodSync(folder, 0o755);
  return home;
}
