import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { shownEnd, shownStart } from '../search/shown-dates.ts';
import type { ChangeState } from '../shell/use-address-state.ts';
import type { SpanState } from './entity-address.ts';
import { entitiesTexts } from './entities-texts.ts';

interface Props {
  readonly span: SpanState;
  readonly change: ChangeState<SpanState>;
}

/** Says, to those who do not see the chart as well, that only a stretch of time is told of. */
export function SpanNote({ span: { from, to }, change }: Props) {
  const texts = useTexts(entitiesTexts);
  const format = useFormat();
  if (from === undefined && to === undefined) return null;
  const says =
    from === undefined
      ? texts.ofSpanUntil(shownEnd(to ?? '', format))
      : to === undefined
        ? texts.ofSpanSince(shownStart(from, format))
        : texts.ofSpan(shownStart(from, format), shownEnd(to, format));
  return (
    <p className="span-note" role="status">
      {says}{' '}
      <button
        className="button-link"
        type="button"
        onClick={() => change({ from: undefined, to: undefined })}
      >
        {texts.wholeTime}
      </button>
    </p>
  );
}
