/** What every verb is handed: built once in bot.ts. */
import type { Logger } from 'pino';
import type { Athlete } from './athletes/store.ts';
import type { Club } from './clubs/store.ts';
import type { Database } from './db/database.ts';
import type * as discord from './discord/command.ts';
import type { Call } from './discord/command.ts';
import type { Drafts } from './discord/drafts.ts';
import type { Clock } from './time/clock.ts';

export interface App {
  readonly database: Database;
  readonly clock: Clock;
  readonly drafts: Drafts;
  readonly log: Logger;
  /** Names of the permissions that the bot lacks in a channel; empty: it can post there. */
  missingPermissions(clubId: string, channelId: string): string[];
  /** Whether everybody in the club's server can read a channel. */
  isPublic(clubId: string, channelId: string): boolean;
  /** Whether the club's server has a channel that is no thread; also while that is not known. */
  hasChannel(clubId: string, channelId: string): boolean;
  /** Whether the club's server has a role; also while that is not known. */
  hasRole(clubId: string, roleId: string): boolean;
  /** Minutes after which a missed message of a kind is no longer sent; 0 for an unknown kind. */
  graceMinutes(kind: string): number;
  /** Runs a kept command as if it had just been typed. */
  resume(call: Call): Promise<void>;
}

export interface AnyoneContext {
  readonly app: App;
  readonly now: Date;
}

/** In a club that is set up. */
export interface ClubContext extends AnyoneContext {
  readonly club: Club;
}

/** By somebody who has joined. */
export interface AthleteContext extends ClubContext {
  readonly athlete: Athlete;
}

/** By somebody who has joined, or by a coach who need not have. */
export interface MemberContext extends ClubContext {
  /** Null: a coach who has not joined. */
  readonly athlete: Athlete | null;
  readonly isCoach: boolean;
  /** Discord's id of the caller. */
  readonly userId: string;
}

/** By somebody who may manage the server; the club may not be set up yet. */
export interface AdministratorContext extends AnyoneContext {
  readonly clubId: string;
  readonly club: Club | null;
}

/** What a handler may need, and what it is then given. */
export interface Contexts {
  readonly nobody: AnyoneContext;
  readonly club: ClubContext;
  readonly athlete: AthleteContext;
  readonly member: MemberContext;
  readonly coach: ClubContext;
  readonly administrator: AdministratorContext;
}

export type Command = discord.Command<Contexts, App>;
