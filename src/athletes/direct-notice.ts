// Closed direct messages, noticed by the person they are closed for: beside an answer, once.
import type { App } from '../app.ts';
import type { Club } from '../clubs/store.ts';
import { noteClosedTold, reopenDirect } from '../deliveries/direct-store.ts';
import type { Caller } from '../discord/command.ts';
import type { Panel } from '../discord/panel.ts';
import type { Responder } from '../discord/responder.ts';
import { directClosedPanel } from './messages.ts';
import { type Athlete, findMembership } from './store.ts';

/** Discord's code for "no server in common": the person left every club that the bot is in. */
const NO_COMMON_SERVER = '50278';

interface Member {
  readonly athlete: Athlete;
  readonly club: Club;
}

/**
 * What an answer to this athlete depends on in their direct messages, by the row that was read anyway: whoever had left
 * every server is here again, so they are tried again; whoever closed them is told once, beside the answer (platform:
 * limits and errors).
 */
export async function noticeDirect<T extends Member>(app: App, member: T, respond: Responder): Promise<T> {
  const { athlete } = member;
  if (athlete.dmClosedCode === NO_COMMON_SERVER) {
    await reopenDirect(app.database.db, athlete.userId);
    return { ...member, athlete: { ...athlete, dmClosedAt: null, dmClosedCode: null, dmToldAt: null } };
  }
  if (isUntold(athlete)) respond.beside(() => tell(app, member));
  return member;
}

/** The same for a command that reads no athlete: looked up when its answer is out, so that it is no slower. */
export function noticeDirectLater(app: App, { clubId, userId }: Caller, respond: Responder): void {
  if (clubId === null) return;
  respond.beside(async () => {
    const member = await findMembership(app.database.db, clubId, userId);
    if (member?.athlete.dmClosedCode === NO_COMMON_SERVER) await reopenDirect(app.database.db, userId);
    else if (member !== null && isUntold(member.athlete)) return await tell(app, member);
    return null;
  });
}

function isUntold({ wantsDirect, dmClosedAt, dmToldAt }: Athlete): boolean {
  return wantsDirect && dmClosedAt !== null && dmToldAt === null;
}

async function tell(app: App, { athlete, club }: Member): Promise<Panel | null> {
  if (!(await noteClosedTold(app.database.db, athlete.userId, app.clock.now()))) return null;
  const { reminderChannelId: channelId } = club;
  const isOpen = channelId !== null && app.missingPermissions(club.id, channelId).length === 0;
  return directClosedPanel(isOpen ? channelId : null);
}
