import { boundaries, clients, usesImport } from './planted-code.ts';
import type { PlantedViolation } from './planted-code.ts';

/** What the console and the client of the API must not do. */
export const consoleViolations: PlantedViolation[] = [
  {
    breaks: 'the console knows no service',
    file: 'apps/console/src/planted-platform.ts',
    code: usesImport('startService', '@warta/service'),
    rule: boundaries,
    says: /kind:console/,
  },
  {
    breaks: 'the console takes no package along that was not decided on',
    file: 'apps/console/src/planted-package.ts',
    code: usesImport('Subject', 'rxjs'),
    rule: boundaries,
    says: /kind:console.*not allowed to import "rxjs"/,
  },
  {
    breaks: 'the console takes types from the contracts, not their code',
    file: 'apps/console/src/planted-contract.ts',
    code: usesImport('SearchAnswer', '@warta/contracts'),
    rule: clients,
    says: /Types only/,
  },
  {
    breaks: 'the console asks through the client alone',
    file: 'apps/console/src/planted-fetch.ts',
    code: "export const planted = () => fetch('https://example.org/');\n",
    rule: 'no-restricted-syntax',
    says: /libs\/client/,
  },
  {
    breaks: 'the console makes no markup of strings',
    file: 'apps/console/src/planted-markup.tsx',
    code: 'export const Planted = () => <p dangerouslySetInnerHTML={{ __html: "<b>" }} />;\n',
    rule: 'no-restricted-syntax',
    says: /text nodes/,
  },
  {
    breaks: 'the client knows the API and nothing else of ours',
    file: 'libs/client/src/planted-contract.ts',
    code: usesImport('SearchAnswer', '@warta/contracts'),
    rule: boundaries,
    says: /kind:client/,
  },
];
