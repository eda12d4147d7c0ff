/** The light in words: what it says, why, what to do now, what changes it (handbook §1). */
import type { APIEmbed } from 'discord-api-types/v10';
import type { Athlete } from '../athletes/store.ts';
import { customId } from '../discord/custom-ids.ts';
import { button, COLOURS, row } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { metresLabel } from '../sessions/messages.ts';
import type { Session } from '../sessions/store.ts';
import { areaLabel } from './areas.ts';
import type { MorningAdvice } from './course-rules.ts';
import type { PainAnswer } from './report-pain.ts';
import type { Light, Reason } from './rules.ts';
import { personOf } from './screen.ts';
import { endText } from './screen-text.ts';
import type { PainReport } from './store.ts';
import { SIGN_LIGHTS } from './types.ts';

/** Handbook §9; on every light. */
export const DISCLAIMER =
  'Training diary, not medical advice; it cannot diagnose. The light is a fixed rule on the numbers you enter. If worried, stop and ask a professional; in an emergency call your local number. Nobody monitors this bot.';

const TITLES: Readonly<Record<Exclude<Light, 'ask'>, string>> = {
  emergency: '🔴 EMERGENCY: get help now',
  urgent: '🔴 STOP: see a doctor',
  'red-see-clinician': '🔴 RED: stop, and see a doctor or physio',
  red: '🔴 RED: stop running for today',
  amber: '🟠 AMBER: ease off',
  green: '🟢 GREEN: carry on',
};

const EMBED_COLOURS: Readonly<Record<Exclude<Light, 'ask'>, number>> = {
  emergency: COLOURS.red,
  urgent: COLOURS.red,
  'red-see-clinician': COLOURS.red,
  red: COLOURS.red,
  amber: COLOURS.amber,
  green: COLOURS.green,
};

/** A light with its rule, what to do now, and what changes it. */
export function lightPanel(answer: PainAnswer, athlete: Athlete): Panel {
  const { report, result } = answer;
  const light = result.light === 'ask' ? 'amber' : result.light;
  const embed: APIEmbed = {
    title: titleOf(answer, light),
    color: EMBED_COLOURS[light],
    description: `${headline(answer)}\n\n${doNow(answer, light, athlete)}`,
    fields: [
      {
        name: 'Why',
        value: `${sentence(result.reasons.map((reason) => reasonText(reason, sinceWhen(report))).join('; '))} Club rule ${result.rule} of 7: fixed, not medical evidence.`,
      },
      ...changes(light, answer),
    ],
    footer: { text: DISCLAIMER },
  };
  return { embeds: [embed], components: lightRows(report, light) };
}

/** A red ends the running of its day [D]: a milder report after it keeps its own colour, and says so. */
function titleOf({ redToday }: PainAnswer, light: Exclude<Light, 'ask'>): string {
  if (redToday && light === 'green') return '🟢 GREEN now, but today’s RED still holds';
  if (redToday && light === 'amber') return '🟠 AMBER now, but today’s RED still holds';
  return TITLES[light];
}

function headline({ report, onsetMetres }: PainAnswer): string {
  const parts = [`**${areaLabel(report.area)}**`];
  if (report.now !== null)
    parts.push(report.start === null ? `pain ${report.now}` : `pain ${report.start} → ${report.now}`);
  if (report.growing) parts.push('growing');
  if (report.kinds.length > 0) parts.push(report.kinds.map((kind) => kind.replaceAll('-', ' ')).join(', '));
  if (report.rep !== null)
    parts.push(`from rep ${report.rep}${onsetMetres === null ? '' : ` (${metresLabel(onsetMetres)})`}`);
  return parts.join(' · ');
}

function doNow(answer: PainAnswer, light: Exclude<Light, 'ask'>, athlete: Athlete): string {
  const lines = actionLines(answer, light, athlete);
  // Beside an open sign nothing is said of training, halves included (handbook, Never 2).
  if (isFlagged(light)) return lines.join('\n');
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

/** What a rise is measured from (handbook §1: the morning after, from before yesterday's session). */
function sinceWhen({ phase }: PainReport): string {
  return phase === 'next-morning' ? 'since before yesterday’s session' : 'since the start';
}

function reasonText(reason: Reason, since: string): string {
  switch (reason.clause) {
    case 'flag':
      return 'a warning sign is open';
    case 'missing':
      return `“${reason.what}” is not answered`;
    case 'at-red':
      return `pain ${reason.now} is at or above ${reason.redAt}`;
    case 'stride-changed':
      return 'your stride has changed';
    case 'kinds':
      return `the pain is ${reason.kinds.join(' and ')}`;
    case 'rise':
      return `pain ${reason.now} is at or above ${reason.amberAt}, and up ${reason.by} ${since}`;
    case 'fracture':
      return `pain ${reason.now} with a broken vertebra that is not cleared`;
    case 'minor':
      return `pain ${reason.now} is at or above ${reason.redAt}, the limit under 18`;
    case 'at-amber':
      return `pain ${reason.now} is at or above ${reason.amberAt}`;
    case 'small-rise':
      return `pain is up ${reason.by} ${since}`;
    case 'growing':
      return 'it is growing';
    case 'below-amber':
      return `pain ${reason.now} is below ${reason.amberAt}, and not up by 2`;
  }
}

function changes(
  light: Exclude<Light, 'ask'>,
  { amberAt, redToday }: PainAnswer,
): APIEmbed['fields'] & object {
  if (redToday && !isFlagged(light) && light !== 'red')
    return [{ name: 'What changes it', value: RED_HOLDS }];
  const texts: Readonly<Record<Exclude<Light, 'ask'>, string>> = {
    emergency:
      'Only a clinician. Until you say that one has reviewed it, I give no green and no training tips.',
    urgent: 'Only a clinician. Until you say that one has reviewed it, I give no green and no training tips.',
    'red-see-clinician':
      'Only a clinician. Until you say that one has reviewed it, I give no green and no training tips.',
    red: 'Rest, and a new report on another day. No coach can change a red.',
    amber: `Below ${amberAt}, not up by 2, and not growing: green. Up 2 or more and at ${amberAt} or above, or sharp: red.`,
    green: `If it grows, rises by 2, or reaches ${amberAt}, press Update.`,
  };
  return [{ name: 'What changes it', value: texts[light] }];
}

const RED_HOLDS =
  'Rest, and a new report on another day. No coach can change a red. Was the red a slip? `/history` can edit it.';

function lightRows(report: PainReport, light: Exclude<Light, 'ask'>) {
  const args = { report: report.id };
  const trend = (name: 'better' | 'same' | 'worse', label: string, off: boolean) =>
    button(customId('pain', 'trend', { ...args, trend: name }), label, 'plain', off);
  const rows = [
    row(
      button(customId('pain', 'update', args), 'Update', 'main'),
      trend('better', 'Better', report.now === null || report.now === 0),
      trend('same', 'Same', report.now === null),
      trend('worse', 'Worse', report.now === null || report.now === 10),
      button(customId('pain', 'resolved', args), 'Resolved'),
    ),
  ];
  if (isFlagged(light)) {
    rows.push(row(button(customId('pain', 'reviewed', args), 'A clinician has reviewed it')));
  }
  return rows;
}

function isFlagged(light: Light): boolean {
  return SIGN_LIGHTS.includes(light);
}

function sentence(text: string): string {
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}
