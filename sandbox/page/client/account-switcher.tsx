import { useEffect, useRef, useState } from 'preact/hooks';
import { Avatar } from './avatar.tsx';
import { useSandbox } from './context.ts';
import { CheckIcon, UpDownIcon } from './icons.tsx';

interface SwitcherProps {
  readonly onSwitch: (userId: string) => void;
  /** panel: name and note, at the foot of the channel list; round: the avatar alone, in a phone's header. */
  readonly look: 'panel' | 'round';
}

/** Says who one is, and lets one be somebody else. */
export function AccountSwitcher({ onSwitch, look }: SwitcherProps) {
  const { view } = useSandbox();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
    const outside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  const close = () => {
    setOpen(false);
    trigger.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitemradio]') ?? [])];
    const focused = document.activeElement;
    const at = focused instanceof HTMLElement ? items.indexOf(focused) : -1;
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items.at(at - 1)?.focus();
    else return;
    event.preventDefault();
  };

  return (
    <div class={`switcher ${look}`} ref={root}>
      {open ? (
        <div class="switcher-menu" role="menu" tabIndex={-1} aria-label="Accounts" onKeyDown={onKeyDown}>
          <p class="switcher-about">
            <strong>Be somebody else</strong>
            <span>All of them are made up.</span>
          </p>
          {view.personas
            .filter((persona) => persona.switchable)
            .map((persona) => (
              <button
                key={persona.userId}
                type="button"
                class="switcher-item"
                role="menuitemradio"
                aria-checked={persona.userId === view.me.userId}
                onClick={() => {
                  close();
                  onSwitch(persona.userId);
                }}
              >
                <Avatar id={persona.userId} name={persona.name} size={32} />
                <span class="option-words">
                  <span class="option-label">{persona.name}</span>
                  <span class="option-description">{persona.note}</span>
                </span>
                {persona.userId === view.me.userId ? <CheckIcon size={18} /> : null}
              </button>
            ))}
        </div>
      ) : null}
      <button
        type="button"
        class="switcher-button"
        ref={trigger}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={`You are ${view.me.name}, ${view.me.note}. Switch account`}
        onClick={() => setOpen(!open)}
      >
        <Avatar id={view.me.userId} name={view.me.name} size={32} online />
        {look === 'panel' ? (
          <>
            <span class="option-words">
              <span class="option-label">{view.me.name}</span>
              <span class="option-description">{view.me.note}</span>
            </span>
            <UpDownIcon size={18} />
          </>
        ) : null}
      </button>
    </div>
  );
}
