/** Answers in whatever state an interaction is in: at once, after deferring by itself, or after an answer. */
import { ModalBuilder, TextInputBuilder } from '@discordjs/builders';
import { expect, test } from 'vitest';
import { customId } from '../../src/discord/custom-ids.ts';
import { button, labelled, row } from '../../src/discord/layout.ts';
import type { Panel } from '../../src/discord/panel.ts';
import { shown } from '../e2e/people.ts';
import { type Handlers, type Stage, startStage } from './stage.ts';

const OPEN = row(button(customId('join', 'open', { draft: '' }), 'Open'));
const withButton = (content: string): Panel => ({ content, components: [OPEN] });
const FORM = new ModalBuilder()
  .setCustomId(customId('join', 'submit', { draft: '' }))
  .setTitle('Form')
  .addLabelComponents(
    labelled('Words').setTextInputComponent(
      new TextInputBuilder().setCustomId('words').setStyle(1).setRequired(false),
    ),
  )
  .toJSON();

const CALLBACK = '/interactions/{interaction_id}/{interaction_token}/callback';

/** A stage whose slow handlers wait until the bot has deferred by itself. */
async function slowStage(make: (deferred: () => Promise<void>) => Handlers): Promise<Stage> {
  let stage: Stage | null = null;
  stage = await startStage(make(async () => stage?.responded()));
  return stage;
}

/** Types of the first responses: 4 message, 5 deferred message, 6 deferred update, 7 update, 9 form. */
function responses({ sandbox }: Stage): unknown[] {
  return sandbox.requests
    .filter(({ route }) => route?.endsWith('/callback'))
    .map(({ body }) => (typeof body === 'object' && body !== null && 'type' in body ? body.type : null));
}

test('an answer at once; the next ones come after it; all of them for one person', async () => {
  const stage = await startStage({
    async run({ respond }) {
      await respond.answer({ content: 'first' });
      await respond.answer({ content: 'second' });
    },
  });
  const first = await stage.ann.run('/join');
  expect([first.text, first.ephemeral]).toEqual(['first', true]);
  const second = await stage.ann.next('training');
  expect([stage.ann.read(second), second.visibleTo]).toEqual(['second', stage.ann.userId]);
  expect(responses(stage)).toEqual([4]);
});

test('a slow command defers in time and is answered in the same message', async () => {
  const stage = await slowStage((deferred) => ({
    async run({ respond }) {
      await deferred();
      expect(respond.canShowForm).toBe(false);
      await respond.answer({ content: 'at last' });
    },
  }));
  const answer = await stage.ann.run('/join');
  expect([shown(stage.ann, answer), answer.ephemeral]).toEqual(['at last', true]);
  expect(stage.ann.messages('training')).toHaveLength(1);
  expect(responses(stage)).toEqual([5]);
});

test('a slow press redraws the pressed message, and answers beside it', async () => {
  const stage = await slowStage((deferred) => ({
    run: ({ respond }) => respond.answer(withButton('press me')),
    async press({ respond }) {
      await deferred();
      await respond.redraw({ content: 'redrawn' });
      await respond.answer({ content: 'beside' });
    },
  }));
  const { ann } = stage;
  const answer = await ann.run('/join');
  await ann.press(answer, 'Open');
  expect(ann.read(await ann.next('training'))).toBe('beside');
  expect(shown(ann, answer)).toBe('redrawn');
  expect(responses(stage)).toEqual([4, 6]);
});

test('a press that only answers leaves the pressed message as it is, slow or not', async () => {
  const stage = await startStage({
    run: ({ respond }) => respond.answer(withButton('press me')),
    press: ({ respond }) => respond.answer({ content: 'beside' }),
  });
  const { ann } = stage;
  const answer = await ann.run('/join');
  expect((await ann.press(answer, 'Open')).text).toBe('beside');
  expect(shown(ann, answer)).toBe('press me\n[Open]');
  expect(responses(stage)).toEqual([4, 4]);
});

test('a slow form that came from a message redraws that message', async () => {
  const stage = await slowStage((deferred) => ({
    run: ({ respond }) => respond.answer(withButton('press me')),
    press: ({ respond }) => respond.showForm(FORM),
    async submit({ respond, options }) {
      await deferred();
      expect(respond.canShowForm).toBe(false);
      await respond.redraw({ content: `you said ${options.words}` });
    },
  }));
  const { ann } = stage;
  const answer = await ann.run('/join');
  await ann.submit(await ann.press(answer, 'Open'), { Words: 'hello' });
  expect(shown(ann, answer)).toBe('you said hello');
  expect(responses(stage)).toEqual([4, 9, 6]);
});

test('a redraw without a message to redraw is an answer', async () => {
  const stage = await startStage({ run: ({ respond }) => respond.redraw({ content: 'hello' }) });
  const answer = await stage.ann.run('/join');
  expect([answer.text, answer.ephemeral]).toEqual(['hello', true]);
});

test('a redraw keeps nothing of what stood there', async () => {
  const stage = await startStage({
    run: ({ respond }) => respond.answer({ embeds: [{ title: 'old' }], components: [OPEN] }),
    press: ({ respond }) => respond.redraw({ content: 'new' }),
  });
  const answer = await stage.ann.run('/join');
  await stage.ann.press(answer, 'Open');
  expect(shown(stage.ann, answer)).toBe('new');
});

test('a first response whose receipt was lost counts as given, and what follows comes after it', async () => {
  const stage = await startStage({
    async run({ respond }) {
      await respond.answer(withButton('first'));
      await respond.answer({ content: 'second' });
    },
    async press({ respond }) {
      await respond.redraw(withButton('redrawn'));
      await respond.answer({ content: 'third' });
    },
  });
  const { ann, sandbox, log } = stage;
  sandbox.faults.next({ route: CALLBACK }, 'lost-answer');
  const answer = await ann.run('/join');
  expect(ann.read(await ann.next('training'))).toBe('second');
  sandbox.faults.next({ route: CALLBACK }, 'lost-answer');
  await ann.press(answer, 'Open');
  expect(ann.read(await ann.next('training'))).toBe('third');
  expect(shown(ann, answer)).toBe('redrawn\n[Open]');
  expect(log).toEqual([]);
});

test('a form whose receipt was lost is open, and nothing else comes', async () => {
  const { ann, sandbox, log, router } = await startStage({ run: ({ respond }) => respond.showForm(FORM) });
  sandbox.faults.next({ route: CALLBACK }, 'lost-answer');
  expect((await ann.run('/join')).kind).toBe('modal');
  await router.drained();
  expect(ann.messages('training')).toEqual([]);
  expect(log).toEqual([]);
});

test('what comes beside an answer comes after it, for one person, and counts as part of answering', async () => {
  const stage = await startStage({
    async run({ respond }) {
      respond.beside(async () => ({ content: 'never' }));
      respond.beside(async () => ({ content: 'by the way' }));
      await respond.answer({ content: 'saved' });
    },
  });
  expect((await stage.ann.run('/join')).text).toBe('saved');
  await stage.router.drained();
  const [, beside, ...more] = stage.ann.messages('training');
  expect([beside && stage.ann.read(beside), beside?.visibleTo]).toEqual(['by the way', stage.ann.userId]);
  expect(more).toEqual([]);
});

test.each([
  ['nothing to tell after all', async (): Promise<Panel | null> => null, 'answer', 1],
  ['a form was opened', async () => ({ content: 'by the way' }), 'form', 0],
] as const)('nothing comes beside an answer: %s', async (_, panel, how, messages) => {
  const stage = await startStage({
    async run({ respond }) {
      respond.beside(panel);
      if (how === 'form') await respond.showForm(FORM);
      else await respond.answer({ content: 'saved' });
    },
  });
  await stage.ann.run('/join');
  await stage.router.drained();
  expect(stage.ann.messages('training')).toHaveLength(messages);
});
