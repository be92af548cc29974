import type { DeadLetterFacts, ReceiptPayload, ReceiptView } from '@warta/contracts';
import type { DeadLetter } from '@warta/messaging';
import type { ShownState } from './shown-state.ts';

/** The end of an embargo is looked for every few seconds, and then goes the way of a push. */
export const RELEASED_WITHIN_MS = 60_000;

/** What is said beside the push itself. */
export type Answer = Pick<ReceiptView, 'state' | 'explanation'> &
  Partial<Pick<ReceiptView, 'waiting' | 'deadLetter' | 'heldUntil'>>;

/** When what is shown is this push, or a later one. */
export function onceThere(
  shown: ShownState,
  kind: ReceiptPayload['kind'],
  isOurs: boolean,
): Answer {
  if (shown.status === 'canceled') {
    return isOurs
      ? { state: 'taken-down', explanation: 'The article is taken down; nothing of it is shown.' }
      : { state: 'taken-down', explanation: 'The article was taken down by a later push.' };
  }
  if (!isOurs) {
    return { state: 'superseded', explanation: 'A later push of the article has taken its place.' };
  }
  switch (shown.status) {
    case 'held':
      return heldAnswer(shown.heldUntil);
    case 'withheld':
      return kind === 'restore' ? restoredAnswer : withheldAnswer;
    case 'live':
      return { state: 'indexed', explanation: 'It is in the index; searches show it in seconds.' };
  }
}

/** When it went all the way and what is shown is none of it, or nothing. */
export function insteadOf(kind: ReceiptPayload['kind'], shown: ShownState | undefined): Answer {
  switch (shown?.status) {
    case undefined:
      return {
        state: 'unknown',
        explanation: 'Nothing tells of the push any more. Push the article again to be sure.',
      };
    case 'canceled':
      return {
        state: 'taken-down',
        explanation: 'The article was taken down before; that is final until an admin restores it.',
      };
    case 'held':
      return heldAnswer(shown.heldUntil);
    case 'withheld':
      return withheldAnswer;
    case 'live':
      return kind === 'restore'
        ? { state: 'unchanged', explanation: 'The article was not taken down; it is shown.' }
        : outranked;
  }
}

export const unchanged: Answer = {
  state: 'unchanged',
  explanation: 'An earlier push had the same content; that one is shown.',
};

const outranked: Answer = {
  state: 'outranked',
  explanation:
    'An earlier push has a newer version or updatedAt and stays. To replace it, push with a newer one.',
};

const restoredAnswer: Answer = {
  state: 'withheld',
  explanation:
    'The article is restored, without its text: it is shown once the feed pushes it again.',
};

const withheldAnswer: Answer = {
  state: 'withheld',
  explanation: 'The article is withheld. To show it, push a version that is newer than that.',
};

/** @param isOlderShown the article went out before: the embargo is that of a correction. */
export function heldAnswer(heldUntil: string | undefined, isOlderShown = false): Answer {
  const until = heldUntil ?? 'its end';
  return {
    state: 'held',
    explanation: isOlderShown
      ? `This version is under embargo: it takes the place of the one that is shown some seconds after ${until}, ` +
        'unless that one has a newer version or updatedAt. To hide the article meanwhile, push it with the status withheld.'
      : `The article is under embargo; it is shown some seconds after ${until}.`,
    ...(heldUntil !== undefined && { heldUntil }),
  };
}

/** The embargo is over, and nothing tells why the article is not shown. */
export function overdueAnswer(heldUntil: string): Answer {
  return {
    state: 'held',
    explanation:
      `The embargo ended at ${heldUntil}, and the article has not been released yet: ` +
      'it will be once the enricher looks for ended embargoes again. See that it runs.',
    heldUntil,
  };
}

export function waitingFor(stage: 'enriched' | 'indexed', records: bigint): Answer {
  const recordsMax = Number(records);
  return {
    state: 'waiting',
    explanation: `It waits to be ${stage}; at most ${recordsMax} records are worked off before it.`,
    waiting: { stage, recordsMax },
  };
}

export function failed({ facts }: DeadLetter): Answer {
  return {
    state: 'dead-lettered',
    explanation: `It failed for good (${facts.reason}). Mend it and push it again, or have it sent back.`,
    deadLetter: shownFacts(facts),
  };
}

function shownFacts(facts: DeadLetterFacts): ReceiptView['deadLetter'] {
  const { topic, partition, offset, stage, reason, detail, attempts, failedAt } = facts;
  return { topic, partition, offset, stage, reason, detail, attempts, failedAt };
}
