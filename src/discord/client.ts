/** The discord.js client: the Guilds intent alone, and caches that cannot grow without bound. */
import { Client, GatewayIntentBits, Options } from 'discord.js';

const NO_MORE_THAN = 200;
const LONG_WAIT_MS = 10_000;

/** A client that is not logged in yet. `apiUrl` is Discord's REST address without the version. */
export function createClient(apiUrl: string): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      AutoModerationRuleManager: 0,
      ApplicationCommandManager: 0,
      ApplicationEmojiManager: 0,
      BaseGuildEmojiManager: 0,
      DMMessageManager: 0,
      EntitlementManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildInviteManager: 0,
      GuildMemberManager: {
        maxSize: NO_MORE_THAN,
        keepOverLimit: (member) => member.id === member.client.user.id,
      },
      GuildMessageManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: NO_MORE_THAN, keepOverLimit: (user) => user.id === user.client.user.id },
      VoiceStateManager: 0,
    }),
    allowedMentions: { parse: [], repliedUser: false },
    enforceNonce: true,
    rest: {
      api: apiUrl,
      version: '10',
      retries: 1,
      timeout: 5_000,
      invalidRequestWarningInterval: 500,
      // A long wait of a scheduled message belongs into the database, where it survives a restart.
      rejectOnRateLimit: ({ method, route, retryAfter }) =>
        method === 'POST' && route.startsWith('/channels') && retryAfter > LONG_WAIT_MS,
    },
  });
}
