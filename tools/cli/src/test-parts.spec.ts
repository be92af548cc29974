import { countedCommand, leftOutOf } from './test-parts.ts';

const tasks = { ran: /^> nx run \S+:lint/, failed: /^- \S+:lint$/ };
const printing = (lines: string[], code: number) => [
  '-e',
  `console.log(${JSON.stringify(lines.join('\n'))}); process.exitCode = ${code};`,
];

describe('the total of npm test', () => {
  it('counts each task that ran, in colours, too', async () => {
    const lines = ['\x1b[2m> \x1b[22m\x1b[2mnx run\x1b[22m a:lint', '> nx run b:lint  [cached]'];
    const result = await countedCommand('lint', process.execPath, printing(lines, 0), tasks);
    expect(result).toMatchObject({ passed: 2, failed: 0 });
  });

  it('counts the tasks that failed as failed, and never a failed command as passed', async () => {
    const lines = ['> nx run a:lint', '> nx run b:lint', 'Failed tasks:', '', '- b:lint'];
    const named = await countedCommand('lint', process.execPath, printing(lines, 1), tasks);
    expect(named).toMatchObject({ passed: 1, failed: 1 });
    const silent = await countedCommand('lint', process.execPath, printing([], 1), tasks);
    expect(silent).toMatchObject({ passed: 0, failed: 1 });
    const whole = await countedCommand('types', process.execPath, printing([], 2));
    expect(whole).toMatchObject({ passed: 0, failed: 1 });
  });

  it('names what was left out', () => {
    const lines = [
      '  left out: the golden article (no ../shared/golden)',
      'nothing left out: fine',
    ];
    expect(leftOutOf(lines)).toEqual(['the golden article (no ../shared/golden)']);
  });
});
