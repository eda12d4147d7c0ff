import type { Panel } from './discord/panel.ts';

/** `/help`: what there is, by what one wants to do, in two screens of a phone. Coaches and administrators see their part too. */
export function helpPanel(who: { readonly isCoach: boolean; readonly isAdministrator: boolean }): Panel {
  const lines = [
    '**Backstraight**: your training diary. Only you see the answers.',
    '- `/should-i-stop` between reps: three taps to a light.',
    '- `/log` a session: `work:2x10x100 @17.5 r45`, or alone for a form.',
    '- `/pain` where and how much: a light says stop, ease off, or carry on.',
    '- `/core` · `/stretch` today’s set for you.',
    '- `/checkin` each morning, a few taps.',
    '- `/me` your 12 weeks. `best:100 12.0` sets a best.',
    '- `/insights` what went before your pain, what helped.',
    '- `/history` look, edit, delete. `/undo` the last entry.',
    '- `/remind add` · `list` · `snooze`; `health`: do they arrive?',
    '- `/plan week` your squad’s week.',
    '- `/join` to start, or to change what coaches see.',
    '',
    '**Work in short:** `10x100` reps · `2x10x100` sets · `4x60, 3x120` · `100+100/100+200` walk and set breaks · `@17.5` seconds, `@17.2-17.9` first to last, or `@75%` · `r45` rest, `R3min` between sets · `800m jog` · `30min` · `massage 30min`',
  ];
  if (who.isCoach)
    lines.push(
      '',
      '**Coaches:** `/team summary` also comes each morning, on Mondays with the week. `/team board`: who is how now.',
      '`/plan start` posts each day’s session: a Charlie Francis week, or yours with `/plan day`. `/remind add` takes a `role:`.',
    );
  if (who.isAdministrator)
    lines.push('', '**Administrators:** `/setup` for channels, times, rules, and what was not delivered.');
  lines.push(
    '-# A diary, not medical advice. Nobody monitors this bot; in an emergency call your local number.',
  );
  return { content: lines.join('\n') };
}
