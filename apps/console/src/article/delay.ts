import type { Format } from '../texts/use-format.ts';

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** How much later the second instant is, in the largest unit that fits; nothing when it is not later. */
export function delayBetween(
  from: string,
  to: string,
  format: Pick<Format, 'duration'>,
): string | undefined {
  const ms = Date.parse(to) - Date.parse(from);
  const fitting = units.find(([, unitMs]) => ms >= unitMs);
  if (fitting === undefined) return undefined;
  const [unit, unitMs] = fitting;
  return format.duration(Math.floor(ms / unitMs), unit);
}
