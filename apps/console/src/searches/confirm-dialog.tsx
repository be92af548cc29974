import type { ReactNode } from 'react';
import { Button, Dialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components';
import { usePreferences } from '../session/preferences.ts';

interface Props {
  readonly title: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly isBusy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before something that cannot be undone. The way back has the focus. */
export function ConfirmDialog(props: Props) {
  const { title, confirm, cancel, isBusy = false, onConfirm, onClose, children } = props;
  const { language } = usePreferences();
  return (
    <I18nProvider locale={language}>
      <ModalOverlay className="overlay" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
        <Modal className="modal">
          <Dialog className="dialog" role="alertdialog">
            <Heading slot="title">{title}</Heading>
            {children}
            <div className="dialog-actions">
              <Button className="button" slot="close" autoFocus>
                {cancel}
              </Button>
              <Button className="button button-main" isDisabled={isBusy} onPress={onConfirm}>
                {confirm}
              </Button>
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}
