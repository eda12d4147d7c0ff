import { Avatar } from './avatar.tsx';
import { useSandbox } from './context.ts';
import { AppTag } from './message/app-tag.tsx';

/** Right of the messages: who is in the club. */
export function MemberList() {
  const { view } = useSandbox();
  return (
    <aside class="members" aria-label="Members">
      <h2>App – 1</h2>
      <div class={view.bot.online ? 'member' : 'member away'}>
        <Avatar id={view.bot.userId} name={view.bot.name} size={32} online={view.bot.online} />
        <span class="option-words">
          <span class="option-label">
            {view.bot.name} <AppTag />
          </span>
          <span class="option-description">{view.bot.online ? 'online' : 'offline'}</span>
        </span>
      </div>
      <h2>Members – {view.personas.length}</h2>
      <ul>
        {view.personas.map((persona) => (
          <li key={persona.userId} class="member">
            <Avatar id={persona.userId} name={persona.name} size={32} />
            <span class="option-words">
              <span class="option-label">
                {persona.name}
                {persona.userId === view.me.userId ? ' (you)' : ''}
              </span>
              <span class="option-description">{persona.note}</span>
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
