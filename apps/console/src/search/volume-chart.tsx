import { useEffect, useRef, useState } from 'react';
import type { Attention } from '../api/answers.ts';
import { usePreferences } from '../session/preferences.ts';
import { useAddressChoice } from '../shell/use-address-state.ts';
import { useFormat } from '../texts/use-format.ts';
import type { Format } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { searchTexts } from './search-texts.ts';
import { rangeOfBuckets } from './volume-range.ts';
import './volume-chart.css';

const modes = ['articles', 'share'] as const;
type Mode = (typeof modes)[number];

/** The stretch of time that a page is about, as its address has it. */
interface Dates {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Articles over time, as far as it is drawn. */
export type Volume = Pick<Attention, 'data' | 'interval' | 'before'>;

interface Props {
  readonly attention: Volume;
  readonly state: Dates;
  readonly change: (dates: Dates) => void;
  /** False where nothing is known of all news to compare with. */
  readonly hasShare?: boolean;
}

/** Stands where the chart will be, as high as that. */
export function VolumeChartSkeleton() {
  const texts = useTexts(searchTexts);
  return (
    <section className="volume volume-waiting" aria-label={texts.volume} aria-busy="true">
      <div className="volume-bar">
        <h2 className="label">{texts.volume}</h2>
      </div>
      <div className="volume-plot skeleton-line" />
    </section>
  );
}

/** How much there was when. Dates are chosen by a drag, or in the table by keyboard. */
export function VolumeChart({ attention, state, change, hasShare = true }: Props) {
  const texts = useTexts(searchTexts);
  const format = useFormat();
  const [mode, setMode] = useAddressChoice('chart', modes);
  const zoom = (fromMs: number, toMs: number) => {
    const range = rangeOfBuckets(attention.data, attention.interval, fromMs, toMs);
    if (range !== undefined) change(range);
  };
  return (
    <section className="volume" aria-label={texts.volume}>
      <div className="volume-bar">
        <h2 className="label">{texts.volume}</h2>
        {hasShare ? <ModeSwitch mode={mode} onChange={setMode} /> : null}
        {state.from === undefined && state.to === undefined ? null : (
          <button
            className="button-link"
            type="button"
            onClick={() => change({ from: undefined, to: undefined })}
          >
            {texts.zoomOut}
          </button>
        )}
      </div>
      <VolumePlot attention={attention} mode={hasShare ? mode : 'articles'} onZoom={zoom} />
      {attention.before === 0 ? null : (
        <p className="quiet">{texts.older(format.number(attention.before))}</p>
      )}
      <VolumeTable attention={attention} hasShare={hasShare} onZoom={zoom} />
    </section>
  );
}

function ModeSwitch({ mode, onChange }: { mode: Mode; onChange: (mode: Mode) => void }) {
  const texts = useTexts(searchTexts);
  return (
    <div className="switch" role="group" aria-label={texts.volumeMode}>
      {modes.map((one) => (
        <button key={one} type="button" aria-pressed={mode === one} onClick={() => onChange(one)}>
          {texts.volumeModes[one]}
        </button>
      ))}
    </div>
  );
}

/** As exact as the bars are. */
const shownAs = (interval: Volume['interval'], format: Format) =>
  interval === 'hour' ? format.dayAndTime : interval === 'month' ? format.month : format.day;

interface PlotProps {
  readonly attention: Volume;
  readonly mode: Mode;
  readonly onZoom: (fromMs: number, toMs: number) => void;
}

function VolumePlot({ attention, mode, onZoom }: PlotProps) {
  const texts = useTexts(searchTexts);
  const format = useFormat();
  const { theme } = usePreferences();
  const systemIsDark = useSystemIsDark();
  const element = useRef<HTMLDivElement>(null);
  const zoom = useRef(onZoom);
  const summary = useSummary(attention);
  const [pointedAt, setPointedAt] = useState<number>();
  const bucket = pointedAt === undefined ? undefined : attention.data[pointedAt];
  const show = shownAs(attention.interval, format);
  const told = bucket && ([show(bucket.from), format.number(bucket.articles)] as const);
  const says =
    told === undefined
      ? texts.volumeDrag
      : mode === 'share'
        ? texts.volumeShareAt(...told, format.percent(bucket?.share ?? 0))
        : texts.volumeAt(...told);
  useEffect(() => {
    zoom.current = onZoom;
  });
  useEffect(() => {
    let remove: (() => void) | undefined;
    let isGone = false;
    // Drawing comes after the hits: its script is not what one waits for.
    void import('./volume-plot.ts').then(({ drawVolume }) => {
      if (isGone || element.current === null) return;
      remove = drawVolume({
        element: element.current,
        volume: {
          seconds: attention.data.map(({ from }) => Date.parse(from) / 1_000),
          values: attention.data.map((bucket) => bucket[mode]),
        },
        locale: format.locale,
        isWhole: mode === 'articles',
        formatValue: mode === 'share' ? format.percent : format.number,
        onSelect: (fromMs, toMs) => zoom.current(fromMs, toMs),
        onPoint: (index) => setPointedAt(index),
      });
    });
    return () => {
      isGone = true;
      remove?.();
    };
  }, [attention, mode, theme, systemIsDark, format]);
  return (
    <figure className="volume-figure">
      <div
        ref={element}
        className="volume-plot"
        role="img"
        aria-label={`${summary} ${texts.volumeHint}`}
      />
      <figcaption className="volume-readout quiet" aria-hidden="true">
        {says}
      </figcaption>
    </figure>
  );
}

/** What one sees of the chart at a glance. */
function useSummary({ data, interval }: Volume): string {
  const texts = useTexts(searchTexts);
  const format = useFormat();
  const [first, last] = [data[0], data.at(-1)];
  if (first === undefined || last === undefined) return texts.volume;
  const show = shownAs(interval, format);
  const total = data.reduce((sum, { articles }) => sum + articles, 0);
  const peak = data.reduce((most, one) => (one.articles > most.articles ? one : most), first);
  return texts.volumeSays(
    format.number(total),
    texts.range(show(first.from), show(last.from)),
    texts.volumeAt(show(peak.from), format.number(peak.articles)),
  );
}

interface TableProps extends Omit<PlotProps, 'mode'> {
  readonly hasShare: boolean;
}

function VolumeTable({ attention, hasShare, onZoom }: TableProps) {
  const texts = useTexts(searchTexts);
  const format = useFormat();
  const show = shownAs(attention.interval, format);
  return (
    <details className="volume-table">
      <summary>{texts.volumeTable}</summary>
      <div className="volume-rows" tabIndex={0} role="region" aria-label={texts.volume}>
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.tableFrom}</th>
              <th scope="col">{texts.tableArticles}</th>
              {hasShare ? <th scope="col">{texts.tableShare}</th> : null}
            </tr>
          </thead>
          <tbody>
            {attention.data
              .filter(({ articles }) => articles > 0)
              .map(({ from, articles, share }) => (
                <tr key={from}>
                  <th scope="row">
                    <button
                      className="button-link"
                      type="button"
                      aria-label={texts.zoomTo(show(from))}
                      onClick={() => onZoom(Date.parse(from), Date.parse(from) + 1)}
                    >
                      {show(from)}
                    </button>
                  </th>
                  <td>{format.number(articles)}</td>
                  {hasShare ? <td>{format.percent(share)}</td> : null}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function useSystemIsDark(): boolean {
  const query = '(prefers-color-scheme: dark)';
  const [isDark, setIsDark] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const onChange = () => setIsDark(media.matches);
    media.addEventListener('change', onChange);
    return () => media.removeEventListener('change', onChange);
  }, []);
  return isDark;
}
