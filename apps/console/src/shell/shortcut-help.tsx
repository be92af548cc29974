import { Button, Dialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components';
import { useTexts } from '../texts/use-texts.ts';
import { changePreferences, usePreferences } from '../session/preferences.ts';
import { shellTexts } from './shell-texts.ts';
import { currentShortcuts } from './shortcuts.ts';
import type { Shortcut } from './shortcuts.ts';

interface Props {
  readonly onClose: () => void;
}

/** Every shortcut that counts just now, and the switch that turns those of single keys off. */
export function ShortcutHelp({ onClose }: Props) {
  const texts = useTexts(shellTexts);
  const { shortcuts: isOn, language } = usePreferences();
  const all = currentShortcuts();
  return (
    <I18nProvider locale={language}>
      <ModalOverlay
        className="overlay"
        isDismissable
        isOpen
        onOpenChange={(open) => !open && onClose()}
      >
        <Modal className="modal">
          <Dialog className="dialog">
            <Heading slot="title">{texts.help}</Heading>
            <p className="quiet">{texts.helpIntro}</p>
            <Shortcuts title={texts.thisPage} shortcuts={all.filter((one) => !one.isGlobal)} />
            <Shortcuts title={texts.everywhere} shortcuts={all.filter((one) => one.isGlobal)} />
            <label className="choice">
              <input
                type="checkbox"
                checked={isOn}
                onChange={(event) => changePreferences({ shortcuts: event.target.checked })}
              />
              {texts.singleKeys}
            </label>
            <div className="dialog-actions">
              <Button className="button" slot="close">
                {texts.close}
              </Button>
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}

function Shortcuts({ title, shortcuts }: { title: string; shortcuts: Shortcut[] }) {
  if (shortcuts.length === 0) return null;
  return (
    <section>
      <h3 className="label">{title}</h3>
      <dl className="shortcuts">
        {shortcuts.map(({ keys, does }) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key, index) => (
                <kbd key={index}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
