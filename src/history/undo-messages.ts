import { customId } from '../discord/custom-ids.ts';
import { button, row } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { areaLabel } from '../pain/areas.ts';
import { SIGN_STAYS } from './detail-messages.ts';
import { goneText } from './gone-messages.ts';
import { entryLine } from './line-messages.ts';
import { packId } from './place-codes.ts';
import { UNDO_HOURS } from './rules.ts';
import type { PutBack, Undone } from './undo-last.ts';

/** After `/undo`: what it took back, or why nothing. `today`: the athlete's local date. */
export function undonePanel(undone: Undone, today: string): Panel {
  if (undone.outcome === 'nothing') {
    return {
      content: `Nothing to take back: you logged nothing in the last ${UNDO_HOURS} hours. Older entries are in \`/history\`.`,
    };
  }
  if (undone.outcome === 'repeated') {
    return { content: 'That `/undo` is done already. Run it again to take back the entry before it.' };
  }
  const { entry } = undone;
  if (undone.outcome === 'held') {
    const area = entry.kind === 'report' ? areaLabel(entry.facts.area) : '';
    const reviewed = customId('pain', 'reviewed', { report: entry.id });
    return {
      content: `Your last entry is a pain report: **${area}**. ${SIGN_STAYS} Other entries: \`/history\`.`,
      components: [row(button(reviewed, 'A clinician has reviewed it'))],
    };
  }
  const back = customId('undo', 'back', { kept: undone.kept, kind: entry.kind, entry: packId(entry.id) });
  const lines = [
    ...goneText('Taken back', undone, today),
    '-# I keep it for 15 minutes. `/undo` again takes back the entry before it.',
  ];
  return {
    content: lines.join('\n').slice(0, 2000),
    components: [row(button(back, 'Put it back', 'main'))],
  };
}

/** After "Put it back"; null says that the pressed message has to stay, because it alone still tells what it was. */
export function backPanel(put: PutBack): Panel {
  if (put.outcome === 'back') return { content: `It is back: ${entryLine(put.entry, put.signOpen)}` };
  return {
    content:
      put.outcome === 'replaced'
        ? 'Another entry has its place by now, so I put nothing back. `/history` shows it.'
        : 'I no longer have it: I keep it for 15 minutes only, and not when I am restarted. The message above says what it was.',
  };
}
