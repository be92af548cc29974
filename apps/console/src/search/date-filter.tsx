import { useId } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import type { SearchState } from './search-address.ts';
import { searchTexts } from './search-texts.ts';
import type { ChangeSearch } from './use-search-state.ts';

const DAY_MS = 24 * 3_600_000;
const presets = [
  ['day', 1],
  ['week', 7],
  ['month', 30],
  ['year', 365],
] as const;

interface Props {
  readonly state: SearchState;
  readonly change: ChangeSearch;
}

/** When it was published. */
export function DateFilter({ state, change }: Props) {
  const texts = useTexts(searchTexts);
  const ids = { from: useId(), until: useId() };
  return (
    <fieldset className="facet">
      <legend className="label">{texts.dates}</legend>
      <div className="presets">
        {presets.map(([name, days]) => (
          <button
            key={name}
            className="chip"
            type="button"
            onClick={() => change({ from: hoursOf(days), to: undefined })}
          >
            {texts.presets[name]}
          </button>
        ))}
      </div>
      <div className="dates">
        <label htmlFor={ids.from}>{texts.from}</label>
        <input
          id={ids.from}
          className="field"
          type="date"
          value={dayOf(state.from, 0)}
          max={dayOf(state.to, -1)}
          onChange={(event) => change({ from: event.target.value || undefined })}
        />
        <label htmlFor={ids.until}>{texts.until}</label>
        <input
          id={ids.until}
          className="field"
          type="date"
          value={dayOf(state.to, -1)}
          min={dayOf(state.from, 0)}
          onChange={(event) => change({ to: dayAfter(event.target.value) })}
        />
      </div>
    </fieldset>
  );
}

/** The moment at which one looks: what was known then, as it read then. */
export function AsOfFilter({ state, change }: Props) {
  const texts = useTexts(searchTexts);
  const ids = { field: useId(), hint: useId() };
  return (
    <fieldset className="facet">
      <legend className="label">{texts.asOf}</legend>
      <input
        id={ids.field}
        className="field"
        type="datetime-local"
        aria-label={texts.asOf}
        aria-describedby={ids.hint}
        value={localMinute(state.asOf)}
        max={localMinute(new Date().toISOString())}
        onChange={(event) => change({ asOf: instantOf(event.target.value) })}
      />
      <p id={ids.hint} className="quiet">
        {texts.asOfHint}
      </p>
    </fieldset>
  );
}

/** That many days ago, on the hour: the same press within an hour is the same address. */
function hoursOf(days: number): string {
  const at = new Date(Date.now() - days * DAY_MS);
  at.setUTCMinutes(0, 0, 0);
  return at.toISOString().replace('.000Z', 'Z');
}

/** The day of a date or instant where the browser is, moved by some milliseconds before. */
function dayOf(date: string | undefined, shiftMs: number): string {
  if (date === undefined) return '';
  const at = new Date(date.length === 10 ? `${date}T00:00:00` : date);
  return localMinute(new Date(at.getTime() + shiftMs).toISOString()).slice(0, 10);
}

/** A field says the last day that is in it, the API the first that is not. */
function dayAfter(day: string): string | undefined {
  const at = new Date(`${day}T12:00:00`);
  if (day === '' || Number.isNaN(at.getTime())) return undefined;
  return localMinute(new Date(at.getTime() + DAY_MS).toISOString()).slice(0, 10);
}

function localMinute(instant: string | undefined): string {
  if (instant === undefined) return '';
  const at = new Date(instant.length === 10 ? `${instant}T00:00:00` : instant);
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

function instantOf(local: string): string | undefined {
  const at = new Date(local);
  return local === '' || Number.isNaN(at.getTime())
    ? undefined
    : at.toISOString().replace('.000Z', 'Z');
}
