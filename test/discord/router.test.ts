/** The error boundary: whatever goes wrong, one person reads a kind line, the log has the rest, and the bot goes on. */
import { ModalBuilder } from '@discordjs/builders';
import { expect, test } from 'vitest';
import { customId } from '../../src/discord/custom-ids.ts';
import { button, row, textField } from '../../src/discord/layout.ts';
import { shown } from '../e2e/people.ts';
import { startStage } from './stage.ts';

const SECRET = 'select * from pain';
const fail = async () => {
  throw new Error(SECRET);
};

test('before an answer: the kind line, with what was typed', async () => {
  const { ann, log } = await startStage({ run: fail });
  const answer = await ann.run('/join words:left knee');
  expect([answer.text, answer.ephemeral]).toEqual(['Sorry. {"words":"left knee"}', true]);
  expect(log.join('')).toContain('"id":"id-1"');
  expect(log.join('')).toContain('an answer failed');
});

test('after an answer: the kind line comes beside it', async () => {
  const { ann } = await startStage({
    async run({ respond }) {
      await respond.answer({ content: 'saved' });
      await fail();
    },
  });
  expect((await ann.run('/join')).text).toBe('saved');
  expect(ann.read(await ann.next('training'))).toBe('Sorry. null');
});

test('in a press: the message stays as it is', async () => {
  const { ann } = await startStage({
    run: ({ respond }) =>
      respond.answer({
        content: 'press me',
        components: [row(button(customId('join', 'open', { draft: '' }), 'Open'))],
      }),
    press: fail,
  });
  const answer = await ann.run('/join');
  expect((await ann.press(answer, 'Open')).text).toBe('Sorry. null');
  expect(shown(ann, answer)).toBe('press me\n[Open]');
});

test('a form stands over what its command recalls, and alone when that fails', async () => {
  const { ann, log } = await startStage({
    run: ({ respond, invocation }) => {
      const id = customId('join', 'submit', { draft: String(invocation.options.words) });
      const words = textField('words', 'Words', { value: undefined, required: true, max: 9 });
      const form = new ModalBuilder().setCustomId(id).setTitle('Form').addLabelComponents(words);
      return respond.showForm(form.toJSON());
    },
    submit: fail,
    async recall(draft) {
      if (draft === 'broken') await fail();
      return { command: 'join', subcommand: null, options: { words: 'old', shoes: draft } };
    },
  });
  const submit = async (draft: string) =>
    (await ann.submit(await ann.run(`/join words:${draft}`), { Words: 'new' })).text;
  expect(await submit('flats')).toBe('Sorry. {"shoes":"flats","words":"new"}');
  expect(await submit('broken')).toBe('Sorry. {"words":"new"}');
  expect(log.join('')).toContain('a draft could not be recalled');
});

test('when Discord does not take the answer, that too is logged, and the next command is answered', async () => {
  const { ann, sandbox, log, router } = await startStage({
    run: ({ respond }) => respond.answer({ content: 'hello' }),
  });
  const route = '/interactions/{interaction_id}/{interaction_token}/callback';
  sandbox.faults.next({ route }, { code: 10062, status: 404 });
  await Promise.race([ann.run('/join').catch(() => undefined), router.drained()]);
  expect((await ann.run('/join')).text).toBe('hello');
  await router.drained();
  expect(log.join('')).toContain('could not answer');
});

test('suggestions that fail are none, and are logged', async () => {
  const { ann, log, sandbox } = await startStage({});
  const before = sandbox.requests.length;
  await expect(ann.complete('/join words:l', 'words')).rejects.toThrow('loading options failed');
  expect(sandbox.requests).toHaveLength(before);
  expect(log.join('')).toContain('autocomplete failed');
});

test('an answer under way is finished before the router has drained', async () => {
  let finish = () => {};
  const waiting = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { ann, router } = await startStage({
    async run({ respond }) {
      await respond.answer({ content: 'saved' });
      await waiting;
      await respond.answer({ content: 'and told' });
    },
  });
  await ann.run('/join');
  const drained = router.drained();
  finish();
  await drained;
  expect(ann.messages('training').map((record) => ann.read(record))).toEqual(['saved', 'and told']);
});
