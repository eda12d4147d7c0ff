import type { APISelectMenuComponent } from 'discord-api-types/v10';
import { ComponentType } from 'discord-api-types/v10';
import { useEffect, useState } from 'preact/hooks';
import { useSandbox } from '../context.ts';
import { defaultValues, selectOptions } from './choices.tsx';
import { useComponentState } from './pending.ts';
import { SelectBox } from './select-box.tsx';

interface SelectProps {
  readonly messageId: string;
  readonly select: APISelectMenuComponent;
}

/** A select of a message: what is chosen goes to the bot when the list closes. */
export function MessageSelect({ messageId, select }: SelectProps) {
  const { view, act } = useSandbox();
  const defaults = defaultValues(select);
  const [values, setValues] = useState<readonly string[]>(defaults);
  const waiting = useComponentState(messageId, select.custom_id) === 'waiting';
  const key = defaults.join();

  // The bot edited the message: its defaults win over what was chosen before.
  useEffect(() => setValues(key === '' ? [] : key.split(',')), [key]);

  const choose = (chosen: readonly string[]) => {
    setValues(chosen);
    void act({ do: 'choose', messageId, customId: select.custom_id, values: chosen });
  };
  const placeholder = select.placeholder ?? 'Make a selection';
  return (
    <SelectBox
      label={placeholder}
      placeholder={placeholder}
      options={selectOptions(view, select)}
      values={values}
      min={select.min_values ?? 1}
      max={select.max_values ?? 1}
      commit="close"
      search={select.type !== ComponentType.StringSelect}
      disabled={(select.disabled ?? false) || waiting}
      busy={waiting}
      onChange={choose}
    />
  );
}
