import { useEffect, useRef, useState } from 'react';
import type { FormEvent, ReactNode, RefObject } from 'react';
import type { SavedSearch } from '../api/answers.ts';
import { faultOf } from '../search/query-fault.ts';
import { timeZone } from '../search/use-search-state.ts';
import { announce } from '../shell/announcer.ts';
import { LabelledField } from '../shell/labelled-field.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { BackTestPanel, useBackTestDays } from './back-test-panel.tsx';
import { faultAt, faultsOf } from './form-faults.ts';
import { NotifyFields } from './notify-fields.tsx';
import { SaveProblem } from './save-problem.tsx';
import { SearchFields } from './search-fields.tsx';
import { bodyOf, formOf, isBoundless, NAME_LENGTH_MAX } from './search-form.ts';
import type { SearchForm } from './search-form.ts';
import { searchesTexts } from './searches-texts.ts';
import { useBackTest } from './use-back-test.ts';
import { useSaveSearch } from './use-saved-searches.ts';
import '../search/search.css';
import './searches.css';

interface Props {
  readonly initial: SearchForm;
  /** As it is now; absent of a new one. */
  readonly saved?: SavedSearch;
  readonly onChange?: (form: SearchForm) => void;
  readonly onSaved: (saved: SavedSearch) => void;
  /** What belongs to it besides the form. */
  readonly children?: ReactNode;
}

/** The form of a saved search, beside what it would have found. */
export function SearchEditor({ initial, saved, onChange, onSaved, children }: Props) {
  const texts = useTexts(searchesTexts);
  const [form, setForm] = useState(initial);
  // What is saved over is the version that the form began with, not whatever came meanwhile.
  const [base, setBase] = useState(saved);
  const [isTried, setIsTried] = useState(false);
  const [days, setDays] = useBackTestDays();
  const backTest = useBackTest(form, days);
  const element = useRef<HTMLFormElement>(null);
  const show = (next: SearchForm) => {
    setForm(next);
    onChange?.(next);
  };
  const save = useSaveSearch((answer) => {
    setBase(answer);
    setIsTried(false);
    show(formOf(answer));
    announce(texts.saved);
    onSaved(answer);
  });
  const submit = (over: SavedSearch | undefined) => {
    setIsTried(true);
    if (form.name.trim() === '' || isBoundless(form)) focusFault(element);
    else if (!save.isPending) save.mutate({ body: bodyOf(form, timeZone), of: over });
  };
  useFocusOnRefusal(element, save.error);
  const faults = faultsOf(save.error ?? backTest.test.error);
  const shared = {
    form,
    faults,
    change: (changed: Partial<SearchForm>) => {
      if (save.isError) save.reset();
      show({ ...form, ...changed });
    },
  };
  return (
    <div className="editor">
      <form
        ref={element}
        className="editor-form"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          submit(base);
        }}
      >
        <LabelledField
          label={texts.name}
          value={form.name}
          lengthMax={NAME_LENGTH_MAX}
          isRequired
          placeholder={texts.namePlaceholder}
          fault={isTried && form.name.trim() === '' ? texts.nameless : faultAt(faults, '/name')}
          onChange={(name) => shared.change({ name })}
        />
        <SearchFields
          {...shared}
          queryFault={faultOf(save.error, '/q') ?? faultOf(backTest.test.error, '/q')}
        />
        <p className="field-error" role="alert">
          {isTried && isBoundless(form) ? texts.boundless : ''}
        </p>
        <NotifyFields {...shared} />
        <SaveProblem
          error={save.error}
          current={saved}
          onTakeTheirs={(theirs) => {
            save.reset();
            setBase(theirs);
            show(formOf(theirs));
          }}
          onSaveMine={submit}
        />
        <SaveBar isSaving={save.isPending} base={base} />
      </form>
      <BackTestPanel form={form} days={days} onDays={setDays} backTest={backTest} />
      {children === undefined ? null : <div className="editor-more">{children}</div>}
    </div>
  );
}

function SaveBar({ isSaving, base }: { isSaving: boolean; base: SavedSearch | undefined }) {
  const texts = useTexts(searchesTexts);
  const format = useFormat();
  return (
    <div className="save-bar">
      <button className="button button-main" type="submit" aria-disabled={isSaving}>
        {isSaving ? texts.saving : texts.save}
      </button>
      {base === undefined ? null : (
        <p className="quiet">
          {texts.changedBy(
            base.changedBy.name ?? base.changedBy.keyId,
            format.dayAndTime(base.changedAt),
          )}
          . {base.paused ? null : texts.savedFrom(format.dayAndTime(base.matchesFrom))}
        </p>
      )}
    </div>
  );
}

/** After a refusal the first field that is at fault has the focus. */
function useFocusOnRefusal(form: RefObject<HTMLFormElement | null>, error: Error | null): void {
  useEffect(() => {
    if (error !== null && faultsOf(error).length > 0) focusFault(form);
  }, [form, error]);
}

function focusFault(form: RefObject<HTMLFormElement | null>): void {
  // The marks are there after the rendering that follows.
  requestAnimationFrame(() =>
    (
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
      form.current?.querySelector<HTMLElement>('textarea')
    )?.focus(),
  );
}
