import { useEffect, useRef, useState } from 'react';
import type { EntityView } from '../api/answers.ts';
import { usePreferences } from '../session/preferences.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { SpanState } from './entity-address.ts';
import { entitiesTexts } from './entities-texts.ts';
import { useCompanyEdges } from './use-company-edges.ts';

interface Props {
  readonly entity: EntityView;
  readonly span: SpanState;
  readonly onOpen: (id: string) => void;
}

/** The neighbours drawn. Those who look at the list miss nothing. */
export function NeighbourGraph({ entity, span, onOpen }: Props) {
  const texts = useTexts(entitiesTexts);
  const { theme } = usePreferences();
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const isMotionReduced = useMedia('(prefers-reduced-motion: reduce)');
  const [cannotDraw, setCannotDraw] = useState(false);
  const element = useRef<HTMLDivElement>(null);
  const open = useRef(onOpen);
  const edges = useCompanyEdges(entity, span);
  useEffect(() => {
    open.current = onOpen;
  });
  useEffect(() => {
    let remove: (() => void) | undefined;
    let isGone = false;
    const draw = async () => {
      const [{ layOut }, { drawNeighbours }] = await Promise.all([
        import('./neighbour-layout.ts'),
        import('./neighbour-plot.ts'),
      ]);
      if (isGone || element.current === null) return;
      const { id, name, type, articles, neighbours } = entity;
      const layout = layOut(
        { id, name, type, articles },
        neighbours.map((one) => ({ ...one, articles: one.together })),
        edges,
      );
      remove = drawNeighbours({
        element: element.current,
        layout,
        isMotionReduced,
        onOpen: (opened) => opened !== id && open.current(opened),
      });
    };
    // Without WebGL there is no drawing.
    draw().catch(() => setCannotDraw(true));
    return () => {
      isGone = true;
      remove?.();
    };
  }, [entity, edges, theme, isDark, isMotionReduced]);
  if (cannotDraw) return <p className="quiet">{texts.noGraph}</p>;
  return (
    <figure className="neighbour-graph">
      <div
        ref={element}
        className="neighbour-plot"
        role="img"
        aria-label={texts.graph(entity.name)}
      />
      <figcaption className="quiet">{texts.graphHint}</figcaption>
    </figure>
  );
}

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const onChange = () => setMatches(media.matches);
    media.addEventListener('change', onChange);
    return () => media.removeEventListener('change', onChange);
  }, [query]);
  return matches;
}
