/** Saving what was typed, and the answer to it. */
import type { AthleteContext } from '../../src/app.ts';
import { zoneOf } from '../../src/athletes/rules.ts';
import type { Invocation } from '../../src/discord/drafts.ts';
import type { Panel } from '../../src/discord/panel.ts';
import type { Responder } from '../../src/discord/responder.ts';
import { absenceText } from '../../src/insights/ledger-messages.ts';
import { absenceNotice } from '../../src/insights/notice-absence.ts';
import { streakLine } from '../../src/progress/messages.ts';
import { type Standing, standingOf } from '../../src/progress/standing.ts';
import { sessionPanel } from '../../src/sessions/answer-messages.ts';
import type { LoggedSession, Silence } from '../../src/sessions/describe-session.ts';
import { lastSession, logSession } from '../../src/sessions/log-session.ts';
import { typeQuestion, withoutDraft } from '../../src/sessions/messages.ts';
import { asksForLast, readSession } from '../../src/sessions/read-session.ts';
import { localDate } from '../../src/time/local.ts';

/** Pain stands above sessions: it holds training words back while a warning sign is open, and on a red day. */
export function silenceOf(standing: Standing): Silence {
  return async (day) => typeof (await standing.restraint('core', day)) === 'object';
}

/** Saves what was typed, asks for the type alone if only that is missing, and shows the result. */
export async function save(
  context: AthleteContext,
  respond: Responder,
  once: string,
  invocation: Invocation,
  how: { readonly redraw?: boolean; readonly draftIsLost?: boolean } = {},
): Promise<void> {
  const { app, athlete, club, now } = context;
  const told = (panel: Panel) => (how.draftIsLost ? withoutDraft(panel) : panel);
  const last = asksForLast(invocation.options) ? await lastSession(app, athlete) : null;
  const { type, ...entry } = readSession(invocation.options, localDate(now, zoneOf(athlete, club)), last);
  if (type === null) {
    const draft = app.drafts.keep(athlete.userId, invocation);
    return await respond.answer(told(typeQuestion(draft, invocation)));
  }
  const standing = standingOf(context);
  const logged = await logSession(context, once, { ...entry, type }, silenceOf(standing));
  const panel = told(await answerPanel(context, logged, standing));
  await (how.redraw ? respond.redraw(panel) : respond.answer(panel));
  // Once a week is often enough to look for what is no longer there.
  const absence = logged.inWeek === 1 ? await absenceNotice(context) : null;
  if (absence !== null) await respond.answer({ content: absenceText(absence) });
}

/** The answer to a log. Beside an open warning sign no stretch reminder is promised: it is held back (handbook §2). */
export async function answerPanel(
  context: AthleteContext,
  logged: LoggedSession,
  standing: Standing,
): Promise<Panel> {
  const streaks = await standing.streaks();
  if (streaks !== null) return sessionPanel(logged, context, streakLine(streaks));
  const restraint = await standing.restraint('stretch', logged.session.localDate);
  const told = typeof restraint === 'object' ? { ...logged, stretchAt: null } : logged;
  return sessionPanel(told, context, null);
}
