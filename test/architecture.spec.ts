import { readFileSync } from 'node:fs';
import path from 'node:path';
import { plantedAround, plantedViolations } from './planted-violations.ts';
import { projectFiles, projectRoot, WorkspaceCopy } from './workspace-copy.ts';

interface Finding {
  ruleId: string | null;
  message: string;
}

/** Two runs of Nx and one of eslint with types: 15 s, more beside other tests. */
const lintTimeoutMs = 300_000;

const read = (file: string) => readFileSync(path.join(projectRoot, file), 'utf8');
const lint = ['run', 'contracts:lint', '--skip-nx-cache'];

describe('the architecture is enforced by lint', () => {
  let workspace: WorkspaceCopy;
  let clean: { status: number | null; output: string };
  let broken: { status: number | null; output: string };
  let findings: Map<string, Finding[]>;

  beforeAll(() => {
    workspace = new WorkspaceCopy();
    clean = workspace.run('nx', lint);
    for (const [file, text] of Object.entries(plantedAround)) workspace.write(file, text);
    for (const { file, code } of plantedViolations) workspace.write(file, code);
    // Through Nx, which makes the project graph that the boundary rule reads; without a graph the
    // rule is silent and eslint exits with 0.
    broken = workspace.run('nx', lint);
    // The same eslint on the same graph, once for all projects.
    const files = plantedViolations.map(({ file }) => file);
    findings = findingsOf(workspace.run('eslint', ['--format=json', ...files]).output, workspace);
  }, lintTimeoutMs);

  afterAll(() => workspace.remove());

  it('which passes a clean project through Nx', () => {
    expect(clean).toMatchObject({ status: 0 });
  });

  it('which fails the same project through Nx once it breaks the rules', () => {
    expect(broken.status).not.toBe(0);
    expect(broken.output).toContain('planted-platform.ts');
    expect(broken.output).toContain('@nx/enforce-module-boundaries');
  });

  it.each(plantedViolations)('$breaks', ({ file, rule, says = /./ }) => {
    const ofRule = (findings.get(file) ?? []).filter(({ ruleId }) => ruleId === rule);
    expect(findings.get(file)?.map(({ ruleId }) => ruleId)).toContain(rule);
    expect(ofRule.map(({ message }) => message).join('\n')).toMatch(says);
  });

  it('with a planted violation for every rule that the configuration turns on for sources', () => {
    const shown = workspace.run('eslint', ['--print-config', 'libs/nlp/src/index.ts']).output;
    const { rules } = JSON.parse(shown) as { rules: Record<string, [number | string]> };
    const on = Object.keys(rules).filter((name) => ![0, 'off'].includes(rules[name]?.[0] ?? 0));
    expect([...new Set(plantedViolations.map(({ rule }) => rule))].sort()).toEqual(on.sort());
  });
});

function findingsOf(output: string, workspace: WorkspaceCopy): Map<string, Finding[]> {
  const json = output.slice(output.indexOf('[{'), output.lastIndexOf('}]') + 2);
  const results = JSON.parse(json) as { filePath: string; messages: Finding[] }[];
  return new Map(
    results.map(({ filePath, messages }) => [path.relative(workspace.root, filePath), messages]),
  );
}

describe('the tree', () => {
  const files = projectFiles();
  const projects = files.filter((file) => /(^|\/)project\.json$/.test(file));

  it('has exactly one known tag on every project', () => {
    const tags = projects.map((file) => {
      const { tags: own } = JSON.parse(read(file)) as { tags?: string[] };
      return { file, tags: own };
    });
    const known = /^\[kind:(contract|domain|platform|app|tool|e2e|client|console)\]$/;
    expect(tags.filter(({ tags: own }) => !known.test(`[${own?.join() ?? ''}]`))).toEqual([]);
  });

  it('has every source file in a project, so that lint sees it', () => {
    const roots = projects.map((file) => `${path.dirname(file)}/`);
    const sources = files.filter((file) => /\.[cm]?tsx?$/.test(file));
    const outside = sources.filter((file) => !roots.some((root) => file.startsWith(root)));
    expect(outside).toEqual([]);
  });

  it('has a lint target in every project', () => {
    const without = projects.filter((file) => {
      const { targets } = JSON.parse(read(file)) as { targets?: Record<string, unknown> };
      return targets?.['lint'] === undefined;
    });
    expect(without).toEqual([]);
  });

  it('has no word of the trade in the platform libraries: they would serve any product', () => {
    const platform = files.filter((file) =>
      /^libs\/(messaging|postgres|service)\/src\//.test(file),
    );
    expect(platform.length).toBeGreaterThan(20);
    expect(platform.filter((file) => /article/i.test(read(file)))).toEqual([]);
  });

  it('names no folder of a machine it was written on, and no package registry', () => {
    const folders = ['/(work|root)/', '/Users/', '/home/[a-z]', '/tmp/[a-z]'];
    const hosts = ['registry\\.(npmjs|yarnpkg)', 'repo1?\\.maven', 'proxy\\.golang', 'pypi\\.org'];
    const forbidden = new RegExp([...folders, ...hosts].join('|'));
    const texts = files.filter((file) => file !== 'test/architecture.spec.ts');
    const found = texts.flatMap((file) =>
      read(file)
        .split('\n')
        .flatMap((line, index) => (forbidden.test(line) ? [`${file}:${index + 1}: ${line}`] : [])),
    );
    expect(found).toEqual([]);
  });
});
