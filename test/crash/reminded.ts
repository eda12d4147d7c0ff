import type { Answer, MessageRecord } from '../../sandbox/sandbox.ts';
import type { DoneEntry } from './ledger.ts';
import { noteOdd, once, type Person } from './people.ts';
import { deliveryOf } from './sightings.ts';

const TRIES = 4;

/** Presses Done on some of the reminders that wait in the direct messages; now and then twice at once. */
export async function answerReminders(person: Person): Promise<void> {
  const { actor, ledger, random } = person;
  const handled = new Set(ledger.dones.map(({ deliveryId }) => deliveryId));
  const waiting = actor.messages('direct').filter((record) => {
    const deliveryId = deliveryOf(record);
    return deliveryId !== null && !handled.has(deliveryId) && actor.read(record).includes('[Done]');
  });
  for (const record of waiting) {
    const deliveryId = deliveryOf(record);
    if (deliveryId === null) continue;
    const entry: DoneEntry = { userId: actor.userId, deliveryId, pressed: 'none' };
    ledger.dones.push(entry);
    if (random.chance(0.65)) await pressDone(person, entry, record);
  }
}

async function pressDone(person: Person, entry: DoneEntry, record: MessageRecord): Promise<void> {
  const { actor, random } = person;
  for (let tries = 0; tries < TRIES && entry.pressed !== 'seen'; tries += 1) {
    // Nothing was answered, and yet the button says that it is done: that was seen too.
    if (!actor.read(record).includes('[Done]')) {
      entry.pressed = 'seen';
      return;
    }
    const twice = random.chance(0.4);
    entry.pressed = 'tried';
    const answers = await once<readonly Answer[]>(person, async () =>
      twice ? await actor.pressTwice(record, 'Done') : [await actor.press(record, 'Done')],
    );
    const seen = answers?.filter(({ kind }) => kind === 'message') ?? [];
    for (const answer of seen) {
      if (answer.text.includes(': done. Noted.')) entry.pressed = 'seen';
      else if (answer.text.includes('entry is gone')) return;
      else noteOdd(person, 'Done', answer);
    }
  }
}
