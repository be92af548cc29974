/**
 * A bigint column as a number. The driver gives it as text, because it may pass 2^53, and as text
 * "10" sorts before "9".
 * @throws RangeError rather than rounding.
 */
export function safeInteger(text: string | number): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is not a safe integer`);
  return value;
}
