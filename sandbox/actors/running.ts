import { parseCommandLine } from '../people/command-line.ts';
import { commandsAt, findCommand, isOffered, runCommand } from '../people/commands.ts';
import { outcome } from '../people/outcomes.ts';
import type { Place } from '../people/place.ts';
import { userOf } from '../world/shapes.ts';
import type { Actor } from './actor.ts';
import { answerTo, channelAt, type Setting } from './setting.ts';

/** Commands and autocomplete. */
export function commandParts(setting: Setting): Pick<Actor, 'run' | 'complete'> {
  const { world, userId, timeoutMs } = setting;
  return {
    async run(command, where) {
      const place: Place = { world, userId, channel: channelAt(setting, where) };
      const run = parseCommandLine(commandsAt(world, userId, place.channel), command);
      const target = findCommand(place, run.words);
      if (where !== 'direct' && !isOffered(place, target.command)) {
        const text = `Discord does not offer /${target.command.name} to ${userOf(world, userId).name} here`;
        return { kind: 'refused', text, ephemeral: true };
      }
      return answerTo(setting, runCommand(place, run));
    },
    async complete(command, focused, where) {
      const place: Place = { world, userId, channel: channelAt(setting, where) };
      const run = parseCommandLine(commandsAt(world, userId, place.channel), command, focused);
      const interaction = runCommand(place, run);
      await outcome(world, interaction, timeoutMs);
      if (interaction.state === 'failed') throw new Error(`${command}: loading options failed`);
      return interaction.choices ?? [];
    },
  };
}
