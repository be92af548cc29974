/** People list a handful; the rest of a longer header is not read. */
const RANGES_MAX = 20;

const range =
  /^\s*(?<code>[a-z]{1,8})(?:-[a-z0-9-]{1,40})?\s*(?:;\s*q=(?<weight>[01](?:\.\d{0,3})?)\s*)?$/iu;

/**
 * Which of the languages a caller likes best (RFC 9110, 12.5.4): regions count for their language, so
 * that `id-ID` is `id`. The first of them when the header names none.
 * @param offered codes of two letters, at least one.
 */
export function preferredLanguage<Language extends string>(
  acceptLanguage: string | undefined,
  offered: readonly [Language, ...Language[]],
): Language {
  let [best] = offered;
  let most = 0;
  for (const one of (acceptLanguage ?? '').split(',', RANGES_MAX)) {
    const { code, weight = '1' } = range.exec(one)?.groups ?? {};
    const language = offered.find((offer) => offer === code?.toLowerCase());
    if (language !== undefined && Number(weight) > most) [best, most] = [language, Number(weight)];
  }
  return best;
}
