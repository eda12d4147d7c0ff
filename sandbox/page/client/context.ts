import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Act, ActResult, View } from '../../protocol.ts';

/** What every part of the page may read and do. */
export interface Sandbox {
  readonly view: View;
  /** Sends an act; an error comes back in the result and, unless `quiet`, is shown as a toast too. */
  readonly act: (act: Act, quiet?: boolean) => Promise<ActResult>;
  /** Opens another channel. */
  readonly go: (channelId: string) => void;
  /** Starts a command in the command box, as if its name had been typed. */
  readonly start: (line: string) => void;
  /** Shows a picture over the page. */
  readonly enlarge: (picture: Picture) => void;
  /** Real milliseconds to add to the machine's clock for sandbox time. */
  readonly now: () => number;
}

export interface Picture {
  readonly url: string;
  readonly alt: string;
}

export const SandboxContext = createContext<Sandbox | null>(null);

/** The sandbox around this component; throws outside of it. */
export function useSandbox(): Sandbox {
  const sandbox = useContext(SandboxContext);
  if (sandbox === null) throw new Error('No sandbox around this component');
  return sandbox;
}
