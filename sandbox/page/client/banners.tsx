import { useSandbox } from './context.ts';
import { Dots } from './dots.tsx';
import { InfoIcon, WarningIcon } from './icons.tsx';
import type { LineState } from './live.ts';

/** What one has to know before reading on: the line is lost, the bot is offline, the data is made up. */
export function Banners({ line }: { readonly line: LineState }) {
  const { view } = useSandbox();
  return (
    <div class="banners" role="status">
      {line === 'lost' ? (
        <p class="banner lost">
          <Dots /> The sandbox does not answer. Trying again by itself…
        </p>
      ) : null}
      {view.bot.online ? null : (
        <p class="banner warning">
          <WarningIcon size={18} /> {view.bot.name} is offline: commands get no answer until it is back.
        </p>
      )}
      {view.notice === null ? null : (
        <p class="banner notice">
          <InfoIcon size={18} /> {view.notice}
        </p>
      )}
    </div>
  );
}
