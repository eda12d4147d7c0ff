/** The club that the sandbox starts with. Its people are made up, and say so. */
import type { GuildSpec } from './world/guild-spec.ts';

/** Ann, Ben, Carl and Dana, and a channel that only coaches and the administrator see. */
export const SANDBOX_CLUB: GuildSpec = {
  name: 'Backstraight Sandbox Club',
  zone: 'Europe/Berlin',
  roles: [{ name: 'Coach' }],
  channels: [{ name: 'training' }, { name: 'reminders' }, { name: 'coaches', onlyRoles: ['Coach'] }],
  members: [
    { name: 'Ann', note: 'athlete, made up', switchable: true },
    { name: 'Ben', note: 'athlete, 15, made up', switchable: true },
    { name: 'Carl', note: 'coach, made up', switchable: true, roles: ['Coach'] },
    { name: 'Dana', note: 'administrator, made up', switchable: true, administrator: true },
  ],
};
