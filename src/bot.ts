/** The composition root: builds everything once and hands it on. The only place that knows all. */
import { randomUUID } from 'node:crypto';
import { Events } from 'discord.js';
import type { Logger } from 'pino';
import type { App, Contexts } from './app.ts';
import { createAdmission } from './athletes/admit.ts';
import { checkInKind } from './checkins/check-in-kind.ts';
import type { Config } from './config.ts';
import { openDatabase } from './db/database.ts';
import { reopenAfterReturn } from './deliveries/direct-store.ts';
import { createDeliveryEngine } from './deliveries/engine.ts';
import type { FaultPoints } from './deliveries/fault-points.ts';
import type { DeliveryKind } from './deliveries/kind.ts';
import { createClient } from './discord/client.ts';
import { connect } from './discord/connect.ts';
import { createDrafts } from './discord/drafts.ts';
import { loadCommands } from './discord/loader.ts';
import { hasChannel, hasRole, isPublic, missingPermissions, passageTo } from './discord/permissions.ts';
import { registerCommands } from './discord/register.ts';
import { createRouter } from './discord/router.ts';
import { createSender } from './discord/sender.ts';
import { setPreview } from './exercises/preview-set.ts';
import { warmUpPreview } from './exercises/show-warm-up.ts';
import { faultPanel } from './fault-messages.ts';
import { ownKind } from './habits/own-kind.ts';
import { coreKind, stretchKind } from './habits/reminder-kinds.ts';
import { warmUpKind } from './habits/warm-up-kind.ts';
import { echoKind } from './pain/echo-kind.ts';
import { painObjection } from './pain/objection.ts';
import { planKind, planWarmUpKind } from './plans/plan-kinds.ts';
import { startPurging } from './privacy/purge.ts';
import { noticeKind } from './reminders/notice-kind.ts';
import { notifyOfTrouble } from './reminders/notify.ts';
import { scheduleMissingWeekly } from './summaries/schedule-summary.ts';
import { summaryKind } from './summaries/send-summary.ts';
import { weekKind } from './summaries/send-week.ts';
import type { Clock } from './time/clock.ts';

export interface BotOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  /** Called once if the running bot can no longer go on, like a token that was withdrawn. */
  readonly onFatal?: (reason: Error) => void;
  /** For tests only. */
  readonly hooks?: FaultPoints;
}

export interface Bot {
  /** Sends what is due by the clock now, instead of within a second. */
  wake(): Promise<void>;
  /** Settles when all that came so far is answered, with what comes beside an answer. */
  answered(): Promise<void>;
  /** Claims no more, finishes what was acknowledged, leaves Discord, closes the database. */
  stop(): Promise<void>;
}

/**
 * Starts the bot and settles when it answers commands. Rejects with one clear line for the person who runs the
 * server: ConnectError, DatabaseError or CommandFileError; nothing is left open then.
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { config, clock, log } = options;
  const commands = await loadCommands<Contexts, App>(new URL('../commands/', import.meta.url));
  const database = await openDatabase(config.databaseUrl, { clock, log });
  const client = createClient(config.discordApiUrl);
  try {
    const drafts = createDrafts(clock);
    const app: App = {
      database,
      clock,
      drafts,
      log,
      missingPermissions: (clubId, channelId) => missingPermissions(client, clubId, channelId),
      isPublic: (clubId, channelId) => isPublic(client, clubId, channelId),
      hasChannel: (clubId, channelId) => hasChannel(client, clubId, channelId),
      hasRole: (clubId, roleId) => hasRole(client, clubId, roleId),
      graceMinutes: (name) => kinds.find((kind) => kind.name === name)?.graceMinutes ?? 0,
      resume: (call) => router.resume(call),
    };
    const router = createRouter<Contexts, App>({
      commands,
      app,
      drafts,
      log,
      admit: createAdmission(app),
      explain: (error, typed) => faultPanel(error, typed, randomUUID()),
    });
    const fatal = (reason: Error) => options.onFatal?.(reason);
    const kinds = deliveryKinds(app);
    const engine = createDeliveryEngine({
      database,
      sender: createSender(client.rest),
      kinds,
      clock,
      log,
      mayPost: (clubId, channelId) => passageTo(client, clubId, channelId),
      onTrouble(trouble) {
        const { delivery, means, code, channelId } = trouble;
        log.warn(
          { club: delivery.clubId, delivery: delivery.id, means, code, channelId },
          'a message was not sent',
        );
        return notifyOfTrouble(app, trouble);
      },
      onTokenRefused: () => fatal(new Error('Discord no longer takes DISCORD_TOKEN')),
      ...(options.hooks ? { hooks: options.hooks } : {}),
    });
    client.on(Events.GuildCreate, ({ id }) => {
      reopenAfterReturn(database.db, id).catch((error: unknown) =>
        log.error({ err: error, club: id }, 'direct messages could not be reopened'),
      );
    });
    client.on(Events.InteractionCreate, (interaction) => void router.handle(interaction));
    const applicationId = await connect(client, config.discordToken, { log, onFatal: fatal });
    const bodies = [...commands.values()].map((command) => command.data.toJSON());
    const changed = await registerCommands(client.rest, applicationId, config.discordGuildId, bodies);
    await scheduleMissingWeekly(database.db, clock.now());
    engine.start();
    const purging = startPurging(app);
    log.info({ commands: bodies.length, registered: changed, database: database.provider }, 'ready');
    return {
      wake: () => engine.tick(),
      answered: () => router.drained(),
      async stop() {
        await engine.stop();
        await purging.stop();
        await router.drained();
        await client.destroy();
        await database.close();
      },
    };
  } catch (error) {
    await client.destroy();
    await database.close();
    throw error;
  }
}

/** All that the engine sends, each by the feature that words it. */
function deliveryKinds(app: App): readonly DeliveryKind[] {
  const above = { objection: painObjection(app), preview: setPreview(app), warmUp: warmUpPreview(app) };
  return [
    ...[coreKind(app, above), stretchKind(app, above), warmUpKind(app, above)],
    ...[echoKind(app), checkInKind(app), ownKind(app)],
    ...[summaryKind(app), weekKind(app), planKind(app), planWarmUpKind(app), noticeKind(app)],
  ];
}
