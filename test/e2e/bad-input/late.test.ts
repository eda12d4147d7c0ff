/** Pressed late, twice, by somebody else, or after a restart: nothing happens twice, and nothing in the wrong hand. */
import { describe, expect, test } from 'vitest';
import { useStage } from '../club.ts';
import {
  ADULT,
  AGREE,
  clubWithAnn,
  customIdOf,
  joinClub,
  noneOfThese,
  pressLate,
  recordOf,
  saysNo,
  setStretching,
  shown,
} from '../people.ts';

const stage = useStage('2026-03-05T11:00:00Z');

describe('pressed late, twice, or by somebody else', () => {
  test('a button that this version never sends', async () => {
    const club = await clubWithAnn(stage);
    const log = await club.ann.run('/log type:tempo');
    for (const id of ['log:celebrate:1', 'log:undo', 'weather', 'constructor:undo:1']) {
      const answer = await saysNo(stage, club, () => pressLate(club.ann, recordOf(log), id));
      expect(answer.text).toBe(
        'That button is from an older message, and I no longer know it. Run the command again.',
      );
    }
  });

  test('a button from last week, whose session was taken back', async () => {
    const club = await clubWithAnn(stage);
    const { ann } = club;
    const log = recordOf(await ann.run('/log type:tempo'));
    const ids = ['log:stretched', 'log:core', 'log:edit', 'log:more', 'log:undo'].map((action) =>
      customIdOf(log, action),
    );
    await ann.press(log, 'Undo');
    for (const id of ids) {
      const answer = await saysNo(stage, club, () => pressLate(ann, log, id));
      expect(answer.text).toContain('That entry is gone, or was changed since. Nothing was changed now.');
    }
  });

  test('a form whose session was taken back meanwhile gives back what was typed', async () => {
    const club = await clubWithAnn(stage);
    const { ann } = club;
    const log = await ann.run('/log type:tempo');
    const form = await ann.press(log, 'Edit');
    await ann.press(log, 'Undo');
    const answer = await saysNo(stage, club, () => ann.submit(form, { Work: '8x100' }));
    expect(answer.text).toContain('That entry is gone');
    expect(answer.text).toContain('work:8x100');
  });

  test('a form sent twice is one session, one report, one athlete', async () => {
    const club = await stage.setUpClub();
    const { ann } = club;
    await ann.submitTwice(await ann.run('/log type:race work:100'), ADULT);
    await ann.next('training');
    await ann.next('training');
    expect(stage.kept(club)).toMatchObject({ athletes: 1, sessions: 1 });

    const [first, second] = await ann.submitTwice(await ann.run('/log'), { Session: 'Speed', Minutes: '40' });
    expect(first.text).toContain('**Saved: Speed**');
    expect(second.text).toContain('**Saved: Speed**');
    expect(stage.kept(club).sessions).toBe(2);

    const pain = { 'Where? (more places: /pain area:)': 'Low back', 'Pain now, 0 to 10': '2' };
    await ann.submitTwice(await ann.run('/pain'), pain);
    expect(stage.kept(club).reports).toBe(1);
  });

  test('a button pressed twice', async () => {
    const club = await clubWithAnn(stage);
    const { ann } = club;
    const log = await ann.run('/log type:tempo');
    await ann.pressTwice(log, 'Core done');
    expect(shown(ann, log)).toContain('Core done');
    const [, second] = await ann.pressTwice(log, 'Undo');
    expect(shown(ann, log)).toContain('Taken back: Tempo');
    expect(second.text).toMatch(/Taken back|That entry is gone/);
    expect(stage.kept(club).sessions).toBe(0);
  });

  test('the one tap for the type, used twice, is one session', async () => {
    const club = await clubWithAnn(stage);
    const { ann } = club;
    const asked = recordOf(await ann.run('/log work:8x100'));
    const menu = customIdOf(asked, 'log:type');
    await ann.choose(asked, 'Session', 'Tempo');
    await ann.raw({
      type: 3,
      data: { custom_id: menu, component_type: 3, values: ['hills'] },
      source: asked,
    });
    expect(stage.kept(club).sessions).toBe(1);
  });

  test('somebody else’s entries: their buttons do nothing in another hand', async () => {
    const club = await clubWithAnn(stage);
    const { ann, ben } = club;
    await joinClub(ben);
    const log = recordOf(await ann.run('/log type:tempo'));
    const pain = recordOf(await noneOfThese(ann, await ann.run('/pain area:low-back now:1 start:1')));
    for (const id of [
      customIdOf(log, 'log:undo'),
      customIdOf(log, 'log:core'),
      customIdOf(pain, 'pain:resolved'),
      customIdOf(pain, 'pain:update'),
    ]) {
      const answer = await saysNo(stage, club, () => pressLate(ben, log, id));
      expect(answer.text).toContain('That entry is gone');
    }
    expect(shown(ann, await ann.run('/team summary'))).toContain('Only coaches');
  });

  test('somebody else’s Done in a channel', async () => {
    const club = await clubWithAnn(stage);
    const { ann, ben } = club;
    await setStretching(ann, 5, 'where:here');
    await ann.run('/log type:tempo');
    await stage.pass(5);
    const reminder = await ben.next('training');
    expect(ben.read(reminder)).toContain('@Ann **Time to stretch.**');
    const answer = await saysNo(stage, club, () => ben.press(reminder, 'Done'));
    expect(answer.text).toBe('This belongs to somebody else. Nothing was changed.');
    expect(ben.read(reminder)).toContain('Time to stretch');
  });
});

describe('after a restart', () => {
  test('a kept draft is gone; its message still shows the words', async () => {
    const club = await clubWithAnn(stage);
    const { ann } = club;
    const asked = await ann.run('/log work:8x100 minutes:30');
    const broken = await ann.run('/log type:tempo work:8x');
    expect(asked.text).toContain('Which session was it? Then I save `/log work:8x100 minutes:30`');
    await stage.restart();
    for (const act of [() => ann.choose(asked, 'Session', 'Tempo'), () => ann.press(broken, 'Mend it')]) {
      const answer = await saysNo(stage, club, act);
      expect(answer.text).toContain('I no longer have what you typed. It stands in the message above');
    }
  });

  test('a join form opened before it still joins, and says that the command before it is gone', async () => {
    const club = await stage.setUpClub();
    const form = await club.ann.run('/log type:tempo');
    await stage.restart();
    const joined = await club.ann.submit(form, { ...ADULT, 'Do you agree?': [AGREE] });
    expect(joined.text).toContain('**You are in.**');
    expect(joined.text).toContain('I no longer have what you typed before this form. Please run it again.');
    expect(stage.kept(club)).toMatchObject({ athletes: 1, sessions: 0 });
  });

  test('a form for a session opened before it is saved after it', async () => {
    const club = await clubWithAnn(stage);
    const form = await club.ann.run('/log');
    await stage.restart();
    const saved = await club.ann.submit(form, { Session: 'Tempo' });
    expect(saved.text).toContain('**Saved: Tempo**');
  });
});
