import { useEffect } from 'preact/hooks';
import type { Act, ActResult, ChannelView } from '../../protocol.ts';

/** Tells the sandbox that the open channel has been read, whenever something new stands in it. */
export function useReading(channel: ChannelView | undefined, act: (act: Act) => Promise<ActResult>): void {
  const id = channel?.id;
  const unread = channel?.unread ?? 0;
  useEffect(() => {
    if (id !== undefined && unread > 0) void act({ do: 'read', channelId: id });
  }, [id, unread]);
}
