import { share, table, whole } from './markdown.ts';
import type { MeasuredMemory } from './memory.ts';
import type { Model } from './models.ts';
import type { FirstCall, MeasuredSpeed } from './speed.ts';

/** What differs from run to run and from machine to machine. */
export type SpeedFacts = {
  speeds: readonly MeasuredSpeed[];
  firstCalls: readonly (FirstCall & { language: string })[];
  memory: MeasuredMemory;
  models: readonly Model[];
};

/** The part of docs/quality.md on speed and memory. */
export function speedLines({ speeds, firstCalls, memory, models }: SpeedFacts): string[] {
  const perSecond = ({ tokens, cpuSeconds }: MeasuredSpeed) => tokens / cpuSeconds;
  return [
    '## Speed and memory',
    '',
    'Per second of processor time of the whole process after warm-up, one text after the other, so that what else the machine',
    "does counts little; tokens are those of Warta's tokeniser for everyone.",
    '',
    ...table(
      ['', 'texts', 'tokens', 'tokens/s', 'texts/s', 'annotate() ÷'],
      speeds.map((speed) => {
        const ours = speeds.find(({ language }) => language === speed.language);
        return [
          `${speed.language}: ${speed.name}`,
          whole(speed.texts),
          whole(speed.tokens),
          whole(perSecond(speed)),
          whole(speed.texts / speed.cpuSeconds),
          ours ? (perSecond(ours) / perSecond(speed)).toFixed(2) : '–',
        ];
      }),
    ),
    ...table(
      ['a fresh worker thread', 'imported after', 'first call', 'second call'],
      firstCalls.map(({ language, loadedMs, firstMs, secondMs }) => [
        language,
        ...[loadedMs, firstMs, secondMs].map((ms) => `${whole(ms)} ms`),
      ]),
    ),
    ...table(
      ['a fresh process, resident memory', 'MB', 'more than empty'],
      memory.map(({ step, rssMb }) => [step, whole(rssMb), whole(rssMb - (memory[0]?.rssMb ?? 0))]),
    ),
    ...table(
      ['model files', 'MB', 'of all'],
      models.map(({ name, bytes }) => [
        name,
        (bytes / 1e6).toFixed(1),
        share(
          bytes,
          models.reduce((sum, model) => sum + model.bytes, 0),
        ).replace(/ \(.*/, ''),
      ]),
    ),
  ];
}
