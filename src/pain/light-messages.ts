/** The light in words: what it says, why, what to do now, what changes it (handbook §1). */
import type { APIEmbed } from 'discord-api-types/v10';
import type { Athlete } from '../athletes/store.ts';
import { customId } from '../discord/custom-ids.ts';
import { button, COLOURS, row } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { metresLabel } from '../sessions/messages.ts';
import { areaLabel } from './areas.ts';
import { doNow } from './now-messages.ts';
import type { PainAnswer } from './report-pain.ts';
import type { Light } from './rules.ts';
import type { PainReport } from './store.ts';
import { SIGN_LIGHTS } from './types.ts';
import { whyText } from './why-messages.ts';

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
    fields: [{ name: 'Why', value: whyText(answer) }, ...changes(light, answer)],
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

function changes(
  light: Exclude<Light, 'ask'>,
  { amberAt, redToday }: PainAnswer,
): APIEmbed['fields'] & object {
  if (redToday && !SIGN_LIGHTS.includes(light) && light !== 'red')
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
  if (SIGN_LIGHTS.includes(light)) {
    rows.push(row(button(customId('pain', 'reviewed', args), 'A clinician has reviewed it')));
  }
  return rows;
}
