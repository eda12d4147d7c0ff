/** The one place where a fault becomes words: what is wrong, in which field, and what to do. */

import { customId } from './discord/custom-ids.ts';
import { type Invocation, typedText } from './discord/drafts.ts';
import { button, row } from './discord/layout.ts';
import type { Panel } from './discord/panel.ts';
import { StaleInteraction } from './discord/router.ts';
import { type Fault, UserError } from './faults.ts';
import { showDate } from './time/show.ts';

const NOTHING_SAVED = 'Nothing was saved.';

/** What a person reads about a fault of theirs. */
export function faultText(fault: Fault): string {
  switch (fault.code) {
    case 'server-only':
      return 'Use this in your club’s server: a direct message does not say which club you mean.';
    case 'club-not-set-up':
      return 'This club is not set up yet. Somebody who manages the server runs `/setup`.';
    case 'administrators-only':
      return 'Only somebody with the permission Manage Server can do this.';
    case 'coaches-only':
      return 'Only coaches can do this. The club’s coach role decides; `/setup` names it.';
    case 'coaches-remind':
      return 'Only coaches can remind a role. The club’s coach role decides; `/setup` names it.';
    case 'stale':
      return 'That entry is gone, or was changed since. Nothing was changed now. Run the command again for a new one.';
    case 'draft-lost':
      return 'I no longer have what you typed. It stands in the message above: copy it from there. Nothing was saved now.';
    case 'not-yours':
      return 'This belongs to somebody else. Nothing was changed.';
    case 'under-13':
      return 'Backstraight is for people from 13 years on. Nothing was kept.';
    case 'not-agreed':
      return 'You did not tick “I agree”, so nothing was saved. `/join` opens the form again.';
    case 'nothing-to-repeat':
      return '**work**: there is no last session to repeat yet. Type it once, like `2x10x100 @17.5 r45`.';
    case 'too-many-reminders':
      return `${fault.isClubs ? 'The club has' : 'You have'} ${fault.most} reminders${fault.isClubs ? ' for roles' : ''}: delete one first, with \`/remind list\`.`;
    case 'too-many-plans':
      return `The club has ${fault.most} plans: stop one first, with \`/plan stop\`.`;
    case 'no-plan':
      return 'There is no such plan. `/plan start` makes one; `/plan week` shows what there is.';
    default:
      return fieldText(fault);
  }
}

type FieldFault = Extract<Fault, { typed: string } | { field: string }>;

function fieldText(fault: FieldFault): string {
  switch (fault.code) {
    case 'missing':
      return `**${fault.field}** is missing. For example: ${fault.example}.`;
    case 'nothing-planned':
      return `**${fault.field}**: nothing is planned for that day. Type what you did, like \`2x10x100 @17.5 r45\`.`;
    case 'out-of-range': {
      const unit = fault.unit === '' ? '' : ` ${fault.unit}`;
      return `**${fault.field}** takes a whole number from ${fault.min} to ${fault.max}${unit}, not “${clip(fault.typed)}”.`;
    }
    case 'too-long':
      return `**${fault.field}** has ${fault.length} characters; it takes ${fault.max}.`;
    case 'unknown-choice':
      return `**${fault.field}** takes ${list(fault.choices)}, not “${clip(fault.typed)}”.`;
    case 'date-unreadable':
      return `**date**: I cannot read “${clip(fault.typed)}”. Try today, yesterday, Monday or 12 March.`;
    case 'date-in-future':
      return `**date**: “${clip(fault.typed)}” is still to come. Log it when it is done.`;
    case 'date-too-old':
      return `**date**: “${clip(fault.typed)}” is too long ago. I take the last 31 days.`;
    case 'date-ambiguous':
      return `**date**: “${clip(fault.typed)}” can be ${fault.dates.map(showDate).join(' or ')}. Write the month as a word.`;
    case 'coming-day':
      return `**${fault.field}**: ${comingDayText(fault)}`;
    case 'zone-unknown':
      return `**time-zone**: I do not know “${clip(fault.typed)}”.${maybe(fault.suggestions)} Type a city, like Berlin.`;
    case 'area-unknown':
      return `**area**: I do not know “${clip(fault.typed)}”.${maybe(fault.suggestions)} Choose from the list while you type.`;
    case 'work-unreadable':
      return workText(fault);
    case 'time-unreadable':
      return `**${fault.field}**: I cannot read “${clip(fault.typed)}” as a time of day. Try 18:00 or 6pm.`;
    case 'days-unreadable':
      return `**${fault.field}**: I cannot read “${clip(fault.typed)}” as days. Try mon wed fri, weekdays or daily.`;
    case 'line-unreadable':
      return `**${fault.field}**: I cannot read “${clip(fault.typed)}”. For example: ${fault.example}.`;
    case 'best-implausible':
      return `**${fault.field}**: “${clip(fault.typed)}” ${BEST_FAULTS[fault.why]}. Write metres and time, like 100 12.0 or 1500 4:02.1.`;
    case 'time-in-quiet-hours':
      return `**${fault.field}**: ${fault.typed} lies in the club’s quiet hours, ${fault.from} to ${fault.to}. Choose another time, or change the quiet hours.`;
    case 'option-does-not-fit':
      return `**${fault.field}**${UNFIT[fault.why]}`;
    case 'when-unreadable':
      return `**${fault.field}**: “${clip(fault.typed)}” ${WHEN_FAULTS[fault.why]}`;
    case 'channel-public':
      return `**${fault.field}**: everybody in the server can read <#${fault.channelId}>. Choose a channel that only coaches can read, or take View Channel from @everyone there.`;
    case 'role-is-everyone':
      return `**${fault.field}**: @everyone is everybody in the server. Choose ${fault.field === 'coach-role' ? 'the role of the coaches' : 'a smaller role'}.`;
    case 'channel-closed':
      return `**${fault.field}**: I cannot post in <#${fault.channelId}>. There I lack: ${fault.missing.join(', ')}. Give them to me in the channel’s settings, or choose another channel.`;
  }
}

const UNFIT = {
  'only-stretching-follows':
    ': only stretching comes after a session. Type days and a time, like weekdays 18:30.',
  'stretching-follows':
    ': stretching comes after a session. Type how long after, like 30 min after a session.',
  'mornings-only': ': the morning question comes before 12:00. Type a time like 7:30.',
  'own-text-only': ' is for a reminder with your own text. Choose Own text, or leave it out.',
  'too-personal':
    ': stretching and the morning question follow each one’s own day. For a role choose core work, warm-up, check-in or own text.',
  'roles-in-channels': ': a role is reminded in a channel. Choose Here in this channel.',
} as const;

const WHEN_FAULTS = {
  unreadable: 'is not a time that I can read. Try weekdays 18:30, fridays 6pm, tomorrow 7:00 or in 2 h.',
  'no-time': 'does not say at what time. Add it, like tomorrow 7:00.',
  past: 'is over already. Choose a time to come, like tomorrow 7:00.',
  'too-far': 'is too far ahead. I plan less than a year ahead.',
  ambiguous: 'can be two days. Write the month as a word, like 1 Dec 9:00.',
} as const;

function comingDayText({ typed, why, dates }: Extract<Fault, { code: 'coming-day' }>): string {
  const said = `“${clip(typed)}”`;
  switch (why) {
    case 'unreadable':
      return `I cannot read ${said} as a day. Try tomorrow, Monday, 1 Dec or in 2 weeks.`;
    case 'past':
      return `${said} is not ahead of us. Try tomorrow, Monday, 1 Dec or in 2 weeks.`;
    case 'too-far':
      return `${said} is more than a year ahead. Choose a nearer day, or leave it out.`;
    case 'ambiguous':
      return `${said} can be ${dates.map(showDate).join(' or ')}. Write the month as a word.`;
  }
}

const BEST_FAULTS = {
  'too-fast': 'is faster than anybody runs',
  'too-slow': 'is slower than a walk',
  distance: 'is not a distance from 20 to 10,000 m',
} as const;

function workText(fault: Extract<Fault, { code: 'work-unreadable' }>): string {
  const typed = fault.typed.replaceAll('`', "'");
  return [
    '**work**: I cannot read this from the mark on:',
    `\`\`\`\n${typed}\n${' '.repeat(fault.at)}^\n\`\`\``,
    `For example: \`${fault.example}\``,
  ].join('\n');
}

function list(choices: readonly string[]): string {
  // Commas of their own would run into those between them.
  if (choices.some((choice) => choice.includes(','))) return choices.join(' · ');
  return choices.length < 2 ? choices.join() : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}

function maybe(suggestions: readonly string[]): string {
  return suggestions.length === 0 ? '' : ` Did you mean ${list(suggestions)}?`;
}

function clip(text: string): string {
  const clean = text.replaceAll('`', "'").replaceAll('\n', ' ');
  return clean.length <= 80 ? clean : `${clean.slice(0, 79)}…`;
}

/** The answer to anything that went wrong, with what was typed and, where there is a form, a button that opens it filled. */
export function faultPanel(
  error: unknown,
  typed: { readonly invocation: Invocation; readonly draft: string; readonly mendable: boolean } | null,
  id: string,
): { readonly panel: Panel; readonly expected: boolean; readonly id: string } {
  const expected = error instanceof UserError || error instanceof StaleInteraction;
  const lines = [
    error instanceof UserError
      ? faultText(error.fault)
      : expected
        ? 'That button is from an older message, and I no longer know it. Run the command again.'
        : `Something went wrong on my side; sorry. If it happens again, tell an administrator this number: \`${id}\`.`,
  ];
  const saved = expected ? `${NOTHING_SAVED} ` : '';
  if (typed !== null)
    lines.push(`${saved}You typed: \`${typedText(typed.invocation).replaceAll('`', "'")}\``);
  const panel: Panel = { content: lines.join('\n').slice(0, 2000) };
  const { command } = typed?.invocation ?? {};
  const inAField = error instanceof UserError && ('field' in error.fault || 'typed' in error.fault);
  if (!typed?.mendable || !inAField || !hasForm(command) || !isInForm(typed.invocation, error))
    return { panel, expected, id };
  const mend = button(customId(command, 'form', { draft: typed.draft }), 'Mend it', 'main');
  return { panel: { ...panel, components: [row(mend)] }, expected, id };
}

const WITH_FORM = ['log', 'pain', 'me', 'plan', 'remind', 'setup'] as const;

function hasForm(command: string | undefined): command is (typeof WITH_FORM)[number] {
  return WITH_FORM.some((name) => name === command);
}

/**
 * The form of a reminder has its time and its text; where it goes, and for whom, is chosen on the command line. That of
 * `/setup` asks for other fields than its command line.
 */
function isInForm({ command, form }: Invocation, error: UserError): boolean {
  if (command === 'setup') return form !== undefined;
  if (command !== 'remind') return true;
  return 'field' in error.fault && (error.fault.field === 'when' || error.fault.field === 'text');
}
