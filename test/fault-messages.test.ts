import { expect, test } from 'vitest';
import { StaleInteraction } from '../src/discord/router.ts';
import { faultPanel, faultText } from '../src/fault-messages.ts';
import { type Fault, UserError } from '../src/faults.ts';
import { readingGrade } from './readability.ts';

type Samples = { readonly [Code in Fault['code']]: Extract<Fault, { code: Code }> | Fault };

const LONG = `back\`tick ${'x'.repeat(300)}`;

/** One of each: a fault without a sample does not compile. */
const SAMPLES: Samples = {
  'server-only': { code: 'server-only' },
  'club-not-set-up': { code: 'club-not-set-up' },
  'administrators-only': { code: 'administrators-only' },
  'coaches-only': { code: 'coaches-only' },
  'coaches-remind': { code: 'coaches-remind' },
  stale: { code: 'stale' },
  'draft-lost': { code: 'draft-lost' },
  'not-yours': { code: 'not-yours' },
  'under-13': { code: 'under-13' },
  'not-agreed': { code: 'not-agreed' },
  'channel-public': { code: 'channel-public', field: 'summary-channel', channelId: '1' },
  'role-is-everyone': { code: 'role-is-everyone', field: 'coach-role' },
  'nothing-to-repeat': { code: 'nothing-to-repeat' },
  missing: { code: 'missing', field: 'area', example: 'low back' },
  'out-of-range': { code: 'out-of-range', field: 'rep', typed: LONG, min: 1, max: 200, unit: '' },
  'too-long': { code: 'too-long', field: 'notes', length: 1001, max: 1000 },
  'unknown-choice': { code: 'unknown-choice', field: 'core', typed: LONG, choices: ['yes', 'no'] },
  'date-unreadable': { code: 'date-unreadable', typed: LONG },
  'date-in-future': { code: 'date-in-future', typed: LONG },
  'date-too-old': { code: 'date-too-old', typed: LONG },
  'date-ambiguous': { code: 'date-ambiguous', typed: LONG, dates: ['2026-03-02', '2026-02-03'] },
  'coming-day': { code: 'coming-day', field: 'until', typed: LONG, why: 'past', dates: [] },
  'zone-unknown': { code: 'zone-unknown', typed: LONG, suggestions: ['Europe/Berlin'] },
  'area-unknown': { code: 'area-unknown', typed: LONG, suggestions: ['Left hip', 'Right hip'] },
  'work-unreadable': { code: 'work-unreadable', typed: '10x100 @`', at: 8, example: '10x100 @17.5' },
  'time-unreadable': { code: 'time-unreadable', field: 'time', typed: LONG },
  'days-unreadable': { code: 'days-unreadable', field: 'days', typed: LONG },
  'line-unreadable': { code: 'line-unreadable', field: 'Light', typed: LONG, example: '3, 6' },
  'best-implausible': { code: 'best-implausible', field: 'best', typed: LONG, why: 'too-fast' },
  'time-in-quiet-hours': {
    code: 'time-in-quiet-hours',
    field: 'core-time',
    typed: '23:00',
    from: '21:00',
    to: '07:00',
  },
  'option-does-not-fit': { code: 'option-does-not-fit', field: 'when', why: 'stretching-follows' },
  'when-unreadable': { code: 'when-unreadable', field: 'when', typed: LONG, why: 'unreadable' },
  'too-many-reminders': { code: 'too-many-reminders', most: 10, isClubs: false },
  'too-many-plans': { code: 'too-many-plans', most: 12 },
  'no-plan': { code: 'no-plan' },
  'nothing-planned': { code: 'nothing-planned', field: 'work' },
  'channel-closed': { code: 'channel-closed', field: 'where', channelId: '1', missing: ['Send Messages'] },
};

test.each(Object.values(SAMPLES))('$code says what is wrong in short, plain words', (fault) => {
  const text = faultText(fault);
  expect(text).not.toMatch(/undefined|null|NaN/);
  expect(text.length).toBeLessThanOrEqual(500);
  expect(text).not.toContain(LONG);
  if ('field' in fault) expect(text).toContain(`**${fault.field}**`);
  const words = text.replace(/\d+|```[\s\S]*?```|`[^`]*`|“[^”]*”|\*\*/g, ' ');
  expect(readingGrade(words)).toBeLessThanOrEqual(10);
});

test('backticks that were typed do not break out of the code block', () => {
  expect(faultText(SAMPLES['work-unreadable'])).toBe(
    "**work**: I cannot read this from the mark on:\n```\n10x100 @'\n        ^\n```\nFor example: `10x100 @17.5`",
  );
});

test('choices with commas of their own stay apart', () => {
  const choices = ['Core work: Mon, Wed 18:00', 'Stretching'];
  expect(faultText({ code: 'unknown-choice', field: 'reminder', typed: 'yoga', choices })).toBe(
    '**reminder** takes Core work: Mon, Wed 18:00 · Stretching, not “yoga”.',
  );
});

const typed = (mendable: boolean) => ({
  invocation: { command: 'log', subcommand: null, options: { type: 'tempo', notes: 'a `b` c' } },
  draft: 'd1',
  mendable,
});

test('a fault in a field: the words come back, with a button where there is a form', () => {
  const error = new UserError({ code: 'date-unreadable', typed: 'soon' });
  expect(faultPanel(error, typed(true), 'id-1')).toMatchObject({
    expected: true,
    panel: {
      content: expect.stringContaining("Nothing was saved. You typed: `/log type:tempo notes:a 'b' c`"),
      components: [{ components: [{ custom_id: 'log:form:d1', label: 'Mend it' }] }],
    },
  });
  expect(faultPanel(error, typed(false), 'id-1').panel.components).toBeUndefined();
  expect(faultPanel(error, null, 'id-1').panel.content).toBe(faultText(error.fault));
});

test('the form of /setup is mended in the form, its command line on the command line', () => {
  const error = new UserError({ code: 'time-unreadable', field: 'quiet-to', typed: 'dawn' });
  const invocation = { command: 'setup', subcommand: null, options: { quiet: '22:00 to dawn' } };
  const form = { action: 'save-times', args: {}, isCommandLine: false };
  const of = (given: typeof invocation) =>
    faultPanel(error, { ...typed(true), invocation: given }, 'id-1').panel;
  expect(of({ ...invocation, ...{ form } })).toMatchObject({
    content: expect.stringContaining('Nothing was saved. You typed: `quiet:22:00 to dawn`'),
    components: [{ components: [{ custom_id: 'setup:form:d1', label: 'Mend it' }] }],
  });
  expect(of(invocation).components).toBeUndefined();
});

test('a fault that no form mends has no button', () => {
  const { panel } = faultPanel(new UserError({ code: 'club-not-set-up' }), typed(true), 'id-1');
  expect(panel.components).toBeUndefined();
  expect(panel.content).toContain('You typed: `/log type:tempo');
});

test('what nobody expected: a number to tell, never the error’s own words', () => {
  const { panel, expected } = faultPanel(new Error('SELECT * FROM PainReport'), typed(true), 'id-1');
  expect(expected).toBe(false);
  expect(panel.content).toContain('Something went wrong on my side; sorry.');
  expect(panel.content).toContain('`id-1`');
  expect(panel.content).not.toContain('SELECT');
  expect(panel.content).not.toContain('Nothing was saved');
  expect(panel.content).toContain('You typed: `/log type:tempo');
});

test('a button that is not known any more says what to do', () => {
  const { panel, expected } = faultPanel(new StaleInteraction(), null, 'id-1');
  expect(expected).toBe(true);
  expect(panel.content).toContain('Run the command again.');
});

test('whatever was typed, Discord takes the answer', () => {
  const invocation = { command: 'log', subcommand: null, options: { notes: 'x'.repeat(4000) } };
  const error = new UserError({ code: 'too-long', field: 'notes', length: 4000, max: 1000 });
  const { panel } = faultPanel(error, { invocation, draft: 'd1', mendable: true }, 'id-1');
  expect(panel.content?.length).toBeLessThanOrEqual(2000);
});
