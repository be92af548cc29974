/** One file that breaks one rule of the architecture, and the rule that must say so. */
export interface PlantedViolation {
  breaks: string;
  file: string;
  code: string;
  rule: string;
  /** Part of the message, where one rule guards several promises. */
  says?: RegExp;
}

export const boundaries = '@nx/enforce-module-boundaries';
export const clients = '@typescript-eslint/no-restricted-imports';

export const usesImport = (what: string, from: string) =>
  `import { ${what} } from '${from}';\nexport export const planted: unknown = ${what};\n`;
export const usesType = (what: string, from: string) =>
  `import type { ${what} } from '${from}';\nexport type Planted = ${what};\n`;
