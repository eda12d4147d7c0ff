import type { AnyoneContext, AthleteContext } from '../../src/app.ts';
import type { Press, Submission } from '../../src/discord/command.ts';
import { ownReport } from '../../src/pain/own-report.ts';

/** What names one of the caller's own reports: it may be pressed in a direct message, which names no club. */
export function onReport<Sent extends Press | Submission>(
  run: (sent: Sent, context: AthleteContext) => Promise<void>,
) {
  return {
    needs: 'nobody' as const,
    async run(sent: Sent, anyone: AnyoneContext) {
      await run(sent, await ownReport(anyone, sent.caller, sent.args.report ?? ''));
    },
  };
}
