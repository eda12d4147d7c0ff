/** What to do now, by a light (handbook §1). */
import type { Athlete } from '../athletes/store.ts';
import type { Session } from '../sessions/store.ts';
import type { MorningAdvice } from './course-rules.ts';
import type { PainAnswer } from './report-pain.ts';
import type { Light } from './rules.ts';
import { personOf } from './screen.ts';
import { endText } from './screen-text.ts';
import type { PainReport } from './store.ts';
import { SIGN_LIGHTS } from './types.ts';

/** The steps, one a line. */
export function doNow(answer: PainAnswer, light: Exclude<Light, 'ask'>, athlete: Athlete): string {
  const lines = actionLines(answer, light, athlete);
  // Beside an open sign nothing is said of training, halves included (handbook, Never 2).
  if (SIGN_LIGHTS.includes(light)) return lines.join('\n');
  lines.push(...answer.morning.map(morningText));
  if (answer.seePhysio) lines.push('Your weekly pain has gone up twice running: see a physio.');
  return lines.join('\n');
}

function actionLines(
  { report, session, redToday }: PainAnswer,
  light: Exclude<Light, 'ask'>,
  athlete: Athlete,
): string[] {
  const person = personOf(athlete);
  if (redToday && (light === 'amber' || light === 'green'))
    return ['You had a red today: still no more running today, whatever this one says. Walk, and rest.'];
  switch (light) {
    case 'emergency':
      return [endText('emergency', person)];
    case 'urgent':
      return [endText('urgent', person)];
    case 'red-see-clinician':
      return [endText('soon', person)];
    case 'red':
      return [
        `${report.phase === 'next-morning' ? 'No' : 'End the'} running today. Walk. Easy mobility only if it does not hurt.`,
        report.visibility === 'only-me'
          ? 'Your coach sees nothing of this: tell them yourself.'
          : 'Tell your coach now; the colour is in the summary too.',
      ];
    case 'amber':
      return amberLines(report, session);
    case 'green':
      return ['Carry on, and say at once if it grows. Green does not mean safe.'];
  }
}

function amberLines({ phase, start }: PainReport, session: Session | null): string[] {
  if (phase === 'after' || phase === 'next-morning') {
    return ['No more running until it has settled. Do only half of your next session, or swap it.'];
  }
  if (phase === 'before') return ['Do only half of the session, or swap it. Rate again after the warm-up.'];
  const half = 'Do only half of what is left, or swap it. Rate again after the next rep or set.';
  const walk = `Finish the rep, walk 5 minutes, rate again. Not within 1 point of ${start ?? 'the start'}? End the running.`;
  const swap = 'Bike or pool tempo is fine if it does not hurt.';
  // Who asks between two reps has logged nothing yet: both are said.
  if (session === null) return [`**In tempo:** ${walk} ${swap}`, `**In anything else:** ${half}`];
  return session.type === 'tempo' ? [walk, `${swap} Tempo is recovery work: little is lost.`] : [half];
}

function morningText(advice: MorningAdvice): string {
  return advice.advice === 'no-running-next-session'
    ? `Morning pain ${advice.now} is above ${advice.above}: no running in your next session.`
    : `Morning pain is up ${advice.by} on ${advice.start}: halve your next tempo volume.`;
}
