/** A plan's week, posts and questions in all their words. */
import type { Club } from '../../src/clubs/store.ts';
import { overwritePanel, planSavedPanel, stoppedPanel, stopQuestion } from '../../src/plans/messages.ts';
import { nudgeMessage, postMessage } from '../../src/plans/post-messages.ts';
import type { ShownWeek } from '../../src/plans/show-week.ts';
import { weekOf } from '../../src/plans/template-rules.ts';
import { type Plan, WHOLE_CLUB } from '../../src/plans/types.ts';
import { weekPanel } from '../../src/plans/week-messages.ts';
import { NOW } from './people.ts';
import { onceEach, type ReadText, textsOfPanel } from './plain.ts';

const CLUB: Club = {
  ...{ id: 'c', zone: 'Europe/Berlin', quietFrom: '21:00', quietTo: '07:00', policyReadAt: NOW },
  ...{ coachRoleId: '1', summaryChannelId: '2', reminderChannelId: '3', summaryTime: '07:30' },
  ...{ coreDays: 'mon', coreTime: '18:00', stretchAfterMinutes: 30, retentionMonths: 12 },
  ...{ amberAt: 3, redAt: 6 },
};

const PLAN: Plan = {
  ...{ id: 'p', clubId: 'c', squad: '1', channelId: '2', time: '07:00', trainingTime: '18:00' },
  ...{ callsSquad: true, days: weekOf('charlie-francis') },
};

const NOTES = [
  'nobody-called',
  'coaches-channel',
  'no-nudge',
  'post-changes',
  'post-stays',
  'no-post-today',
] as const;

/** `/plan` and what it posts (handbook §6). */
export function planTexts(): ReadText[] {
  const seen = {
    club: CLUB,
    plan: PLAN,
    others: ['3'],
    orphans: [PLAN, PLAN],
    missing: ['Send Messages'],
    isSquadGone: true,
    today: '2026-05-05',
  };
  const weeks = (['none', 'red', 'flag'] as const).flatMap((hold) =>
    [true, false].flatMap((isCoach): ShownWeek[] => [
      { ...seen, hold, isCoach },
      { ...seen, hold, isCoach, plan: null },
      { ...seen, hold, isCoach, plan: null, others: [], orphans: [] },
    ]),
  );
  const change = { plan: PLAN, isNew: true, next: NOW, notes: NOTES };
  const [week] = weeks;
  const posts = PLAN.days.flatMap((day) =>
    [day, { ...day, work: null, note: null }].flatMap((planned) => [
      postMessage(PLAN, planned, '2026-05-05', 'd').content ?? '',
      nudgeMessage(PLAN, planned, 'd').content ?? '',
    ]),
  );
  const typed = { command: 'plan', subcommand: 'start', options: { template: 'empty' } };
  return onceEach([
    ...weeks.flatMap((shown) => textsOfPanel('weekPanel of a plan', weekPanel(shown))),
    ...(week ? textsOfPanel('planSavedPanel', planSavedPanel(change, week)) : []),
    ...textsOfPanel('overwritePanel', overwritePanel(PLAN, 'd', typed)),
    ...textsOfPanel('stopQuestion', stopQuestion({ ...PLAN, squad: WHOLE_CLUB })),
    ...[null, '1'].flatMap((squad) => textsOfPanel('stoppedPanel', stoppedPanel(squad))),
    ...posts.map((text) => ({ name: 'plan post', text, most: 8 }) as const),
  ]);
}
