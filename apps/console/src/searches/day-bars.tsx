import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { searchesTexts } from './searches-texts.ts';
import '../search/volume-chart.css';

const HEIGHT = 60;
const STEP = 10;

/** A moment that is in that day where the browser is, so that it is written as the same day. */
const noonOf = (day: string) => `${day}T12:00:00`;

/** One day of a back-test, drawn or said. */
interface DayCount {
  /** As 2026-11-23, where the search has its days. */
  readonly day: string;
  readonly articles: number;
  readonly stories: number;
}

interface Props {
  /** All days, those without articles too. */
  readonly days: readonly DayCount[];
}

/** How many alerts on which day; the table says the same. */
export function DayBars({ days: all }: Props) {
  const texts = useTexts(searchesTexts);
  const format = useFormat();
  const max = Math.max(1, ...all.map(({ stories }) => stories));
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <figure className="day-bars">
      <figcaption className="label">{texts.perDayChart}</figcaption>
      <div className="day-bars-plot">
        <span className="day-bars-max" aria-hidden="true">
          {format.number(max)}
        </span>
        <svg
          aria-hidden="true"
          viewBox={`0 0 ${all.length * STEP} ${HEIGHT}`}
          preserveAspectRatio="none"
        >
          {all.map(({ day, stories }, index) => {
            const height = stories === 0 ? 0 : Math.max(2, (stories / max) * HEIGHT);
            return (
              <rect
                key={day}
                x={index * STEP + 1}
                y={HEIGHT - height}
                width={STEP - 2}
                height={height}
              >
                <title>{`${format.day(noonOf(day))}: ${format.number(stories)}`}</title>
              </rect>
            );
          })}
        </svg>
        <p className="day-bars-ends quiet" aria-hidden="true">
          <span>{format.day(noonOf(first.day))}</span>
          <span>{format.day(noonOf(last.day))}</span>
        </p>
      </div>
      <details className="volume-table">
        <summary>{texts.table}</summary>
        <div className="volume-rows" tabIndex={0} role="region" aria-label={texts.perDayChart}>
          <DayTable days={all.filter(({ articles }) => articles > 0)} />
        </div>
      </details>
    </figure>
  );
}

function DayTable({ days }: { readonly days: readonly DayCount[] }) {
  const texts = useTexts(searchesTexts);
  const format = useFormat();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{texts.day}</th>
          <th scope="col">{texts.stories}</th>
          <th scope="col">{texts.hits}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, stories, articles }) => (
          <tr key={day}>
            <th scope="row">{format.day(noonOf(day))}</th>
            <td>{format.number(stories)}</td>
            <td>{format.number(articles)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
