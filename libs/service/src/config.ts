import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Environment of a process, or a stand-in for it in tests. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Everything that is wrong with the configuration, one sentence per problem. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`the configuration has ${problems.length} problem(s):\n- ${problems.join('\n- ')}`);
    this.problems = problems;
  }
}

/**
 * Reads every setting of the schema from `NAME`, or from the file that `NAME_FILE` points to (a
 * mounted secret; one newline at its end is dropped). An empty value counts as absent.
 * @throws ConfigError with all problems at once, never the offending secret values.
 */
export function readConfig<Schema extends z.ZodObject>(
  schema: Schema,
  environment: Environment,
): z.output<Schema> {
  const problems: string[] = [];
  const unreadable = new Set<string>();
  const given: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    try {
      const value = settingOf(name, environment);
      if (value !== undefined) given[name] = value;
    } catch (error) {
      unreadable.add(name);
      problems.push((error as Error).message);
    }
  }
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0]);
      if (!unreadable.has(name)) problems.push(`${name}: ${messageOf(issue, name in given)}`);
    }
  }
  if (problems.length > 0 || !parsed.success) throw new ConfigError(problems);
  return parsed.data;
}

function settingOf(name: string, environment: Environment): string | undefined {
  const value = environment[name] || undefined;
  const file = environment[`${name}_FILE`] || undefined;
  if (file === undefined) return value;
  if (value !== undefined) {
    throw new Error(`${name}: set either ${name} or ${name}_FILE, not both`);
  }
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '') || undefined;
  } catch (error) {
    throw new Error(`${name}: reading ${name}_FILE=${file}: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

function messageOf(issue: z.core.$ZodIssue, isGiven: boolean): string {
  return isGiven || issue.code === 'custom' ? issue.message : 'is not set';
}

/** One line of docs/config.md. */
export interface SettingDescription {
  name: string;
  description: string;
  required: boolean;
  default?: string;
  example?: string;
  secret: boolean;
}

/** What a service can be told, for docs/config.md and for checks that manifests name the same. */
export function describeConfig(schema: z.ZodObject): SettingDescription[] {
  return Object.entries(schema.shape).map(([name, setting]) => {
    const meta = (setting as z.ZodType).meta() ?? {};
    const unset = (setting as z.ZodType).safeParse(undefined);
    return {
      name,
      description: meta.description ?? '',
      required: !unset.success,
      ...(unset.success && unset.data !== undefined ? { default: String(unset.data) } : {}),
      ...(typeof meta['example'] === 'string' ? { example: meta['example'] } : {}),
      secret: meta['secret'] === true,
    };
  });
}

/** A valid configuration from the examples in the schema: enough to describe a service offline. */
export function exampleConfig<Schema extends z.ZodObject>(schema: Schema): z.output<Schema> {
  const settings = describeConfig(schema).filter((setting) => setting.required);
  return readConfig(schema, Object.fromEntries(settings.map((one) => [one.name, one.example])));
}

/** The settings as read, for one log line at start: secrets are masked. */
export function printableConfig(
  schema: z.ZodObject,
  config: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const settings = describeConfig(schema).filter(({ name }) => config[name] !== undefined);
  return Object.fromEntries(
    settings.map(({ name, secret }) => [name, secret ? '(set)' : config[name]]),
  );
}
