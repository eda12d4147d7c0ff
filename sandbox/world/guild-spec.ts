/** How a guild is ordered. */
import type { PermissionName } from './permissions.ts';

export interface ChannelSpec {
  readonly name: string;
  /** Permissions that the bot lacks here. */
  readonly denyBot?: readonly PermissionName[];
  /** Only holders of these roles (and the bot and administrators) see the channel. */
  readonly onlyRoles?: readonly string[];
}

export interface RoleSpec {
  readonly name: string;
  readonly permissions?: readonly PermissionName[];
}

export interface MemberSpec {
  readonly name: string;
  /** An existing user's id joins that user; otherwise a new user is made. */
  readonly userId?: string;
  readonly roles?: readonly string[];
  readonly administrator?: boolean;
  readonly note?: string;
  readonly switchable?: boolean;
  readonly directMessagesClosed?: boolean;
  /** Discord's language of this person; default en-US. */
  readonly locale?: string;
}

export interface GuildSpec {
  readonly name: string;
  /** IANA zone of "next morning"; default UTC. */
  readonly zone?: string;
  readonly channels: readonly ChannelSpec[];
  readonly roles?: readonly RoleSpec[];
  readonly members: readonly MemberSpec[];
  /** Whether the bot is in it from the start; default true. */
  readonly withBot?: boolean;
}
