import { lazy, Suspense, useRef, useState } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { usePreferences } from '../session/preferences.ts';
import { shellTexts } from './shell-texts.ts';

/** Comes with the first press: the first view does without overlays. */
const SettingsPanel = lazy(async () => ({
  default: (await import('./settings-panel.tsx')).SettingsPanel,
}));

interface Props {
  readonly isSignedIn: boolean;
  readonly onHelp: () => void;
}

/** The button of the masthead that opens the settings. */
export function SettingsMenu({ isSignedIn, onHelp }: Props) {
  const texts = useTexts(shellTexts);
  const { language } = usePreferences();
  const [isOpen, setIsOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={trigger}
        className="button button-quiet settings-button"
        type="button"
        aria-label={`${language.toUpperCase()} · ${texts.settings}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span aria-hidden="true">{language.toUpperCase()}</span>
        <svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="16">
          <path d="M1 4h14M1 8h14M1 12h14" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </button>
      {isOpen ? (
        <Suspense>
          <SettingsPanel
            trigger={trigger}
            isSignedIn={isSignedIn}
            onClose={() => setIsOpen(false)}
            onHelp={onHelp}
          />
        </Suspense>
      ) : null}
    </>
  );
}
