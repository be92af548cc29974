import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { signOut } from '../session/session.ts';
import { useTexts } from '../texts/use-texts.ts';
import { changePreferences, languages, themes, usePreferences } from './preferences.ts';
import { shellTexts } from './shell-texts.ts';

interface Props {
  readonly isSignedIn: boolean;
  readonly onHelp: () => void;
}

/** Language, appearance, help and the way out. */
export function SettingsMenu({ isSignedIn, onHelp }: Props) {
  const texts = useTexts(shellTexts);
  const { language, theme } = usePreferences();
  return (
    <DialogTrigger>
      <Button className="button button-quiet settings-button" aria-label={texts.settings}>
        <span aria-hidden="true">{language.toUpperCase()}</span>
        <svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="16">
          <path d="M1 4h14M1 8h14M1 12h14" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="settings" aria-label={texts.settings}>
          {({ close }) => (
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
              <div className="settings-actions">
                <Button
                  className="button button-quiet"
                  onPress={() => {
                    close();
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
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
