import type { SettingDescription } from '@warta/service';

/** docs/config.md: the settings of each service, made from its schema. */
export function configPage(services: { name: string; settings: SettingDescription[] }[]): string {
  return [
    '<!-- Generated from the config schemas by `npm run docs`. Do not edit. -->',
    '# Settings',
    '',
    'Every service and job reads its settings from the environment, all problems are reported at once, and a',
    'service with a wrong setting ends with exit code 78. Instead of `NAME`, `NAME_FILE` may point to a',
    'file with the value: that is how mounted secrets are read.',
    '',
    ...services.flatMap(({ name, settings }) => [
      `## ${name}`,
      '',
      '| variable | needed | default | meaning |',
      '|---|---|---|---|',
      ...settings.map(settingRow),
      '',
    ]),
  ].join('\n');
}

function settingRow(setting: SettingDescription): string {
  const needed = setting.required ? '**yes**' : 'no';
  const standard = setting.default ? `\`${setting.default}\`` : '';
  const secret = setting.secret ? ' Secret.' : '';
  return `| \`${setting.name}\` | ${needed} | ${standard} | ${setting.description}${secret} |`;
}
