import { Link } from 'react-router';
import type { ArticleState } from './article-address.ts';
import type { ArticleMark } from './article-marks.ts';
import { layerMarks } from './mark-layers.ts';
import type { Segment } from './mark-layers.ts';
import { isSameStretch } from './quote-steps.ts';

interface Props {
  readonly text: string;
  readonly marks: readonly ArticleMark[];
  readonly state: Pick<ArticleState, 'entity' | 'quote'>;
}

/** A text with what was found in it, paragraph by paragraph. */
export function MarkedText({ text, marks, state }: Props) {
  return layerMarks(text, marks).map(({ start, segments }) => (
    <p key={start}>
      {segments.map((segment) => (
        <MarkedSegment key={segment.start} segment={segment} state={state} />
      ))}
    </p>
  ));
}

/** As MarkedText, without paragraphs: for a headline. */
export function MarkedLine({ text, marks, state }: Props) {
  return layerMarks(text, marks).flatMap(({ segments }) =>
    segments.map((segment) => (
      <MarkedSegment key={segment.start} segment={segment} state={state} />
    )),
  );
}

interface SegmentProps {
  readonly segment: Segment<ArticleMark>;
  readonly state: Props['state'];
}

function MarkedSegment({ segment, state }: SegmentProps) {
  const { text, marks, start } = segment;
  if (marks.length === 0) return text;
  const quotes = marks.filter((mark) => mark.kind === 'quotes');
  // Of names within names the innermost is the one that is read.
  const name = marks.findLast((mark) => mark.kind === 'names');
  const inner =
    name === undefined ? text : <Name mark={name} at={start} text={text} state={state} />;
  const kinds = [...new Set(marks.map(({ kind }) => kind))].filter((kind) => kind !== 'names');
  if (kinds.length === 0) return inner;
  const date = marks.findLast((mark) => mark.kind === 'dates');
  return (
    <span
      className={kinds.map((kind) => `mark-${kind}`).join(' ')}
      data-quote={quotes.at(-1)?.start}
      data-active={quotes.some((quote) => isSameStretch(quote, state.quote)) || undefined}
      title={date?.value}
    >
      {inner}
    </span>
  );
}

interface NameProps {
  readonly mark: Extract<ArticleMark, { kind: 'names' }>;
  /** Where this piece begins: a name may be in several. */
  readonly at: number;
  readonly text: string;
  readonly state: Props['state'];
}

/** Each name leads to its page. By Tab one comes to the first mention only: the others are many. */
function Name({ mark, at, text, state }: NameProps) {
  const { entity, isFirst } = mark;
  return (
    <Link
      className="mark-name"
      to={`/entities/${entity.id}`}
      title={entity.role === undefined ? entity.name : `${entity.name}, ${entity.role}`}
      tabIndex={isFirst && at === mark.start ? undefined : -1}
      data-entity={entity.type}
      data-id={entity.id}
      data-active={entity.id === state.entity || undefined}
    >
      {text}
    </Link>
  );
}
