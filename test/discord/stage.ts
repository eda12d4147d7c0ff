/** A bot of one made-up command: the real client, router and responder on the sandbox, without any feature. */
import { once } from 'node:events';
import { SlashCommandBuilder } from '@discordjs/builders';
import { Events } from 'discord.js';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { type Actor, type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { createClient } from '../../src/discord/client.ts';
import type { Call, Command, Press, Submission } from '../../src/discord/command.ts';
import { createDrafts, type Invocation } from '../../src/discord/drafts.ts';
import { registerCommands } from '../../src/discord/register.ts';
import { createRouter, type Router } from '../../src/discord/router.ts';
import { systemClock } from '../../src/time/clock.ts';

interface Contexts {
  readonly anyone: object;
}

/** What the command does; its buttons and forms are those of `/team` and `/join`, whose custom ids exist. */
export interface Handlers {
  readonly run?: (call: Call) => Promise<void>;
  readonly press?: (press: Press) => Promise<void>;
  readonly submit?: (sent: Submission) => Promise<void>;
  readonly recall?: (draft: string) => Promise<Invocation | undefined>;
}

export interface Stage {
  readonly sandbox: Sandbox;
  readonly ann: Actor;
  readonly router: Router;
  /** The log's lines. */
  readonly log: readonly string[];
  /** Resolves when Discord has taken the next first response. */
  responded(): Promise<void>;
}

/** Starts it; everything ends with the test. */
export async function startStage(handlers: Handlers): Promise<Stage> {
  const sandbox = await startSandbox();
  const guild = sandbox.createGuild({
    name: 'Club',
    channels: [{ name: 'training' }],
    members: [{ name: 'Ann' }],
  });
  const client = createClient(sandbox.apiUrl);
  onTestFinished(async () => {
    await client.destroy();
    await sandbox.stop();
  });
  const log: string[] = [];
  const command = commandOf(handlers);
  const router = createRouter<Contexts, null>({
    commands: new Map([['join', command]]),
    app: null,
    drafts: createDrafts(systemClock),
    log: pino({ base: null }, { write: (line: string) => log.push(line) }),
    admit: async <Need extends keyof Contexts>() => ({}) as Contexts[Need],
    explain: (_, typed) => ({
      panel: { content: `Sorry. ${JSON.stringify(typed?.invocation.options ?? null)}` },
      expected: false,
      id: 'id-1',
    }),
  });
  client.on(Events.InteractionCreate, (interaction) => void router.handle(interaction));
  const ready = once(client, Events.ClientReady);
  await client.login(sandbox.token);
  await ready;
  await registerCommands(client.rest, sandbox.applicationId, null, [command.data.toJSON()]);
  await sandbox.whenReady();
  const responded = () =>
    new Promise<void>((resolve) => {
      const look = ({ path }: { path: string }) => {
        if (!path.endsWith('/callback')) return;
        client.rest.off('response', look);
        resolve();
      };
      client.rest.on('response', look);
    });
  return { sandbox, ann: sandbox.actor(guild, 'Ann'), router, log, responded };
}

function commandOf({ run, press, submit, recall }: Handlers): Command<Contexts, null> {
  const nothing = async () => undefined;
  return {
    data: new SlashCommandBuilder()
      .setName('join')
      .setDescription('Made up')
      .addStringOption((option) => option.setName('words').setDescription('Any').setAutocomplete(true)),
    execute: { needs: 'anyone', run: run ?? nothing },
    autocomplete: {
      words: async () => {
        throw new Error('no suggestions');
      },
    },
    components: { open: { needs: 'anyone', run: press ?? nothing } },
    forms: { submit: { needs: 'anyone', run: submit ?? nothing } },
    ...(recall ? { recall } : {}),
  };
}
