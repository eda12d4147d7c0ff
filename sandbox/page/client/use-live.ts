import { useEffect, useRef, useState } from 'preact/hooks';
import type { Act, ActResult, View } from '../../protocol.ts';
import { connect, type LineState, type Live } from './live.ts';

interface LiveState {
  readonly view: View | null;
  readonly line: LineState;
  act(act: Act): Promise<ActResult>;
}

/** The present account's view, kept fresh. A new account's line is opened before the old view is dropped. */
export function useLive(userId: string | null): LiveState {
  const [view, setView] = useState<View | null>(null);
  const [line, setLine] = useState<LineState>('connecting');
  const live = useRef<Live | null>(null);

  useEffect(() => {
    const opened = connect(userId, { onView: setView, onState: setLine });
    live.current = opened;
    return () => opened.close();
  }, [userId]);

  const act = async (what: Act): Promise<ActResult> =>
    live.current === null
      ? { error: 'The page is not connected to the sandbox yet.', choices: null }
      : live.current.act(what);
  return { view, line, act };
}
