import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { usePageTitle } from '../shell/page-title.ts';
import { keptIn, useChangeAddress } from '../shell/use-address-state.ts';
import { useTexts } from '../texts/use-texts.ts';
import { backTestChoices } from './use-back-test.ts';
import { SearchEditor } from './search-editor.tsx';
import { formFromAddress, formToAddress } from './search-form.ts';
import { searchesTexts } from './searches-texts.ts';

/** A search before it is saved, as the search page hands it over; a reload keeps what was typed. */
export function NewSearchPage() {
  const texts = useTexts(searchesTexts);
  const navigate = useNavigate();
  const changeAddress = useChangeAddress();
  const [parameters] = useSearchParams();
  const [initial] = useState(() => formFromAddress(parameters));
  usePageTitle(texts.newTitle);
  return (
    <div className="page searches-page">
      <p className="quiet">
        <Link to="/searches">{texts.back}</Link>
      </p>
      <h1>{texts.newTitle}</h1>
      <SearchEditor
        initial={initial}
        onChange={(form) => {
          const typed = [...formToAddress(form)];
          changeAddress(
            (before) => new URLSearchParams([...typed, ...keptIn(before, backTestChoices)]),
            true,
          );
        }}
        onSaved={({ id }) => void navigate(`/searches/${id}`, { replace: true })}
      />
    </div>
  );
}
