import { useSandbox } from './context.ts';

const COLORS = 7;

/** A stable number out of a name, to pick the disc's colour by. */
function hash(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 33 + character.charCodeAt(0)) % 9973;
  return sum % COLORS;
}

export function initials(name: string): string {
  const words = name.split(/[\s_-]+/).filter((word) => word !== '');
  const letters = words.slice(0, 2).map((word) => (/^\d{1,2}$/.test(word) ? word : ([...word][0] ?? '')));
  return letters.join('').toUpperCase() || '?';
}

interface AvatarProps {
  readonly id: string;
  readonly name: string;
  readonly size?: number;
  /** Draws a status dot; its meaning stands in words beside it. */
  readonly online?: boolean;
}

/** A disc with initials; the bot's shows the lanes of a straight. */
export function Avatar({ id, name, size = 40, online }: AvatarProps) {
  const { view } = useSandbox();
  const isBot = id === view.bot.userId;
  return (
    <span class="avatar" style={{ width: `${size}px`, height: `${size}px` }} aria-hidden="true">
      <span
        class={`disc ${isBot ? 'disc-bot' : `disc-${hash(name)}`}`}
        style={{ fontSize: `${size * 0.4}px` }}
      >
        {isBot ? <Lanes /> : initials(name)}
      </span>
      {online === undefined ? null : <span class={online ? 'status on' : 'status off'} />}
    </span>
  );
}

function Lanes() {
  return (
    <svg viewBox="0 0 32 32" width="100%" height="100%" aria-hidden="true">
      <path d="M9 32 13.5 0M16 32V0M23 32 18.5 0" stroke="#fff" stroke-width="1.8" opacity=".92" />
    </svg>
  );
}
