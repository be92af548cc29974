/** A piece of a fragment; what matched is marked. */
export interface HighlightPart {
  readonly text: string;
  readonly isMatch: boolean;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
const CODE_POINT_MAX = 0x10ffff;

/**
 * A fragment as the service sends it, HTML-encoded with `<em>` around what matched, as pieces of
 * plain text. Anything else that looks like markup stays text: nothing here is ever parsed as HTML.
 */
export function parseHighlight(fragment: string): HighlightPart[] {
  const parts: HighlightPart[] = [];
  let isMatch = false;
  for (const piece of fragment.split(/(<\/?em>)/)) {
    if (piece === '<em>') isMatch = true;
    else if (piece === '</em>') isMatch = false;
    else if (piece !== '') parts.push({ text: decode(piece), isMatch });
  }
  return parts;
}

function decode(encoded: string): string {
  return encoded.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi,
    (whole: string, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= CODE_POINT_MAX ? String.fromCodePoint(code) : whole;
    },
  );
}
