import type { Furniture } from '@warta/contracts';

/** Some three sentences. A body without paragraphs has its first of them for a lead. */
export const LEAD_LENGTH_MAX = 400;

/**
 * The first paragraph, without a line that is nothing but what the publisher put around the text,
 * such as a byline; the beginning of the body when there is none, cut between words. Linear.
 */
export function leadOf(body: string, furniture: readonly Furniture[] = []): string {
  const around = furniture.filter(({ field }) => field === 'body');
  let next = 0;
  for (let at = 0; at < body.length;) {
    const newline = body.indexOf('\n', at);
    const end = newline === -1 ? body.length : newline;
    // Furniture is in order of position, so none is looked at twice.
    let covered = at;
    for (; (around[next]?.start ?? Infinity) < end; next += 1) {
      const { start = 0, end: to = 0 } = around[next] ?? {};
      if (body.slice(covered, start).trim() !== '') break;
      covered = Math.max(covered, to);
    }
    if (body.slice(Math.min(covered, end), end).trim() !== '')
      return shortened(body.slice(at, end));
    at = end + 1;
  }
  return shortened(body);
}

function shortened(paragraph: string): string {
  const text = paragraph.trim();
  if (text.length <= LEAD_LENGTH_MAX) return text;
  const cut = text.slice(0, LEAD_LENGTH_MAX);
  const space = cut.lastIndexOf(' ');
  return space > 0 ? cut.slice(0, space) : cut.toWellFormed();
}
