/** The one page of warning signs: lists A, B and C, and one tap that says in which a sign is true (handbook §2). */
import type { Athlete } from '../athletes/store.ts';
import { customId } from '../discord/custom-ids.ts';
import { button, row } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { areaLabel } from './areas.ts';
import { type Person, personOf, type ScreenLetter, type ScreenList } from './screen.ts';
import { questionText } from './screen-text.ts';
import type { PainAnswer } from './settle.ts';
import type { PainReport } from './store.ts';

const STOP = '**Stop running for now**, until you have answered this.';

const HEADINGS: Readonly<Record<ScreenLetter, string>> = {
  A: 'A: new or worse with this pain',
  B: 'B: true for you now',
  C: 'C: true of this pain',
};

/** The page; whoever finds a sign in two lists presses the one that stands higher. */
export function screenPanel(
  report: PainReport,
  { lists, stopMeanwhile }: NonNullable<PainAnswer['screen']>,
  athlete: Athlete,
): Panel {
  const person = personOf(athlete);
  const letters = lists.map(({ letter }) => letter).join(lists.length === 2 ? ' and ' : ', ');
  const answer = (level: string) => customId('pain', 'screen', { report: report.id, answer: level });
  const intro = `**${areaLabel(report.area)}.** Saved. Is **any** of these so? Press the first list that has a yes.`;
  return {
    content: [...(stopMeanwhile ? [STOP] : []), intro].join('\n'),
    embeds: [
      {
        description: lists.map((list) => listText(list, person)).join('\n'),
        // The page is longer than a phone: whoever sees its end first is sent back to its beginning.
        footer: { text: `Read ${letters} first. Your answers are not kept, only the result.` },
      },
    ],
    components: [
      row(
        ...lists.map(({ letter, level }) => button(answer(level), `Yes, in ${letter}`, 'danger')),
        button(answer('none'), 'None of these', 'main'),
      ),
    ],
  };
}

function listText({ letter, signs }: ScreenList, person: Person): string {
  // A leg's list has chest pain twice, and the wider line says both.
  const lines = signs.filter((id) => id !== 'E7' || !signs.includes('G5'));
  return [`**${HEADINGS[letter]}**`, ...lines.map((id) => `- ${questionText(id, person)}`)].join('\n');
}
