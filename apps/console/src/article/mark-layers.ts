/** A stretch of a text about which something is known. Offsets are UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A piece of text in which the same marks hold from its first character to its last. */
export interface Segment<Mark> extends Stretch {
  readonly text: string;
  /** In the order in which they begin; of those that begin together, the longest first. */
  readonly marks: readonly Mark[];
}

/** One line of the text, without its line break. */
export interface Paragraph<Mark> extends Stretch {
  readonly segments: readonly Segment<Mark>[];
}

/**
 * The paragraphs of a text, cut wherever a mark begins or ends, so that marks may overlap in any
 * way. All segments joined with the line breaks between are the text. Marks that do not lie in the
 * text, as an older version's may not, are left out. Empty lines are no paragraphs.
 */
export function layerMarks<Mark extends Stretch>(
  text: string,
  marks: readonly Mark[],
): Paragraph<Mark>[] {
  const ordered = marks
    .filter(({ start, end }) => start >= 0 && start < end && end <= text.length)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const cuts = [...new Set(ordered.flatMap(({ start, end }) => [start, end]))].sort(
    (a, b) => a - b,
  );
  const paragraphs: Paragraph<Mark>[] = [];
  const layering = { open: [] as Mark[], next: 0, cut: 0 };
  for (const { start, end } of linesOf(text)) {
    const segments: Segment<Mark>[] = [];
    let from = start;
    while (from < end) {
      while ((cuts[layering.cut] ?? Infinity) <= from) layering.cut += 1;
      const to = Math.min(cuts[layering.cut] ?? end, end);
      segments.push({ start: from, end: to, text: text.slice(from, to), marks: marksAt(from) });
      from = to;
    }
    if (segments.length > 0) paragraphs.push({ start, end, segments });
  }
  return paragraphs;

  /** Called with rising offsets. */
  function marksAt(offset: number): Mark[] {
    for (let mark = ordered[layering.next]; mark && mark.start <= offset;) {
      layering.open.push(mark);
      layering.next += 1;
      mark = ordered[layering.next];
    }
    layering.open = layering.open.filter(({ end }) => end > offset);
    return [...layering.open];
  }
}

function* linesOf(text: string): Generator<Stretch> {
  let start = 0;
  while (start < text.length) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak === -1 ? text.length : lineBreak;
    if (end > start) yield { start, end };
    start = end + 1;
  }
}
