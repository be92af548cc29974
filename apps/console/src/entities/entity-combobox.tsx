import { useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import type { EntityFound } from '../api/answers.ts';
import { shellTexts } from '../shell/shell-texts.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { correctionsTexts } from './corrections-texts.ts';
import { entitiesTexts } from './entities-texts.ts';
import { EntityMark } from './entity-mark.tsx';
import { useFoundEntities } from './use-entities.ts';

interface Props {
  readonly label: string;
  /** Never offered: the one it is chosen for. */
  readonly except: string;
  readonly isInvalid: boolean;
  readonly onChoose: (entity: EntityFound | undefined) => void;
}

/** An entity chosen by the beginning of its name, as one types. */
export function EntityCombobox({ label, except, isInvalid, onChoose }: Props) {
  const texts = useTexts(correctionsTexts);
  const { loading } = useTexts(shellTexts);
  const [typed, setTyped] = useState('');
  const found = useFoundEntities({ q: typed, type: undefined });
  const items =
    typed.trim() === '' ? [] : (found.data?.data ?? []).filter(({ id }) => id !== except);
  return (
    <ComboBox
      className="combobox"
      items={items}
      inputValue={typed}
      onInputChange={setTyped}
      onChange={(key) => onChoose(items.find(({ id }) => id === key))}
      defaultFilter={() => true}
      // What is typed fast has no suggestions yet; the list is there for them.
      allowsEmptyCollection
      menuTrigger="input"
      isInvalid={isInvalid}
    >
      <Label className="label">{label}</Label>
      <Input className="field" autoComplete="off" spellCheck={false} />
      <Text slot="description" className="quiet">
        {texts.otherHint}
      </Text>
      <Popover className="combobox-popover">
        <ListBox<EntityFound>
          className="combobox-list"
          renderEmptyState={() => (
            <p className="quiet combobox-none">
              {typed.trim() === '' ? texts.otherHint : found.isPending ? loading : texts.otherNone}
            </p>
          )}
        >
          {(entity) => <Option entity={entity} />}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function Option({ entity }: { entity: EntityFound }) {
  const texts = useTexts(entitiesTexts);
  const format = useFormat();
  const { id, name, type, articles } = entity;
  return (
    <ListBoxItem className="combobox-option" id={id} textValue={name}>
      <EntityMark type={type} />
      <Text slot="label">{name}</Text>
      <Text slot="description" className="quiet">
        {texts.articles(format.number(articles))}
      </Text>
    </ListBoxItem>
  );
}
