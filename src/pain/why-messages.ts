/** Why a light is what it is (handbook §1). */
import type { PainAnswer } from './report-pain.ts';
import type { Reason } from './rules.ts';
import type { PainReport } from './store.ts';

/** The reasons, and the number of the club's rule. */
export function whyText({ report, result }: PainAnswer): string {
  const reasons = result.reasons.map((reason) => reasonText(reason, sinceWhen(report)));
  return `${sentence(reasons.join('; '))} Club rule ${result.rule} of 7: fixed, not medical evidence.`;
}

/** What a rise is measured from (handbook §1: the morning after, from before yesterday's session). */
function sinceWhen({ phase }: PainReport): string {
  return phase === 'next-morning' ? 'since before yesterday’s session' : 'since the start';
}

function reasonText(reason: Reason, since: string): string {
  switch (reason.clause) {
    case 'flag':
      return 'a warning sign is open';
    case 'missing':
      return `“${reason.what}” is not answered`;
    case 'at-red':
      return `pain ${reason.now} is at or above ${reason.redAt}`;
    case 'stride-changed':
      return 'your stride has changed';
    case 'kinds':
      return `the pain is ${reason.kinds.join(' and ')}`;
    case 'rise':
      return `pain ${reason.now} is at or above ${reason.amberAt}, and up ${reason.by} ${since}`;
    case 'fracture':
      return `pain ${reason.now} with a broken vertebra that is not cleared`;
    case 'minor':
      return `pain ${reason.now} is at or above ${reason.redAt}, the limit under 18`;
    case 'at-amber':
      return `pain ${reason.now} is at or above ${reason.amberAt}`;
    case 'small-rise':
      return `pain is up ${reason.by} ${since}`;
    case 'growing':
      return 'it is growing';
    case 'below-amber':
      return `pain ${reason.now} is below ${reason.amberAt}, and not up by 2`;
  }
}

function sentence(text: string): string {
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}
