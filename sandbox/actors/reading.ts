import { untilEvent } from '../people/outcomes.ts';
import { ClientRefusal } from '../people/place.ts';
import { channelText, messageText } from '../transcript.ts';
import { directChannel } from '../world/directs.ts';
import { createMessage } from '../world/messages.ts';
import { may } from '../world/permissions.ts';
import { userOf } from '../world/shapes.ts';
import type { Actor } from './actor.ts';
import { channelAt, type Setting, visibleIn } from './setting.ts';

/** Writing, reading, and waiting for messages. */
export function readingParts(
  setting: Setting,
): Pick<Actor, 'say' | 'messages' | 'next' | 'read' | 'transcript'> {
  const { world, guild, userId, seen, timeoutMs } = setting;
  const name = userOf(world, userId).name;
  const messages = (where?: string) => visibleIn(setting, channelAt(setting, where));
  const transcript = (where: string) => channelText(world, messages(where));
  return {
    messages,
    read: (record) => messageText(world, record),
    say(text, where) {
      const channel = channelAt(setting, where);
      if (!may(world, channel, userId, 'SendMessages'))
        throw new ClientRefusal(`${name} may not write in ${channel.name}`);
      return createMessage(world, channel, { authorId: userId, body: { content: text } });
    },
    async next(where, test = () => true) {
      const channel = channelAt(setting, where);
      const look = () => {
        const fresh = visibleIn(setting, channel).filter(
          (one) => !seen.has(one.id) && !one.thinking && one.message.author.id !== userId,
        );
        return fresh.find(test);
      };
      const found = await untilEvent(world, look, timeoutMs, () => {
        const text = channelText(world, visibleIn(setting, channel));
        return new Error(
          `${name} waited ${timeoutMs} ms for a message in ${where ?? channel.name}; there is:\n${text || '(nothing)'}`,
        );
      });
      seen.add(found.id);
      return found;
    },
    transcript(where) {
      if (where !== undefined) return transcript(where);
      const names = guild.channelIds.flatMap((id) => {
        const channel = world.channels.get(id);
        return channel && may(world, channel, userId, 'ViewChannel') ? [channel.name] : [];
      });
      if (directChannel(world, userId)) names.push('direct');
      return names.map((channel) => `# ${channel}\n${transcript(channel)}`.trim()).join('\n\n');
    },
  };
}
