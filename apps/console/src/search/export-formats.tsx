import type { RefObject } from 'react';
import { I18nProvider, Menu, MenuItem, Popover } from 'react-aria-components';
import { usePreferences } from '../session/preferences.ts';
import { useTexts } from '../texts/use-texts.ts';
import { searchTexts } from './search-texts.ts';

/** What hits can be had as. */
export type ExportFormat = 'csv' | 'ndjson' | 'rss' | 'atom' | 'jsonfeed';

interface Props {
  readonly formats: readonly ExportFormat[];
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly onChoose: (format: ExportFormat) => void;
  readonly onClose: () => void;
}

/** The menu under the export button. */
export function ExportFormats({ formats, trigger, onChoose, onClose }: Props) {
  const texts = useTexts(searchTexts);
  const { language } = usePreferences();
  return (
    <I18nProvider locale={language}>
      <Popover
        className="popover"
        aria-label={texts.export}
        placement="bottom end"
        triggerRef={trigger}
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
      >
        <Menu
          className="menu"
          aria-label={texts.export}
          autoFocus="first"
          onClose={onClose}
          onAction={(chosen) => {
            const format = formats.find((one) => one === chosen);
            if (format !== undefined) onChoose(format);
          }}
        >
          {formats.map((format) => (
            <MenuItem key={format} id={format} className="menu-item">
              {texts.exports[format]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </I18nProvider>
  );
}
