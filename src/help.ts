import type { Panel } from './discord/panel.ts';

/** `/help`: what there is, by what one wants to do. Coaches and administrators see their part too. */
export function helpPanel(who: { readonly isCoach: boolean; readonly isAdministrator: boolean }): Panel {
  const lines = [
    '**Backstraight**: your training diary. Only you see the answers.',
    '- `/should-i-stop` between reps: three taps to a light.',
    '- `/log` a session: `work:2x10x100 @17.5 r45`, or alone for a form. `work:same as last time` repeats.',
    '- `/pain` where and how much: a light says stop, ease off, or carry on, with its rule.',
    '- `/core` · `/stretch` today’s set, by your kit, level and time.',
    '- `/checkin` each morning: a few taps, held against your own usual. `weekly:on` adds four questions a week.',
    '- `/me` your 12 weeks in pictures, and streaks. `best:100 12.0` sets a best time.',
    '- `/insights` what went before your pain, what helped, what is too early to say.',
    '- `/history` all that you logged: look, edit, delete. `/undo` takes the last entry back.',
    '- `/remind add` · `list` · `edit` · `snooze` · `pause` for core work, stretching, warming up, check-in, your own words; `health`: do they arrive?',
    '- `/plan week` what is planned this week for your squad.',
    '- `/join` to start, or to change what coaches see.',
    '',
    '**Work in short:** `10x100` reps · `2x10x100` sets · `4x60, 3x120` · `100+100/100+200` walk and set breaks · `@17.5` seconds, `@17.2-17.9` first to last, or `@75%` · `r45` rest, `R3min` between sets · `800m jog` · `30min` · `massage 30min`',
  ];
  if (who.isCoach)
    lines.push(
      '',
      '**Coaches:** `/team summary` now; every morning it comes by itself, Mondays with the week. `/team board`: who is how now.',
      '`/plan start` posts the day’s session each morning: a Charlie Francis week, or your own with `/plan day`.',
    );
  if (who.isAdministrator) lines.push('', '**Administrators:** `/setup` for channels, times and rules.');
  lines.push(
    '-# A diary, not medical advice. Nobody monitors this bot; in an emergency call your local number.',
  );
  return { content: lines.join('\n') };
}
