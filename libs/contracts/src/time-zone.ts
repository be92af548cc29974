/** An IANA time zone by the name that this runtime prefers, with its capitals; undefined of any other text. */
export function canonicalZone(zone: string): string | undefined {
  // Offsets such as +07:00 are taken by newer runtimes, and are no zones.
  if (!/^[A-Za-z]/.test(zone)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
