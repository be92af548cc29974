import { useMutation } from '@tanstack/react-query';
import { answerOf } from '@warta/client';
import { useState } from 'react';
import { Button, Dialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components';
import type { Webhook } from '../api/answers.ts';
import { useClient } from '../session/session.ts';
import { announce } from '../shell/announcer.ts';
import { usePreferences } from '../session/preferences.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { receiversTexts } from './receivers-texts.ts';

interface Props {
  readonly searchId: string;
  readonly webhook: Webhook;
  readonly onClose: () => void;
}

/** Makes a new secret for a receiver and shows it once: it is kept nowhere, not even by the page. */
export function SecretDialog({ searchId, webhook, onClose }: Props) {
  const texts = useTexts(receiversTexts);
  const client = useClient();
  const rotate = useMutation({
    mutationFn: () => {
      const params = { path: { id: searchId, webhook: webhook.id } };
      return answerOf(client.POST('/v1/searches/{id}/webhooks/{webhook}/secret', { params }));
    },
    gcTime: 0,
  });
  if (rotate.data !== undefined) {
    return <ShownSecret url={webhook.url} secret={rotate.data.secret} onClose={onClose} />;
  }
  return (
    <ConfirmDialog
      title={texts.secretTitle}
      confirm={texts.newSecret}
      cancel={texts.cancel}
      isBusy={rotate.isPending}
      onConfirm={() => rotate.mutate()}
      onClose={onClose}
    >
      <p>
        <code className="long-code">{webhook.url}</code>
      </p>
      <p>{texts.secretWhat}</p>
      {rotate.error === null ? null : <ProblemNotice error={rotate.error} />}
    </ConfirmDialog>
  );
}

/** Not closed by a press beside it: what is gone is gone. */
function ShownSecret(props: { url: string; secret: string; onClose: () => void }) {
  const { url, secret, onClose } = props;
  const texts = useTexts(receiversTexts);
  const { language } = usePreferences();
  return (
    <I18nProvider locale={language}>
      <ModalOverlay className="overlay" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
        <Modal className="modal">
          <Dialog className="dialog">
            <Heading slot="title">{texts.secretShown}</Heading>
            <p>
              <code className="long-code">{url}</code>
            </p>
            <p className="card">
              <code className="long-code">{secret}</code>
            </p>
            <p>{texts.secretOnce}</p>
            <div className="dialog-actions">
              <CopyButton secret={secret} />
              <Button className="button button-main" slot="close">
                {texts.close}
              </Button>
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}

/** Says what came of it. Browsers know a clipboard on https and on the own machine only. */
function CopyButton({ secret }: { readonly secret: string }) {
  const texts = useTexts(receiversTexts);
  const [outcome, setOutcome] = useState<'copied' | 'notCopied'>();
  if (!isSecureContext) return null;
  const done = (next: 'copied' | 'notCopied') => {
    setOutcome(next);
    announce(texts[next]);
  };
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => done('copied'),
      () => done('notCopied'),
    );
  return (
    <Button className="button" onPress={() => void copy()}>
      {outcome === undefined ? texts.copy : texts[outcome]}
    </Button>
  );
}
