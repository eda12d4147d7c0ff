import { expect, test } from 'vitest';
import { useStage } from '../club.ts';
import { clubWithAnn, shown } from '../people.ts';

const stage = useStage('2026-05-04T16:00:00Z');

test('explore', async () => {
  const { ann } = await clubWithAnn(stage);
  const core = await ann.run('/core');
  console.log(core.text);
  await ann.press(core, 'Harder'); console.log(shown(ann, core));
  await ann.press(core, 'Easier'); console.log(shown(ann, core));
  await ann.press(core, 'Swap one');
  console.log(shown(ann, core));
  await ann.choose(core, 'Swap which one?', 'Dead bug').catch(e => console.log(String(e)));
  console.log(shown(ann, core));
  await ann.press(core, 'My kit');
  await ann.choose(core, 'What do you have?', 'Mat', 'Gym ball', 'Med ball, 2 to 4 kg');
  console.log(shown(ann, core));
  await ann.press(core, 'Arching my back hurts');
  console.log(shown(ann, core));
  await ann.press(core, 'Minutes');
  await ann.choose(core, 'How long?', '5 minutes');
  console.log(shown(ann, core));
  await ann.press(core, 'Not today');
  console.log(shown(ann, core));
  await ann.press(core, 'Show it after all');
  await ann.press(core, 'Done');
  console.log(shown(ann, core));
  await ann.press(core, 'Easy');
  console.log(shown(ann, core));
  console.log((await ann.run('/core')).text);
  for (let i = 0; i < 5; i += 1) {
    console.log((await ann.run('/stretch')).text);
    await stage.pass(24 * 60);
    console.log((await ann.run('/core')).text);
  }
  console.log((await ann.run('/stretch seated:true')).text);
  await stage.pass(4 * 60);
  console.log((await ann.run('/stretch seated:false')).text);
});
