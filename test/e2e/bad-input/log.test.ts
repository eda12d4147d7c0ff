/** What cannot be read in a log: the message names the field and what to do, nothing is saved, nothing typed is lost. */
import { describe, expect, test } from 'vitest';
import { useStage } from '../club.ts';
import { clubWithAnn, saysNo, shown } from '../people.ts';

const stage = useStage('2026-03-05T11:00:00Z');

describe('what cannot be read', () => {
  test('unreadable shorthand: the place of the error, an example, the text, and a way to mend it', async () => {
    const club = await clubWithAnn(stage);
    const { ann } = club;
    const typed =
      '/log type:tempo work:10x100 r45 then 3x minutes:40 warmup:full date:yesterday notes:felt heavy';
    const answer = await saysNo(stage, club, () => ann.run(typed));
    expect(answer.text).toMatchInlineSnapshot(`
      "**work**: I cannot read this from the mark on:
      \`\`\`
      10x100 r45 then 3x
                        ^
      \`\`\`
      For example: \`10x100\`
      Nothing was saved. You typed: \`/log type:tempo work:10x100 r45 then 3x minutes:40 warmup:Full warm-up date:yesterday notes:felt heavy\`
      [Mend it]"
    `);
    const form = await ann.press(answer, 'Mend it');
    expect(form.text).toMatchInlineSnapshot(`
      "form "Log a session":
      Session <Tempo* | Speed | Speed endurance | Special endurance | Hills | Weights | Jumps | Technique | Core | Mobility | Regeneration | Cross-training | Race | Other>
      Work [10x100 r45 then 3x] (Sets x reps x metres, @ seconds a rep, r rest. Empty is fine.)
      Minutes [40]
      How hard was it? <0: rest | 1: very very easy | 2: easy | 3: moderate | 4: somewhat hard | 5: hard | 6 | 7: very hard | 8 | 9 | 10: maximal>
      Warm-up <Full warm-up* | Short warm-up | No warm-up>"
    `);
    const saved = await ann.submit(form, { Work: '10x100 r45 then 3x150' });
    expect(saved.text).toMatchInlineSnapshot(`
      "**Saved: Tempo**, yesterday, Wed 4 Mar
      10 × 100 m, rest 45 s; 3 × 150 m = 1,450 m
      40 min
      Full warm-up
      > felt heavy
      -# Session 1 this week
      [Pain] [No pain]
      [Stretched] [Core done]
      <How hard was it?: 0: rest | 1: very very easy | 2: easy | 3: moderate | 4: somewhat hard | 5: hard | 6 | 7: very hard | 8 | 9 | 10: maximal>
      [Edit] [Date, habits, notes] [Undo]"
    `);
    expect(stage.kept(club).sessions).toBe(1);
  });

  test.each([
    ['tomorrow', '“tomorrow” is still to come. Log it when it is done.'],
    ['1 February', '“1 February” is too long ago. I take the last 31 days.'],
    ['3/2', '“3/2” can be Mon 2 Mar or Tue 3 Feb. Write the month as a word.'],
    ['the rainy day', 'I cannot read “the rainy day”. Try today, yesterday, Monday or 12 March.'],
  ])('the date “%s” names its field, and the form with that field opens filled', async (typed, why) => {
    const club = await clubWithAnn(stage);
    const { ann } = club;
    const answer = await saysNo(stage, club, () =>
      ann.run(`/log type:tempo work:8x100 date:${typed} notes:windy`),
    );
    expect(answer.text).toBe(
      `**date**: ${why}\nNothing was saved. You typed: \`/log type:tempo work:8x100 date:${typed} notes:windy\`\n[Mend it]`,
    );
    const form = await ann.press(answer, 'Mend it');
    expect(form.text).toContain(`Date [${typed}]`);
    const saved = await ann.submit(form, { Date: 'yesterday' });
    expect(saved.text).toContain('**Saved: Tempo**, yesterday, Wed 4 Mar\n8 × 100 m = 800 m\n> windy');
    expect(stage.kept(club).sessions).toBe(1);
  });

  test('two faults at once are mended one after the other, and nothing is typed twice', async () => {
    const club = await clubWithAnn(stage);
    const { ann } = club;
    const first = await ann.run('/log type:hills work:8xhill date:tomorrow stretch:no');
    const second = await ann.submit(await ann.press(first, 'Mend it'), { Date: 'today' });
    expect(second.text).toContain('**work**: I cannot read this from the mark on');
    const saved = await ann.submit(await ann.press(second, 'Mend it'), { Work: '8x80' });
    expect(saved.text).toContain('**Saved: Hills**, today, Thu 5 Mar\n8 × 80 m = 640 m\nNo stretch');
    expect(stage.kept(club).sessions).toBe(1);
  });

  test.each([
    [{ Minutes: '0' }, '**minutes** takes a whole number from 1 to 600 minutes, not “0”.'],
    [{ Minutes: 'an hour' }, '**minutes** takes a whole number from 1 to 600 minutes, not “an hour”.'],
    [{ Work: '10x100 @' }, '**work**: I cannot read this from the mark on:'],
  ])('in the form of /log: %o', async (fields, why) => {
    const club = await clubWithAnn(stage);
    const { ann } = club;
    const answer = await saysNo(stage, club, async () =>
      ann.submit(await ann.run('/log'), { Session: 'Speed', 'Warm-up': 'No warm-up', ...fields }),
    );
    expect(answer.text).toContain(why);
    const [[field, typed] = ['', '']] = Object.entries(fields);
    expect(answer.text).toContain(`type:speed`);
    expect(answer.text).toContain(`${field.toLowerCase()}:${typed}`);
    const form = await ann.press(answer, 'Mend it');
    expect(form.text).toContain('Speed*');
    expect(form.text).toContain(`${field} [${typed}]`);
    expect(form.text).toContain('No warm-up*');
    const saved = await ann.submit(form, { [field]: '' });
    expect(saved.text).toContain('**Saved: Speed**');
    expect(stage.kept(club).sessions).toBe(1);
  });

  test('an edit that cannot be read leaves the session as it was, and the form opens as it was left', async () => {
    const club = await clubWithAnn(stage);
    const { ann } = club;
    const log = await ann.run('/log type:tempo work:8x100 minutes:30');
    const edit = await ann.press(log, 'Edit');
    const answer = await ann.submit(edit, { Work: '8x', Minutes: '35' });
    expect(answer.text).toContain('**work**: I cannot read this from the mark on');
    expect(shown(ann, log)).toContain('8 × 100 m = 800 m\n30 min');
    const again = await ann.press(answer, 'Mend it');
    expect(again.text).toContain('form "Edit the session"');
    expect(again.text).toContain('Work [8x]');
    const mended = await ann.submit(again, { Work: '8x120' });
    expect(shown(ann, mended)).toContain('8 × 120 m = 960 m\n35 min');

    const more = await ann.press(log, 'Date, habits, notes');
    const wrong = await ann.submit(more, { Date: 'soon', Notes: 'felt light' });
    expect(wrong.text).toContain('**date**: I cannot read “soon”');
    const back = await ann.press(wrong, 'Mend it');
    expect(back.text).toContain('Date [soon]');
    expect(back.text).toContain('Notes [felt light]');
    const right = await ann.submit(back, { Date: 'yesterday' });
    expect(shown(ann, right)).toContain('yesterday, Wed 4 Mar');
    expect(shown(ann, right)).toContain('> felt light');
    expect(stage.kept(club).sessions).toBe(1);
  });
});
