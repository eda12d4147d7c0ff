/**
 * Every suite on the stage holds all that the bot sent against Discord's OpenAPI document when it ends. This one sees
 * to it that each kind of body is among them, and says "skipped" where the document is not at hand.
 */
import { expect, test } from 'vitest';
import { checkAgainstOpenApi } from '../sandbox/contract.ts';
import { useStage } from './club.ts';
import { ADULT, AGREE, noneOfThese, REMIND } from './people.ts';

const stage = useStage('2026-05-04T15:00:00Z');
const isHere = checkAgainstOpenApi([]) !== null;

test.skipIf(!isHere)(
  'every kind of body that the bot sends is one that Discord’s document allows',
  async () => {
    const { ann, carl, dana } = await stage.setUpClub();
    await dana.press(await dana.run('/setup'), 'Times and rules');
    await ann.submit(await ann.run('/log type:tempo'), { ...ADULT, 'Do you agree?': [AGREE, REMIND] });
    const log = await ann.next('training');
    await ann.press(log, 'Core done');
    await ann.press(log, 'Edit');
    await ann.press(log, 'Date, habits, notes');
    await ann.complete('/log work:10x1', 'work');
    const light = await noneOfThese(ann, await ann.run('/pain area:low-back now:4 start:1'));
    await ann.press(light, 'Update');
    await ann.run('/pain');
    await ann.run('/remind list');
    await ann.run('/help');
    await carl.run('/team summary');
    await stage.pass(30);
    await ann.press(await ann.next('direct'), 'Done');
    await stage.at('2026-05-05T05:30:00Z');

    const kinds = stage.sandbox.requests
      .filter(({ body }) => body !== null)
      .map(({ method, route, body }) => {
        const type = typeof body === 'object' && body !== null && 'type' in body ? ` ${body.type}` : '';
        return `${method} ${route?.replace('/interactions/{interaction_id}/{interaction_token}', '')}${type}`;
      });
    expect([...new Set(kinds)].sort()).toMatchInlineSnapshot(`
      [
        "POST /callback 4",
        "POST /callback 7",
        "POST /callback 8",
        "POST /callback 9",
        "POST /channels/{channel_id}/messages",
        "POST /users/@me/channels",
        "POST /webhooks/{webhook_id}/{webhook_token}",
        "PUT /applications/{application_id}/commands",
      ]
    `);
    expect(checkAgainstOpenApi(stage.sandbox.requests)).toEqual([]);
  },
);
