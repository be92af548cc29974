import { useEffect, useId } from 'react';
import { usePreferences } from '../session/preferences.ts';
import { ShortcutKeys } from './shortcut-keys.ts';

/** Something that a key, or two keys one after the other (`g s`), does. */
export interface Shortcut {
  readonly keys: string;
  /** For the help: what it does, in the language of the person. */
  readonly does: string;
  readonly run: () => void;
  /** Shown by the help under "Everywhere" rather than "On this page". */
  readonly isGlobal?: boolean;
}

const registered = new Map<string, readonly Shortcut[]>();

/** What counts just now, page by page: those of the page shown, and the global ones. */
export function currentShortcuts(): Shortcut[] {
  return [...registered.values()].flat();
}

/** These count while the component is shown. They may differ from one rendering to the next. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const id = useId();
  useEffect(() => {
    registered.set(id, shortcuts);
  });
  useEffect(() => () => void registered.delete(id), [id]);
}

/** Listens for all of them; used once, by the shell. */
export function useShortcutKeys(): void {
  const { shortcuts: isOn } = usePreferences();
  useEffect(() => {
    if (!isOn) return undefined;
    const keys = new ShortcutKeys();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || belongsToControl(event.target)) return;
      const all = currentShortcuts();
      const pressed = keys.press(
        event,
        all.map((one) => one.keys),
        event.timeStamp,
      );
      const shortcut = all.findLast((one) => one.keys === pressed);
      if (shortcut === undefined) return;
      event.preventDefault();
      shortcut.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOn]);
}

/** Keys in fields, menus and dialogs are theirs. */
function belongsToControl(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest(
      'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]',
    ) !== null
  );
}
