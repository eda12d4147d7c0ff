import { ChannelSelectMenuBuilder, RoleSelectMenuBuilder } from '@discordjs/builders';
import { ChannelType } from 'discord-api-types/v10';
import { customId } from '../discord/custom-ids.ts';
import { button, row, select } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { showDays } from '../time/show.ts';
import { DEFAULT_ZONE, setupGaps } from './rules.ts';
import type { Club } from './store.ts';
import { COMMON_ZONES } from './zone-messages.ts';

const POLICY = [
  '**Before you switch it on.** Everything that people type and read here passes through Discord’s servers, health answers too.',
  'Discord’s developer policy restricts sending health data through Discord: read it, and decide for your club.',
  'Backstraight keeps entries in its own database, shows coaches only what each athlete shares, and posts nothing about pain in public channels: give the summary a channel that only coaches can read.',
].join(' ');

const FIRST_STEPS = '-# Athletes begin with `/join`. Coaches: `/team board` and `/plan start`.';

/** What became of what was chosen. */
export interface SetupFacts {
  /** By channel, what keeps the bot from posting there. */
  readonly troubles: ReadonlyMap<string, string>;
  /** Channels and roles that were deleted in Discord. */
  readonly gone: ReadonlySet<string>;
  /** How many messages of the last 7 days did not arrive. */
  readonly undelivered: number;
}

/** The panel of `/setup`: what is chosen, what is missing or gone, and a menu for each. */
export function setupPanel(club: Club | null, { troubles, gone, undelivered }: SetupFacts): Panel {
  const gaps = setupGaps(club);
  const on = gaps.length === 0;
  const channel = (id: string | null | undefined, missing: string) => {
    if (!id) return missing;
    if (gone.has(id)) return '**its channel is gone: choose another**';
    const trouble = troubles.get(id);
    return trouble === undefined ? `<#${id}>` : `<#${id}> (${trouble})`;
  };
  // The coaches' channel is closed to those who are to be reminded.
  const isForCoaches =
    typeof club?.summaryChannelId === 'string' && club.reminderChannelId === club.summaryChannelId;
  const reminderNote = isForCoaches ? ' (the coaches’ channel: athletes cannot read it)' : '';
  const zone = club && club.zone !== DEFAULT_ZONE ? club.zone : 'not chosen';
  const lines = [
    on ? '**Backstraight is on.**' : '**Set up Backstraight.** Choose below; each choice is saved at once.',
    `Coaches: ${coaches(club, gone)}`,
    `Daily summary: ${channel(club?.summaryChannelId, 'channel not chosen')} at ${club?.summaryTime ?? '07:30'}`,
    `Reminders that cannot go by direct message: ${channel(club?.reminderChannelId, 'channel not chosen')}${reminderNote}`,
    `Time zone: ${zone}`,
  ];
  if (club) {
    lines.push(
      `Core work: ${showDays(club.coreDays)} ${club.coreTime} · stretching: ${club.stretchAfterMinutes} min after a session`,
      `Quiet hours: ${club.quietFrom} to ${club.quietTo} · entries kept ${club.retentionMonths} months`,
      `Light: amber from pain ${club.amberAt}, red from ${club.redAt}`,
    );
  }
  if (undelivered > 0) lines.push(`**Not delivered in the last 7 days: ${undelivered}**`);
  lines.push(...(on ? [FIRST_STEPS] : ['', POLICY]));
  const ready = gaps.every((gap) => gap === 'policy');
  const buttons = [button(customId('setup', 'times', {}), 'Times and rules', 'plain', club === null)];
  if (undelivered > 0) buttons.push(button(customId('setup', 'undelivered', {}), 'Look'));
  if (!on)
    buttons.unshift(button(customId('setup', 'confirm', {}), 'I have read this: switch on', 'main', !ready));
  return { content: lines.join('\n'), components: [...menus(club, gone), row(...buttons)] };
}

function coaches(club: Club | null, gone: ReadonlySet<string>): string {
  if (!club?.coachRoleId) return 'not chosen';
  return gone.has(club.coachRoleId) ? '**their role is gone: choose another**' : `<@&${club.coachRoleId}>`;
}

function menus(club: Club | null, gone: ReadonlySet<string>) {
  const there = (id: string | null | undefined) => (id && !gone.has(id) ? id : undefined);
  const coachRoleId = there(club?.coachRoleId);
  const role = new RoleSelectMenuBuilder()
    .setCustomId(customId('setup', 'coach-role', {}))
    .setPlaceholder('Coach role');
  if (coachRoleId) role.setDefaultRoles(coachRoleId);
  const chosen = club ? [club.zone] : [];
  return [
    row(role),
    row(
      channelMenu(
        'summary-channel',
        'Channel of the daily summary (coaches only)',
        there(club?.summaryChannelId),
      ),
    ),
    row(channelMenu('reminder-channel', 'Channel for reminders', there(club?.reminderChannelId))),
    row(
      select(customId('setup', 'zone', {}), 'Time zone (more with /setup time-zone:)', COMMON_ZONES, chosen),
    ),
  ];
}

function channelMenu(
  action: 'summary-channel' | 'reminder-channel',
  placeholder: string,
  chosen: string | undefined,
) {
  const menu = new ChannelSelectMenuBuilder()
    .setCustomId(customId('setup', action, {}))
    .setPlaceholder(placeholder)
    .setChannelTypes(ChannelType.GuildText);
  return chosen ? menu.setDefaultChannels(chosen) : menu;
}

/** What keeps the bot from posting in a channel; undefined: nothing does. */
export function channelTrouble(channel: {
  readonly missing: readonly string[];
  /** The summary is for coaches only. */
  readonly isPublicSummary: boolean;
}): string | undefined {
  if (channel.missing.length > 0) return `I lack ${channel.missing.join(', ')} there`;
  return channel.isPublicSummary ? 'everybody can read it: I hold the summary back' : undefined;
}
