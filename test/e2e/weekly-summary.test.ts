/** The weekly summary: Mondays below the daily one, of the seven days before, and only what each athlete shares. */
import { expect, test } from 'vitest';
import type { Actor, MessageRecord } from '../../sandbox/sandbox.ts';
import { useStage } from './club.ts';
import { joinClub, noneOfThese } from './people.ts';

// A Monday in Berlin, 18:00.
const stage = useStage('2026-05-04T16:00:00Z');

const SHARING = 'What may your coaches see?';

async function hurts(person: Actor, typed: string): Promise<void> {
  await noneOfThese(person, await person.run(`/pain ${typed}`));
}

/** What the coaches read last, and how many messages there are. */
function last(carl: Actor): MessageRecord {
  const record = carl.messages('coaches').at(-1);
  if (record === undefined) throw new Error('nothing for the coaches');
  return record;
}

test('details, light only, only me: the same week as three athletes share it, a minute after the daily summary', async () => {
  const { ann, ben, carl, dana, guild } = await stage.setUpClub();
  guild.addMember({ name: 'Eve' });
  const eve = stage.sandbox.actor(guild, 'Eve');
  await joinClub(ann, { [SHARING]: 'Details' });
  await joinClub(eve, { [SHARING]: 'Light only' });
  await joinClub(ben, { [SHARING]: 'Only me' });
  for (const day of ['2026-05-05', '2026-05-06', '2026-05-08']) {
    await stage.at(`${day}T16:00:00Z`);
    for (const person of [ann, eve, ben]) {
      await person.run('/log type:tempo work:10x100 minutes:40 effort:4 warmup:full notes:secret');
      await hurts(person, 'area:low-back start:1 now:4 rep:6 notes:secret');
    }
  }
  await stage.at('2026-05-11T05:30:00Z');
  expect(carl.read(last(carl))).toContain('Sun 10 May');
  await stage.at('2026-05-11T05:31:00Z');
  const message = last(carl);
  expect(carl.read(message)).toMatchInlineSnapshot(`
    "**The week, Mon 4 May to Sun 10 May**
    - @Ann: **🔴 RED** on 3 days (Tue, Wed, Fri): low back · pain on 3 days, worst 4 of 10 · trained on 3 days
    - @Eve: **🔴 RED** on 3 days (Tue, Wed, Fri) · trained on 3 days
    -# Others: 0 trained, 1 shared no session
    [How is it now?]"
  `);
  expect(carl.transcript('coaches')).not.toContain('secret');
  expect(stage.sandbox.requests.findLast(({ method }) => method === 'POST')?.body).toMatchObject({
    allowed_mentions: { parse: [] },
  });
  const board = await carl.press(message, 'How is it now?');
  expect(board.ephemeral).toBe(true);
  expect(board.text).toContain('**Board, Mon 11 May 07:31**');
  expect((await dana.press(message, 'How is it now?')).text).toContain('Only coaches can do this.');
  const now = await carl.run('/team summary period:week');
  expect(now.ephemeral).toBe(true);
  expect(`${now.text}\n[How is it now?]`).toBe(carl.read(message));
});

test('a quiet week is one line, and on other days it does not come; a moved summary moves it too', async () => {
  const { carl, dana } = await stage.setUpClub();
  await dana.run('/setup summary-time:6:45');
  await stage.at('2026-05-18T04:45:00Z');
  const daily = carl.messages('coaches').length;
  await stage.at('2026-05-18T04:46:00Z');
  expect(carl.messages('coaches')).toHaveLength(daily + 1);
  expect(carl.read(last(carl))).toBe(
    '**Week Mon 11 May to Sun 17 May:** nobody has joined yet.\n[How is it now?]',
  );
  await stage.at('2026-05-19T06:00:00Z');
  expect(carl.read(last(carl))).toContain('**Mon 18 May:**');
});

test('what is logged within the hour is edited in place, with its time, and nothing else is', async () => {
  const { ann, carl } = await stage.setUpClub();
  await joinClub(ann, { [SHARING]: 'Details' });
  await stage.at('2026-05-20T05:30:00Z');
  const message = last(carl);
  const told = carl.read(message);
  await stage.at('2026-05-20T05:35:00Z');
  expect(carl.read(message)).toBe(told);
  await stage.at('2026-05-20T05:52:00Z');
  await ann.run('/log type:tempo warmup:none date:yesterday');
  await stage.at('2026-05-20T06:00:00Z');
  expect(carl.read(message)).toContain('- @Ann: no warm-up before tempo · trained');
  expect(carl.read(message)).toContain('updated 07:52');
  await ann.run('/undo');
  await stage.at('2026-05-20T06:25:00Z');
  expect(carl.read(message)).toContain('no news. 0 trained, 1 shared no session.\n-# Updated\n');
  await stage.at('2026-05-21T05:30:00Z');
  expect(carl.read(last(carl))).not.toContain('logged late');
});

test('summaries come at the club’s wall time before and after clocks are put back', async () => {
  await stage.at('2026-10-23T12:00:00Z');
  const { carl } = await stage.setUpClub();
  const times: string[] = [];
  for (const [before, due] of [
    ['2026-10-24T05:29:00Z', '2026-10-24T05:30:00Z'],
    ['2026-10-25T06:29:00Z', '2026-10-25T06:30:00Z'],
    ['2026-10-26T06:29:00Z', '2026-10-26T06:30:00Z'],
    ['2026-10-26T06:30:30Z', '2026-10-26T06:31:00Z'],
  ] as const) {
    await stage.at(before);
    const known = carl.messages('coaches').length;
    await stage.at(due);
    if (carl.messages('coaches').length === known + 1) times.push(due);
  }
  expect(times).toHaveLength(4);
});
