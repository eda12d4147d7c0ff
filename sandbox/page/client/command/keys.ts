/** What a key means in the command box, apart from what is then done about it. */

export type Intent = 'down' | 'up' | 'pick' | 'run' | 'onward' | 'erase' | 'close' | 'leave';

interface Situation {
  /** Text of the field that has the caret. */
  readonly text: string;
  /** Whether entries are listed, and whether one of them is highlighted. */
  readonly listed: boolean;
  readonly highlighted: boolean;
  /** Whether the list was closed with Escape. */
  readonly closed: boolean;
  /** Whether the caret stands behind the last option. */
  readonly atEnd: boolean;
}

/** The meaning of a key; null leaves it to the browser. */
export function intentOf(event: KeyboardEvent, at: Situation): Intent | null {
  if (event.isComposing) return null;
  switch (event.key) {
    case 'ArrowDown':
      return at.listed ? 'down' : null;
    case 'ArrowUp':
      return at.listed ? 'up' : null;
    case 'Enter':
      return at.highlighted ? 'pick' : 'run';
    case 'Tab':
      if (event.shiftKey) return null;
      if (at.highlighted) return 'pick';
      return at.atEnd ? null : 'onward';
    case 'Backspace':
      return at.text === '' ? 'erase' : null;
    case 'Escape':
      return at.closed ? 'leave' : 'close';
    default:
      return null;
  }
}
