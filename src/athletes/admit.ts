/** Who may go on: a club that is on, a member who has joined, a coach, an administrator. */
import type { App, Contexts } from '../app.ts';
import { setupGaps } from '../clubs/rules.ts';
import { type Club, findClub } from '../clubs/store.ts';
import type { Caller } from '../discord/command.ts';
import type { Invocation } from '../discord/drafts.ts';
import type { Responder } from '../discord/responder.ts';
import { UserError } from '../faults.ts';
import { noticeDirect, noticeDirectLater } from './direct-notice.ts';
import { joinFirstPanel, joinForm } from './messages.ts';
import { findMembership } from './store.ts';

type Admit = <Need extends keyof Contexts>(
  need: Need,
  caller: Caller,
  respond: Responder,
  resume: Invocation | null,
) => Promise<Contexts[Need] | null>;

/**
 * Gives what a handler needs. Somebody who has not joined is shown the join form, with what was typed kept for
 * afterwards, and the answer is null. Anything else that is lacking throws a UserError.
 * Whoever's direct messages are closed is told so beside the answer.
 */
export function createAdmission(app: App): Admit {
  const admissions: { [Need in keyof Contexts]: (...asked: Asked) => Promise<Contexts[Need] | null> } = {
    nobody: async () => ({ app, now: app.clock.now() }),
    administrator: async (caller) => {
      const clubId = serverOf(caller);
      if (!caller.isAdministrator) throw new UserError({ code: 'administrators-only' });
      return { app, now: app.clock.now(), clubId, club: await findClub(app.database.db, clubId) };
    },
    club: async (caller) => ({ app, now: app.clock.now(), club: await openClub(app, caller) }),
    coach: async (caller) => {
      const club = await openClub(app, caller);
      if (!isCoach(club, caller)) throw new UserError({ code: 'coaches-only' });
      return { app, now: app.clock.now(), club };
    },
    athlete: async (caller, respond, resume) => {
      const member = await findMembership(app.database.db, serverOf(caller), caller.userId);
      if (member !== null)
        return { app, now: app.clock.now(), ...(await noticeDirect(app, open(member), respond)) };
      await openClub(app, caller);
      await askToJoin(app, caller, respond, resume);
      return null;
    },
    member: async (caller, respond, resume) => {
      const { userId } = caller;
      const found = await findMembership(app.database.db, serverOf(caller), userId);
      const member = found && (await noticeDirect(app, open(found), respond));
      const club = member?.club ?? (await openClub(app, caller));
      const coaches = isCoach(club, caller);
      if (member !== null || coaches) {
        const athlete = member?.athlete ?? null;
        return { app, now: app.clock.now(), club, athlete, isCoach: coaches, userId };
      }
      await askToJoin(app, caller, respond, resume);
      return null;
    },
  };
  return (need, ...asked) => {
    const [caller, respond, resume] = asked;
    if (resume !== null && need !== 'athlete' && need !== 'member') noticeDirectLater(app, caller, respond);
    return admissions[need](...asked);
  };
}

/** Shows the join form to somebody who has not joined; what was typed goes on afterwards. */
export async function askToJoin(
  app: App,
  caller: Caller,
  respond: Responder,
  resume: Invocation | null,
): Promise<void> {
  const draft = resume === null ? '' : app.drafts.keep(caller.userId, resume);
  if (respond.canShowForm) await respond.showForm(joinForm({ draft, answered: null }));
  else await respond.answer(joinFirstPanel(draft, resume));
}

/** Whether the caller holds the club's coach role. */
export function isCoach(club: Club | null, caller: Caller): boolean {
  return typeof club?.coachRoleId === 'string' && caller.roleIds.includes(club.coachRoleId);
}

type Asked = [caller: Caller, respond: Responder, resume: Invocation | null];

function serverOf(caller: Caller): string {
  if (caller.clubId === null) throw new UserError({ code: 'server-only' });
  return caller.clubId;
}

async function openClub(app: App, caller: Caller): Promise<Club> {
  return open({ club: await findClub(app.database.db, serverOf(caller)) }).club;
}

/** Refuses a club that is not switched on. */
function open<T extends { readonly club: Club | null }>(found: T): T & { readonly club: Club } {
  const { club } = found;
  if (club === null || setupGaps(club).length > 0) throw new UserError({ code: 'club-not-set-up' });
  return { ...found, club };
}
