import { expect, test } from 'vitest';
import { createSingleFlight } from '../../src/deliveries/single-flight.ts';

test('work asked for while it runs runs once more, never twice at once', async () => {
  let running = 0;
  let runs = 0;
  const flight = createSingleFlight(async () => {
    running += 1;
    runs += 1;
    expect(running).toBe(1);
    await Promise.resolve();
    running -= 1;
  });
  await Promise.all([flight.run(), flight.run(), flight.run()]);
  expect(runs).toBe(2);
  await flight.run();
  expect(runs).toBe(3);
});

test('work that fails tells everybody who asked, and can be asked again', async () => {
  let fails = true;
  const flight = createSingleFlight(async () => {
    if (fails) throw new Error('no database');
  });
  const asked = [flight.run(), flight.run()];
  await expect(Promise.all(asked)).rejects.toThrow('no database');
  await flight.settled();
  fails = false;
  await flight.run();
});
