import type { ChannelView } from '../../../protocol.ts';
import { useSandbox } from '../context.ts';
import { HashIcon, MessageIcon } from '../icons.tsx';

const SUGGESTED = ['help', 'setup', 'join', 'log', 'pain', 'remind add'];

function fullNames(commands: ReturnType<typeof useSandbox>['view']['commands']): Set<string> {
  const names = commands.flatMap((command) => [
    command.name,
    ...(command.options ?? []).map((option) => `${command.name} ${option.name}`),
  ]);
  return new Set(names);
}

/** The top of a channel: what this place is, and which commands are a good start. */
export function Welcome({ channel }: { readonly channel: ChannelView }) {
  const { view, start } = useSandbox();
  const known = fullNames(view.commands);
  const offered = channel.canWrite ? SUGGESTED.filter((name) => known.has(name)) : [];
  const direct = channel.kind === 'direct';
  return (
    <header class="welcome">
      <span class="welcome-badge">{direct ? <MessageIcon size={36} /> : <HashIcon size={40} />}</span>
      <h2>{direct ? channel.name : `Welcome to #${channel.name}!`}</h2>
      <p>
        {direct
          ? `This is the beginning of your direct messages with ${channel.name}.`
          : `This is the start of #${channel.name} in ${view.guild.name}.`}{' '}
        This is a sandbox on your machine, a stand-in for Discord: nothing leaves it, and everybody in it is
        made up. You are <strong>{view.me.name}</strong>; the button with your picture makes you somebody
        else, and the buttons beside the clock move time on.
      </p>
      {offered.length === 0 ? null : (
        <div class="suggested">
          <span>Try</span>
          {offered.map((name) => (
            <button key={name} type="button" class="suggestion" onClick={() => start(`/${name} `)}>
              /{name}
            </button>
          ))}
          <span>
            or type <kbd>/</kbd> for all commands.
          </span>
        </div>
      )}
    </header>
  );
}
