import { CheckboxGroupBuilder, ModalBuilder } from '@discordjs/builders';
import type { APIEmbed, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { isMinor } from '../athletes/rules.ts';
import type { Athlete } from '../athletes/store.ts';
import { customId } from '../discord/custom-ids.ts';
import {
  button,
  type Choice,
  COLOURS,
  labelled,
  row,
  select,
  selectField,
  textField,
} from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { type Typed, textOf } from '../reading.ts';
import { AREAS, areaById, areaFromText } from './areas.ts';
import type { MorningAdvice } from './course-rules.ts';
import type { PainAnswer } from './report-pain.ts';
import { KINDS, type Kind, type Light, type Phase, type Reason } from './rules.ts';
import type { Person, ScreenStep } from './screen.ts';
import { endText, questionText } from './screen-text.ts';
import type { PainReport } from './store.ts';

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

export const PHASE_CHOICES: readonly (Choice & { value: Phase })[] = [
  { label: 'Before the session', value: 'before' },
  { label: 'During it', value: 'during' },
  { label: 'After it', value: 'after' },
  { label: 'The next morning', value: 'next-morning' },
];

/** "Pins and needles". */
export const KIND_CHOICES: readonly (Choice & { value: Kind })[] = KINDS.map((kind) => {
  const words = kind.replaceAll('-', ' ');
  return { label: `${words[0]?.toUpperCase()}${words.slice(1)}`, value: kind };
});

/** Areas that fit into a form's menu of 25; all of them are in `/pain area:`. */
const FORM_AREAS = AREAS.filter(
  ({ screenGroup, id }) =>
    (screenGroup !== 'other' && !/tailbone|outer-thigh/.test(id)) || /achilles|foot/.test(id),
);

function numbers(from: number, to: number): Choice[] {
  const words: Readonly<Record<number, string>> = { 0: '0: no pain', 10: '10: worst imaginable' };
  return Array.from({ length: to - from + 1 }, (_, i) => ({
    label: words[from + i] ?? `${from + i}`,
    value: `${from + i}`,
  }));
}

/** The form of `/pain`; `typed` fills it. */
export function painForm(id: string, typed: Typed): APIModalInteractionResponseCallbackData {
  const areas = FORM_AREAS.map(({ id: value, label }) => ({ label, value }));
  return new ModalBuilder()
    .setCustomId(id)
    .setTitle('Pain')
    .addLabelComponents(
      selectField('area', 'Where? (more places: /pain area:)', areas, {
        required: true,
        chosen: [areaFromText(textOf(typed, 'area') ?? '') ?? ''],
      }),
      selectField('now', 'Pain now, 0 to 10', numbers(0, 10), {
        required: true,
        chosen: chosen(typed, 'now'),
      }),
      selectField('start', 'Pain when the session began', numbers(0, 10), { chosen: chosen(typed, 'start') }),
      kindField(typed),
      signsField(typed),
    )
    .toJSON();
}

/** The form of Update: the same place, what may have changed, and what the first form has no room for. */
export function updateForm(report: PainReport, typed: Typed): APIModalInteractionResponseCallbackData {
  return new ModalBuilder()
    .setCustomId(customId('pain', 'save', { report: report.id }))
    .setTitle(`${areaLabel(report.area)}: how is it now?`)
    .addLabelComponents(
      selectField('now', 'Pain now, 0 to 10', numbers(0, 10), {
        required: true,
        chosen: chosen(typed, 'now'),
      }),
      selectField('when', 'When is this?', PHASE_CHOICES, { required: true, chosen: chosen(typed, 'when') }),
      textField('rep', 'At which rep did it begin?', {
        value: textOf(typed, 'rep'),
        placeholder: '6',
        max: 3,
      }),
      kindField(typed),
      signsField(typed),
    )
    .toJSON();
}

/** What the form of Update is filled with: all but the number that is asked for. */
export function updateOf(report: PainReport): Typed {
  return {
    when: report.phase,
    kind: report.kinds.join(','),
    growing: report.growing,
    'stride-changed': report.strideChanged,
    ...(report.rep === null ? {} : { rep: report.rep }),
  };
}

/** When the form cannot open at once. */
export function painFormPanel(): Panel {
  return {
    content: 'Now report your pain.',
    components: [row(button(customId('pain', 'open', {}), 'Open the form', 'main'))],
  };
}

function chosen(typed: Typed, field: string): string[] {
  return typed[field] === undefined ? [] : String(typed[field]).split(',');
}

function kindField(typed: Typed) {
  return selectField('kind', 'What kind?', KIND_CHOICES, {
    chosen: chosen(typed, 'kind'),
    atMost: KIND_CHOICES.length,
  });
}

function signsField(typed: Typed) {
  const ticked = (sign: string) => typed[sign] === true || chosen(typed, 'signs').includes(sign);
  const signs = new CheckboxGroupBuilder()
    .setCustomId('signs')
    .setRequired(false)
    .setMinValues(0)
    .setMaxValues(2)
    .addOptions(
      { label: 'It is growing', value: 'growing', default: ticked('growing') },
      {
        label: 'I limp, or my stride has changed',
        value: 'stride-changed',
        default: ticked('stride-changed'),
      },
    );
  return labelled('Is any of this so?').setCheckboxGroupComponent(signs);
}

/** The answer to a report: the next question if one is open, else the light. */
export function painPanel(answer: PainAnswer, athlete: Athlete): Panel {
  const { result, report, screen } = answer;
  if (result.missing.includes('now')) return numberQuestion(report, 'now');
  if (result.missing.includes('start')) return numberQuestion(report, 'start');
  if (screen !== null) return screenPanel(report, screen.step, screen.index, personOf(athlete));
  return lightPanel(answer, athlete);
}

function numberQuestion(report: PainReport, field: 'now' | 'start'): Panel {
  const question =
    field === 'now' ? 'How much does it hurt now?' : 'How much did it hurt when this session began?';
  const id = customId('pain', field, { report: report.id });
  return {
    content: `**${areaLabel(report.area)}.** Saved. ${question} Then you get a light.`,
    components: [row(select(id, '0 no pain, 10 worst imaginable', numbers(0, 10)))],
  };
}

function screenPanel(report: PainReport, step: ScreenStep, index: number, person: Person): Panel {
  const yes = { report: report.id, step: `${index}`, answer: 'yes' };
  const intro =
    step.level === 'emergency'
      ? 'A few questions first. With this pain, is **any** of these new or worse?'
      : 'Is **any** of these true?';
  const signs = step.printed.map((id) => `- ${questionText(id, person)}`);
  return {
    content: [
      `**${areaLabel(report.area)}.** Saved. ${intro}`,
      ...signs,
      '-# Your answers are not kept, only the result.',
    ].join('\n'),
    components: [
      row(
        button(customId('pain', 'screen', yes), 'Yes, at least one', 'danger'),
        button(customId('pain', 'screen', { ...yes, answer: 'none' }), 'None of these', 'main'),
      ),
    ],
  };
}

function lightPanel(answer: PainAnswer, athlete: Athlete): Panel {
  const { report, result } = answer;
  const light = result.light === 'ask' ? 'amber' : result.light;
  const embed: APIEmbed = {
    title: TITLES[light],
    color: EMBED_COLOURS[light],
    description: `${headline(report)}\n\n${doNow(answer, light, athlete)}`,
    fields: [
      {
        name: 'Why',
        value: `${sentence(result.reasons.map(reasonText).join('; '))} Club rule ${result.rule} of 7: fixed, not medical evidence.`,
      },
      ...changes(light, answer),
    ],
    footer: { text: DISCLAIMER },
  };
  return { embeds: [embed], components: lightRows(report, light) };
}

function headline(report: PainReport): string {
  const parts = [`**${areaLabel(report.area)}**`];
  if (report.now !== null)
    parts.push(report.start === null ? `pain ${report.now}` : `pain ${report.start} → ${report.now}`);
  if (report.growing) parts.push('growing');
  if (report.rep !== null) parts.push(`from rep ${report.rep}`);
  return parts.join(' · ');
}

function doNow(answer: PainAnswer, light: Exclude<Light, 'ask'>, athlete: Athlete): string {
  const lines = [...actionLines(answer, light, athlete), ...answer.morning.map(morningText)];
  if (answer.seePhysio) lines.push('Your weekly pain has gone up twice running: see a physio.');
  return lines.join('\n');
}

function actionLines(
  { report, session }: PainAnswer,
  light: Exclude<Light, 'ask'>,
  athlete: Athlete,
): string[] {
  const person = personOf(athlete);
  switch (light) {
    case 'emergency':
      return [endText('emergency', person)];
    case 'urgent':
      return [endText('urgent', person)];
    case 'red-see-clinician':
      return [endText('soon', person)];
    case 'red':
      return [
        'End the running today. Walk. Easy mobility only if it does not hurt.',
        report.visibility === 'only-me'
          ? 'Your coach sees nothing of this: tell them yourself.'
          : 'Tell your coach now; the colour is in the summary too.',
      ];
    case 'amber':
      return session?.type === 'tempo'
        ? [
            `Finish the rep, walk 5 minutes, rate again. Not within 1 point of ${report.start ?? 'the start'}? End the running.`,
            'Bike or pool tempo is fine if it does not hurt. Tempo is recovery work: little is lost.',
          ]
        : ['Cut the rest by half, or swap it. Rate again after the next rep or set.'];
    case 'green':
      return ['Carry on, and say at once if it grows. Green does not mean safe.'];
  }
}

function morningText(advice: MorningAdvice): string {
  return advice.advice === 'no-running-next-session'
    ? `Morning pain ${advice.now} is above ${advice.above}: no running in your next session.`
    : `Morning pain is up ${advice.by} on ${advice.start}: halve your next tempo volume.`;
}

function reasonText(reason: Reason): string {
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
      return `pain ${reason.now} is at or above ${reason.amberAt}, and up ${reason.by} since the start`;
    case 'fracture':
      return `pain ${reason.now} with a broken vertebra that is not cleared`;
    case 'minor':
      return `pain ${reason.now} is at or above ${reason.redAt}, the limit under 18`;
    case 'at-amber':
      return `pain ${reason.now} is at or above ${reason.amberAt}`;
    case 'small-rise':
      return `pain is up ${reason.by} since the start`;
    case 'growing':
      return 'it is growing';
    case 'below-amber':
      return `pain ${reason.now} is below ${reason.amberAt}, and not up by 2`;
  }
}

function changes(light: Exclude<Light, 'ask'>, { report, result }: PainAnswer): APIEmbed['fields'] & object {
  const below = result.reasons.find((reason) => reason.clause === 'below-amber');
  const texts: Readonly<Record<Exclude<Light, 'ask'>, string>> = {
    emergency:
      'Only a clinician. Until you say that one has reviewed it, I give no green and no training tips.',
    urgent: 'Only a clinician. Until you say that one has reviewed it, I give no green and no training tips.',
    'red-see-clinician':
      'Only a clinician. Until you say that one has reviewed it, I give no green and no training tips.',
    red: 'Rest, and a new report on another day. No coach can change a red.',
    amber: `Within 1 point of ${report.start ?? 'the start'} and not growing: carry on. Up 2 or more, or sharp: red.`,
    green: `If it grows, rises by 2, or reaches ${below?.amberAt ?? 3}, press Update.`,
  };
  return [{ name: 'What changes it', value: texts[light] }];
}

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
  if (light === 'emergency' || light === 'urgent' || light === 'red-see-clinician') {
    rows.push(row(button(customId('pain', 'reviewed', {}), 'A clinician has reviewed it')));
  }
  return rows;
}

/** After Better or Worse: the number, on the side of the last one that was meant. */
export function trendQuestion(report: PainReport, trend: 'better' | 'worse'): Panel {
  const last = report.now ?? 5;
  const choices = trend === 'better' ? numbers(0, last - 1) : numbers(last + 1, 10);
  return {
    content: `**${areaLabel(report.area)}** was ${last}. How is it now?`,
    components: [row(select(customId('pain', 'number', { report: report.id }), 'Pain now', choices))],
  };
}

/** After Resolved. */
export function resolvedPanel(report: PainReport): Panel {
  return {
    content: `**${areaLabel(report.area)}**: noted as resolved. If it comes back, \`/pain\` starts afresh.`,
  };
}

/** After "a clinician has reviewed it". */
export function reviewedPanel(): Panel {
  return {
    content: 'Noted: a clinician has reviewed it. Follow what they said. For a new light, run `/pain`.',
  };
}

function sentence(text: string): string {
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}

function areaLabel(area: string): string {
  return areaById(area)?.label ?? area;
}

function personOf(athlete: Athlete): Person {
  return { minor: isMinor(athlete.ageGroup), fracture: athlete.fracture };
}
