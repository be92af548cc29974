import type { ReactNode } from 'react';
import { Button, Dialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components';
import { usePreferences } from '../session/preferences.ts';
import { useTexts } from '../texts/use-texts.ts';
import { correctionsTexts } from './corrections-texts.ts';

interface Props {
  readonly title: string;
  readonly send: string;
  readonly isBusy: boolean;
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in front of the page; Enter sends it, Escape leaves everything as it was. */
export function FormDialog({ title, send, isBusy, onSend, onClose, children }: Props) {
  const texts = useTexts(correctionsTexts);
  const { language } = usePreferences();
  return (
    <I18nProvider locale={language}>
      <ModalOverlay
        className="overlay"
        isOpen
        isDismissable
        onOpenChange={(isOpen) => !isOpen && onClose()}
      >
        <Modal className="modal">
          <Dialog className="dialog">
            <Heading slot="title">{title}</Heading>
            <form
              className="correction-form"
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                if (!isBusy) onSend();
              }}
            >
              {children}
              <div className="dialog-actions">
                <Button className="button" slot="close">
                  {texts.cancel}
                </Button>
                <Button className="button button-main" type="submit" isDisabled={isBusy}>
                  {isBusy ? texts.sending : send}
                </Button>
              </div>
            </form>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}
