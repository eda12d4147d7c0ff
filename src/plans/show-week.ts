import type { App } from '../app.ts';
import { ownerOf } from '../athletes/owner.ts';
import { zoneOf } from '../athletes/rules.ts';
import type { Athlete } from '../athletes/store.ts';
import type { Club } from '../clubs/store.ts';
import type { Objection } from '../habits/types.ts';
import { type LocalDate, localDate } from '../time/local.ts';
import { type Asker, planMeant, plansFor } from './rules.ts';
import { listPlans } from './store.ts';
import { type Plan, ROLE_GONE, WHOLE_CLUB } from './types.ts';

/** What holds training back: nothing, a red day, or an open warning sign (handbook, Never 2 and 4). */
export type Hold = 'none' | 'red' | 'flag';

/** A week as somebody may see it. */
export interface ShownWeek {
  readonly club: Club;
  /** Null: there is none for them. */
  readonly plan: Plan | null;
  /** Squads with another plan that they may read. */
  readonly others: readonly string[];
  /** Other plans whose squad's role was deleted, so that no command can name them any more. */
  readonly orphans: readonly Plan[];
  readonly hold: Hold;
  readonly isCoach: boolean;
  /** Names of the permissions that the bot lacks in the plan's channel. */
  readonly missing: readonly string[];
  /** The squad's role was deleted. */
  readonly isSquadGone: boolean;
  /** By the club's days, as the posts are. */
  readonly today: LocalDate;
}

/** Who looks at a week; `athlete` null: a coach who keeps no diary. */
export interface Viewer extends Asker {
  readonly athlete: Athlete | null;
}

/** The week of a squad, or of the viewer's own. */
export async function showWeek(
  { app, club, now }: { readonly app: App; readonly club: Club; readonly now: Date },
  viewer: Viewer,
  squad: string | null,
  objection: Objection,
): Promise<ShownWeek> {
  const plans = plansFor(await listPlans(app.database.db, club.id), viewer);
  const plan = planMeant(plans, squad, viewer) ?? null;
  const isGone = (shown: Plan) => shownSquad(app, shown) === ROLE_GONE;
  const others = plans.filter((other) => other !== plan);
  return {
    ...{ club, plan, isCoach: viewer.isCoach },
    others: others.filter((other) => !isGone(other)).map((other) => other.squad),
    orphans: others.filter(isGone),
    hold: viewer.athlete === null ? 'none' : await holdOf(viewer.athlete, club, now, objection),
    missing: plan === null ? [] : app.missingPermissions(club.id, plan.channelId),
    isSquadGone: plan !== null && isGone(plan),
    today: localDate(now, club.zone),
  };
}

/** The squad of a plan as it is shown: nobody can read a role that was deleted. */
export function shownSquad(app: App, { clubId, squad }: Pick<Plan, 'clubId' | 'squad'>): string {
  return squad === WHOLE_CLUB || app.hasRole(clubId, squad) ? squad : ROLE_GONE;
}

/** What holds an athlete back today, by the club's day and by their own. */
export async function holdOf(athlete: Athlete, club: Club, now: Date, objection: Objection): Promise<Hold> {
  const owner = ownerOf(athlete);
  const days = [...new Set([club.zone, zoneOf(athlete, club)])].map((zone) => localDate(now, zone));
  if (typeof (await objection(owner, 'core', days)) !== 'object') return 'none';
  // Without days there is only one thing left to object: a warning sign that is open.
  return typeof (await objection(owner, 'core', [])) === 'object' ? 'flag' : 'red';
}
