import { ModalBuilder } from '@discordjs/builders';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { bestLabel, distanceLabel, tempoLine, timeLabel } from '../bests/messages.ts';
import { BEST_EXAMPLE, BEST_LENGTH } from '../bests/read-best.ts';
import type { SetBest } from '../bests/set-best.ts';
import type { ThemeName } from '../charts/theme.ts';
import { customId } from '../discord/custom-ids.ts';
import { button, row, textField } from '../discord/layout.ts';
import type { Panel, PanelFile } from '../discord/panel.ts';
import { hasPicture, PICTURES, type Picture } from './pictures.ts';
import type { Progress } from './show-progress.ts';
import type { Streaks } from './streak-rules.ts';

const HEAD = '**Your last 12 weeks**';
const NOTHING_YET =
  'Your pictures begin with your first `/log`, and pain by day with your first `/pain`. One entry is enough.';

const STREAK_RULE = '-# Streaks pass over rest, pain and illness. A fixed club rule, not medical evidence.';

/** Streaks shorter than this are not worth a word. */
const FROM = 2;

/** "Warm-up 6 sessions in a row · core 4 weeks in a row"; null when there is none of at least 2. */
export function streakLine(streaks: Streaks): string | null {
  const words = [
    ...(streaks.warmup >= FROM ? [`warm-up ${streaks.warmup} sessions`] : []),
    ...(streaks.stretch >= FROM ? [`stretch ${streaks.stretch} sessions`] : []),
    ...(streaks.core >= FROM ? [`core ${streaks.core} weeks`] : []),
  ];
  return words.length === 0 ? null : `In a row: ${words.join(' · ')}`;
}

/** The answer to `/me`: what counts in a few lines, then the pictures. */
export function progressPanel(progress: Progress, files: readonly PanelFile[]): Panel {
  const lines = [
    HEAD,
    ...streakLines(progress),
    ...tempoLines(progress),
    ...bestLines(progress),
    ...(files.length === 0 ? [NOTHING_YET] : PICTURES.flatMap((picture) => comingLine(progress, picture))),
  ];
  return { content: lines.join('\n').slice(0, 2000), files, components: [buttons(progress.theme)] };
}

function streakLines({ streaks, isStopDay }: Progress): string[] {
  const line = streakLine(streaks);
  if (line === null) return [];
  return isStopDay ? ['Your streaks wait for you: rest breaks none.'] : [line, STREAK_RULE];
}

function tempoLines({ tempo, usualMetres }: Progress): string[] {
  const week = tempo.at(-1);
  if (week === undefined || tempo.every(({ painFree }) => painFree === null)) return [];
  const words = [
    ...(week.painFree === null ? [] : [distanceLabel(week.painFree)]),
    ...(week.notSaid === null ? [] : [`${distanceLabel(week.notSaid)} not said`]),
  ];
  const lines = [`Pain-free tempo this week: ${words.length === 0 ? 'none logged yet' : words.join(', ')}`];
  if (usualMetres !== null) lines.push(`The 4 weeks before: median ${distanceLabel(usualMetres)} a week`);
  return lines;
}

/** Bests whose tempo is named, and bests that are listed. */
const MOST = { tempo: 2, bests: 8 } as const;

function bestLines({ bests, isFlagged, isStopDay }: Progress): string[] {
  if (bests.length === 0) return isFlagged ? [FLAGGED] : [];
  const all = `Bests: ${bests.slice(0, MOST.bests).map(bestLabel).join(' · ')}`;
  if (isFlagged) return [all, FLAGGED];
  return isStopDay ? [all, RED_DAY] : [all, tempoLine(...bests.slice(0, MOST.tempo))];
}

const FLAGGED = 'A warning sign is open, so no tempo pace here until a clinician has looked at it.';
const RED_DAY = 'Today is a red day, so no tempo pace today.';

const COMING: Readonly<Record<Picture, string>> = {
  pain: 'Pain by day: comes with your first `/pain`, 0 counts too.',
  tempo: 'Pain-free tempo: comes with your first tempo, like `/log type:tempo work:10x100`.',
  habits: 'Habits: come once a `/log` says warm-up, core or stretch.',
  pace: 'Tempo pace: needs a timed tempo (`work:10x100 @17.5`) and your best over it (`/me best:100 12.0`).',
};

/** What will appear, and after what. */
function comingLine(progress: Progress, picture: Picture): string[] {
  if (hasPicture(progress, picture)) return [];
  return picture === 'pace' && progress.isStopDay ? [] : [`-# ${COMING[picture]}`];
}

function buttons(theme: ThemeName) {
  const other = theme === 'dark' ? 'light' : 'dark';
  return row(
    button(customId('me', 'best', {}), 'Set a best'),
    button(customId('me', 'theme', { theme: other }), other === 'light' ? 'Light pictures' : 'Dark pictures'),
  );
}

/** The answer to a best: what stands now, what it was, and what tempo means for it. */
export function bestPanel({ metres, seconds, before }: SetBest, mayAdvise: boolean): Panel {
  const over = distanceLabel(metres);
  const components = [row(button(customId('me', 'show', {}), 'My 12 weeks', 'main'))];
  if (seconds === null) {
    const was = before === null ? 'There was no best' : `Deleted: the best of ${timeLabel(before)}`;
    return { content: `${was} over ${over}.`, components };
  }
  const was = before === null ? '' : before === seconds ? ', as before' : `; it was ${timeLabel(before)}`;
  const lines = [`**Best over ${over}: ${timeLabel(seconds)}**${was}`];
  if (mayAdvise) {
    lines.push(tempoLine({ metres, seconds }), '-# 75 to 65 % of your best speed, after Charlie Francis.');
  }
  lines.push(`-# Wrong? Type it again, or \`/me best:${metres} none\`.`);
  return { content: lines.join('\n'), components };
}

/** The form for a best, filled with what was typed. */
export function bestForm(id: string, typed?: string): APIModalInteractionResponseCallbackData {
  return new ModalBuilder()
    .setCustomId(id)
    .setTitle('Set a best time')
    .addLabelComponents(
      textField('best', 'Metres and time', {
        value: typed,
        hint: 'Like 100 12.0 or 1500 4:02.1; “100 none” deletes',
        placeholder: BEST_EXAMPLE,
        required: true,
        max: BEST_LENGTH,
      }),
    )
    .toJSON();
}
