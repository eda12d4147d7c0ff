import type { Athlete } from '../athletes/store.ts';
import { customId } from '../discord/custom-ids.ts';
import { button, row, select } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { areaLabel } from './areas.ts';
import { painNumbers } from './form-messages.ts';
import { lightPanel } from './light-messages.ts';
import type { PainAnswer } from './report-pain.ts';
import { screenPanel } from './screen-messages.ts';
import type { PainReport } from './store.ts';

/** The answer to a report: the next question if one is open, else the light. */
export function painPanel(answer: PainAnswer, athlete: Athlete): Panel {
  const { result, report, screen } = answer;
  if (result.missing.includes('now')) return numberQuestion(report, 'now');
  if (result.missing.includes('start')) return numberQuestion(report, 'start');
  if (screen !== null) return screenPanel(report, screen, athlete);
  return lightPanel(answer, athlete);
}

function numberQuestion(report: PainReport, field: 'now' | 'start'): Panel {
  const question =
    field === 'now' ? 'How much does it hurt now?' : 'How much did it hurt when this session began?';
  const id = customId('pain', field, { report: report.id });
  return {
    content: `**${areaLabel(report.area)}.** Saved. ${question} Then you get a light.`,
    components: [row(select(id, '0 no pain, 10 worst imaginable', painNumbers(0, 10)))],
  };
}

/** After Better or Worse: the number, on the side of the last one that was meant. */
export function trendQuestion(report: PainReport, trend: 'better' | 'worse'): Panel {
  const last = report.now ?? 5;
  const choices = trend === 'better' ? painNumbers(0, last - 1) : painNumbers(last + 1, 10);
  return {
    content: `**${areaLabel(report.area)}** was ${last}. How is it now? Your pick saves it.`,
    components: [row(select(customId('pain', 'number', { report: report.id }), 'Pain now', choices))],
  };
}

/** After Resolved. */
export function resolvedPanel({
  report,
  signOpen,
}: {
  readonly report: PainReport;
  readonly signOpen: boolean;
}): Panel {
  const next = signOpen
    ? 'A warning sign is still open: no training until a clinician has reviewed it.'
    : 'If it comes back, `/pain` starts afresh.';
  return { content: `**${areaLabel(report.area)}**: noted as resolved. ${next}` };
}

/** Before a warning sign is closed: a tap by accident must not do it. */
export function reviewQuestion(report: PainReport): Panel {
  const yes = customId('pain', 'reviewed-yes', { report: report.id });
  return {
    content: 'Has a doctor or physio looked at this, and said what you may do?',
    components: [row(button(yes, 'Yes, a clinician has reviewed it', 'main'))],
  };
}

/** After "a clinician has reviewed it". */
export function reviewedPanel(): Panel {
  return {
    content: 'Noted: a clinician has reviewed it. Follow what they said. For a new light, run `/pain`.',
  };
}
