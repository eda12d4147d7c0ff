/** The page's address keeps the account and the channel, so that a reload or a second tab finds them again. */

export interface Address {
  readonly userId: string | null;
  readonly channelId: string | null;
}

export function readAddress(): Address {
  const search = new URLSearchParams(location.search);
  return { userId: search.get('as'), channelId: search.get('in') };
}

export function writeAddress({ userId, channelId }: Address): void {
  const search = new URLSearchParams();
  if (userId !== null) search.set('as', userId);
  if (channelId !== null) search.set('in', channelId);
  history.replaceState(null, '', `?${search}`);
}
