import { parseHighlight } from './highlight.ts';

/** A fragment with what matched in it marked, as text. */
export function Highlighted({ fragment }: { readonly fragment: string }) {
  return parseHighlight(fragment).map(({ text, isMatch }, index) =>
    isMatch ? <mark key={index}>{text}</mark> : text,
  );
}
