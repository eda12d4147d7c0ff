import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { createSandboxClock } from '../../sandbox/clock.ts';
import { createSandboxGuild } from '../../sandbox/guild.ts';
import { createSnowflakes, snowflakeTime } from '../../sandbox/snowflake.ts';
import { readable } from '../../sandbox/transcript.ts';
import { createMessage } from '../../sandbox/world/messages.ts';
import { channelPermissions, guildPermissions } from '../../sandbox/world/permissions.ts';
import { createWorld } from '../../sandbox/world.ts';

const NOON = new Date('2026-03-02T12:00:00Z');

describe('the clock', () => {
  test('stands still when frozen, moves by hand, and runs again when set to real', () => {
    const clock = createSandboxClock({ frozenAt: NOON });
    let moves = 0;
    const stop = clock.onChange(() => {
      moves += 1;
    });
    clock.advance(30 * 60_000);
    expect(clock.now().toISOString()).toBe('2026-03-02T12:30:00.000Z');
    clock.set(NOON);
    expect(clock.now()).toEqual(NOON);
    clock.real();
    stop();
    clock.advance(3_600_000);
    expect(moves).toBe(3);
    expect(clock.now().getTime() - Date.now()).toBeGreaterThan(3_590_000);
  });
});

describe('ids', () => {
  test('carry sandbox time, and grow even while it stands still', () => {
    const next = createSnowflakes(() => NOON);
    const ids = Array.from({ length: 1000 }, next);
    expect(snowflakeTime(ids[0] ?? '')).toBe(NOON.getTime());
    expect(ids.every((id, index) => index === 0 || BigInt(id) > BigInt(ids[index - 1] ?? '0'))).toBe(true);
    expect(new Set(ids).size).toBe(1000);
  });
});

function world() {
  const made = createWorld(createSandboxClock({ frozenAt: NOON }));
  const guild = createSandboxGuild(made, {
    name: 'Club',
    roles: [{ name: 'Coach', permissions: ['ManageMessages'] }],
    channels: [
      { name: 'training', denyBot: ['SendMessages'] },
      { name: 'coaches', onlyRoles: ['Coach'] },
    ],
    members: [{ name: 'Ann' }, { name: 'Carl', roles: ['Coach'] }, { name: 'Dana', administrator: true }],
  });
  const held = (name: string, channel: string) => {
    const state = made.channels.get(guild.channelId(channel));
    if (!state) throw new Error(channel);
    return channelPermissions(made, state, name === 'bot' ? made.application.botUserId : guild.userId(name));
  };
  return { made, guild, held };
}

describe('permissions', () => {
  test('come from roles and overwrites; administrators have all, the hidden channel none', () => {
    const { made, guild, held } = world();
    const { SendMessages, ViewChannel, ManageMessages, ManageGuild } = PermissionFlagsBits;
    expect(held('Ann', 'training') & SendMessages).toBe(SendMessages);
    expect(held('Ann', 'coaches')).toBe(0n);
    expect(held('Carl', 'coaches') & (ViewChannel | ManageMessages)).toBe(ViewChannel | ManageMessages);
    expect(held('Dana', 'coaches') & ManageGuild).toBe(ManageGuild);
    expect(held('bot', 'training') & SendMessages).toBe(0n);
    expect(held('bot', 'coaches') & SendMessages).toBe(SendMessages);
    expect(guildPermissions(guild.state, 'nobody')).toBe(0n);
    guild.giveRole('Ann', 'Coach');
    expect(held('Ann', 'coaches') & ViewChannel).toBe(ViewChannel);
    expect(made.users.size).toBe(4);
  });
});

describe('bounds', () => {
  test('a channel keeps its last thousand messages', () => {
    const { made, guild } = world();
    const channel = made.channels.get(guild.channelId('training'));
    if (!channel) throw new Error('no channel');
    for (let n = 0; n < 1005; n += 1) {
      createMessage(made, channel, { authorId: guild.userId('Ann'), body: { content: String(n) } });
    }
    expect(channel.messages).toHaveLength(1000);
    expect(channel.messages[0]?.message.content).toBe('5');
  });
});

describe('the transcript', () => {
  test('shows people, channels, commands and times as they are read', () => {
    const { made, guild } = world();
    const seconds = NOON.getTime() / 1000;
    const text = `<@${guild.userId('Ann')}> <@&${guild.roleId('Coach')}> <#${guild.channelId('training')}> </remind add:1> <t:${seconds}:t> <t:${seconds}>`;
    expect(readable(made, text)).toBe('@Ann @Coach #training /remind add 12:00 2 Mar 2026 12:00');
  });
});
