import { Link, useNavigate } from 'react-router';
import type { EntityNeighbour, EntityView } from '../api/answers.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { SpanState } from './entity-address.ts';
import { entityAddress, pairAddress } from './entity-links.ts';
import { EntityMark } from './entity-mark.tsx';
import { entitiesTexts } from './entities-texts.ts';
import { NeighbourGraph } from './neighbour-graph.tsx';
import { strengthIn } from './strength-in.ts';

interface Props {
  readonly entity: EntityView;
  readonly span: SpanState;
}

/** Who keeps company with it, drawn and as a list that says the same. */
export function NeighbourPanel({ entity, span }: Props) {
  const texts = useTexts(entitiesTexts);
  const navigate = useNavigate();
  const { neighbours } = entity;
  return (
    <section className="neighbours">
      <h2>{texts.neighbours}</h2>
      {neighbours.length === 0 ? (
        <p className="quiet">{texts.noNeighbours}</p>
      ) : (
        <>
          <p className="quiet">{texts.neighboursNote}</p>
          <div className="neighbours-columns">
            <NeighbourGraph
              entity={entity}
              span={span}
              onOpen={(id) => void navigate(entityAddress(id, span))}
            />
            <ol className="neighbours-list" aria-label={texts.neighbours}>
              {neighbours.map((neighbour) => (
                <li key={neighbour.id}>
                  <Neighbour neighbour={neighbour} of={entity.id} span={span} />
                </li>
              ))}
            </ol>
          </div>
        </>
      )}
    </section>
  );
}

interface NeighbourProps {
  readonly neighbour: EntityNeighbour;
  readonly of: string;
  readonly span: SpanState;
}

function Neighbour({ neighbour, of, span }: NeighbourProps) {
  const texts = useTexts(entitiesTexts);
  const format = useFormat();
  const { id, type, name, together, strength } = neighbour;
  return (
    <>
      <p className="neighbour-name">
        <Link className="entity-name" to={entityAddress(id, span)}>
          {name}
        </Link>
        <EntityMark type={type} />
      </p>
      <p className="neighbour-how quiet">
        <meter aria-hidden="true" min={0} max={1} value={strength} />
        <span>{texts.strength(strengthIn(strength, format))}</span>
        <Link to={pairAddress(of, id, span)}>
          {texts.together(format.number(together))}
          <span className="visually-hidden"> {texts.withName(name)}</span>
        </Link>
      </p>
    </>
  );
}
