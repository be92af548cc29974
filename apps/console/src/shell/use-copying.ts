import { useEffect, useState } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { announce } from './announcer.ts';
import { shellTexts } from './shell-texts.ts';

/** Long enough to be read. */
const TOLD_MS = 4_000;

/**
 * Copies a text. Browsers know a clipboard on https and on the own machine only.
 * @returns what came of it, for as long as it takes to read it; those who listen are told, too.
 */
export function useCopying(): { told: string | undefined; copy: (text: string) => void } {
  const texts = useTexts(shellTexts);
  const [told, setTold] = useState<string>();
  useEffect(() => {
    if (told === undefined) return undefined;
    const timer = setTimeout(() => setTold(undefined), TOLD_MS);
    return () => clearTimeout(timer);
  }, [told]);
  const tell = (says: string) => {
    setTold(says);
    announce(says);
  };
  const copy = (text: string) => {
    // Where there is none, the browser has no such object at all.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (clipboard === undefined) return tell(texts.notCopied);
    clipboard.writeText(text).then(
      () => tell(texts.copied),
      () => tell(texts.notCopied),
    );
  };
  return { told, copy };
}
