import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { answerOf } from '@warta/client';
import { useClient } from '../session/session.ts';
import { announce } from '../shell/announcer.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { ExportFormat } from './export-formats.tsx';
import { filterParameters } from './search-address.ts';
import type { SearchState } from './search-address.ts';
import { searchTexts } from './search-texts.ts';
import { timeZone } from './use-search-state.ts';

const endings: Readonly<Record<ExportFormat, string>> = {
  csv: 'csv',
  ndjson: 'ndjson',
  rss: 'rss.xml',
  atom: 'atom.xml',
  jsonfeed: 'json',
};
const formats = Object.keys(endings) as ExportFormat[];

/** Comes with the first press: the first view does without overlays. */
const ExportFormats = lazy(async () => ({
  default: (await import('./export-formats.tsx')).ExportFormats,
}));

/** The hits as a file: all of them, or the newest as a feed. The key goes in a header, not in a link. */
export function ExportMenu({ state }: { readonly state: SearchState }) {
  const texts = useTexts(searchTexts);
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const { mutate, isPending, error, reset } = useExport(state);
  return (
    <>
      <button
        ref={trigger}
        className="button"
        type="button"
        aria-disabled={isPending}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => isPending || setIsOpen(!isOpen)}
      >
        {isPending ? texts.exporting : texts.export}
        <span aria-hidden="true">▾</span>
      </button>
      {isOpen ? (
        <Suspense>
          <ExportFormats
            formats={formats}
            trigger={trigger}
            onChoose={mutate}
            onClose={() => setIsOpen(false)}
          />
        </Suspense>
      ) : null}
      {error === null ? null : <ProblemNotice error={error} onRetry={reset} />}
    </>
  );
}

function useExport(state: SearchState) {
  const client = useClient();
  const texts = useTexts(searchTexts);
  return useMutation({
    mutationFn: async (format: ExportFormat) => {
      const filters = filterParameters(state, timeZone);
      const isWhole = format === 'csv' || format === 'ndjson';
      const blob = isWhole
        ? await answerOf(
            client.GET('/v1/articles/export', {
              params: { query: { ...filters, format } },
              parseAs: 'blob',
            }),
          )
        : await answerOf(
            client.GET('/v1/articles', {
              params: { query: { ...filters, format, sort: 'newest' } },
              parseAs: 'blob',
            }),
          );
      save(blob, `warta.${endings[format]}`);
      announce(texts.exported);
    },
  });
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // After the browser has taken it: at once would be before.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
