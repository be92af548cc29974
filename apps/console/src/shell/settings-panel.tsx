import type { RefObject } from 'react';
import { Button, Dialog, I18nProvider, Popover } from 'react-aria-components';
import { signOut } from '../session/session.ts';
import { useTexts } from '../texts/use-texts.ts';
import { changePreferences, languages, themes, usePreferences } from '../session/preferences.ts';
import { shellTexts } from './shell-texts.ts';

export interface SettingsPanelProps {
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly isSignedIn: boolean;
  readonly onClose: () => void;
  readonly onHelp: () => void;
}

/** Language, appearance, help and the way out. */
export function SettingsPanel({ trigger, isSignedIn, onClose, onHelp }: SettingsPanelProps) {
  const texts = useTexts(shellTexts);
  const { language } = usePreferences();
  return (
    <I18nProvider locale={language}>
      <Popover
        className="popover"
        placement="bottom end"
        triggerRef={trigger}
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
      >
        <Dialog className="settings" aria-label={texts.settings}>
          <Choices />
          <div className="settings-actions">
            <Button
              className="button button-quiet"
              onPress={() => {
                onClose();
                onHelp();
              }}
            >
              {texts.help} <kbd aria-hidden="true">?</kbd>
            </Button>
            <a className="button button-quiet" href="/docs">
              {texts.apiDocs}
            </a>
            {isSignedIn ? (
              <Button className="button button-quiet" onPress={() => signOut()}>
                {texts.signOut}
              </Button>
            ) : null}
          </div>
        </Dialog>
      </Popover>
    </I18nProvider>
  );
}

function Choices() {
  const texts = useTexts(shellTexts);
  const { language, theme } = usePreferences();
  return (
    <>
      <fieldset>
        <legend className="label">{texts.language}</legend>
        {languages.map((one) => (
          <label key={one} className="choice" lang={one}>
            <input
              type="radio"
              name="language"
              checked={language === one}
              onChange={() => changePreferences({ language: one })}
            />
            {texts.languages[one]}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend className="label">{texts.theme}</legend>
        {themes.map((one) => (
          <label key={one} className="choice">
            <input
              type="radio"
              name="theme"
              checked={theme === one}
              onChange={() => changePreferences({ theme: one })}
            />
            {texts.themes[one]}
          </label>
        ))}
      </fieldset>
    </>
  );
}
