/**
 * Undoes one mistake of whoever gathered the corpus: UTF-8 read as Mac Roman, which makes "‚Äú" of a
 * quotation mark. Only runs that are valid UTF-8 when turned back are changed.
 */
export function repairMojibake(text: string): string {
  return text.replaceAll(/[^\0-\x7f]{2,}/g, (run) => {
    const bytes = [...run].map((letter) => byteOf.get(letter));
    if (bytes.some((byte) => byte === undefined)) return run;
    try {
      return utf8.decode(Uint8Array.from(bytes as number[]));
    } catch {
      return run;
    }
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const byteOf = new Map(
  Array.from({ length: 128 }, (_, index) => [
    new TextDecoder('macintosh').decode(Uint8Array.of(index + 128)),
    index + 128,
  ]),
);
