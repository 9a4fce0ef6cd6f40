import { pino } from 'pino';
import { Identities } from '../aws/identities.ts';
import { SANDBOX_ACCOUNTS, selfCredentials } from '../sandbox/accounts.ts';
import type { Estate } from '../sandbox/aws/estate.ts';
import { worldHandler } from '../sandbox/aws/handler.ts';
import { type SlackSandbox, startSlackSandbox } from '../sandbox/slack/slack-sandbox.ts';
import type { WorldPanel } from '../sandbox/slack/world-panel.ts';
import { findWorld, WORLDS } from '../sandbox/worlds/index.ts';
import type { World } from '../sandbox/worlds/world.ts';
import { startBot } from './start-bot.ts';

export interface SandboxOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Where the embedded queue keeps its files. */
  readonly dataDir: string;
  readonly queueUrl?: string;
  /** How long every call to AWS takes, in milliseconds: enough to watch the story being told. */
  readonly latencyMs?: number;
}

export interface RunningSandbox {
  readonly url: string;
  /** The workspace, for whoever drives it from a program. */
  readonly slack: SlackSandbox;
  choose(world: string): Promise<void>;
  stop(): Promise<void>;
}

const WATCHABLE_MS = 120;

/** The whole product on one machine: a local workspace, AWS as a world plays it, and the real bot between them. */
export async function startSandbox({
  port,
  dataDir,
  queueUrl,
  latencyMs = WATCHABLE_MS,
}: SandboxOptions): Promise<RunningSandbox> {
  const stage = new Stage(latencyMs);
  const slack = await startSlackSandbox({ port, panel: stage });
  const bot = await startBot({
    slack: { mode: 'socket', botToken: slack.botToken, appToken: slack.appToken },
    slackApiUrl: slack.apiUrl,
    queueUrl: queueUrl ?? null,
    dataDir,
    healthPort: 0,
    healthHost: '127.0.0.1',
    accounts: SANDBOX_ACCOUNTS,
    homeRegion: 'us-east-1',
    scene: stage.scene,
    log: pino({ level: 'warn' }),
    identities: stage.identities,
  });
  return {
    url: slack.url,
    slack,
    choose: (world) => stage.choose(world),
    async stop() {
      await bot.stop();
      await slack.close();
    },
  };
}

/** The world that AWS plays now. Choosing one, also the same again, builds it anew. */
class Stage implements WorldPanel {
  readonly #latencyMs: number;
  #world: World = WORLDS[0] ?? unreachable();
  #estate: Estate = this.#world.build();
  #identities: Identities;
  #choices = 0;

  constructor(latencyMs: number) {
    this.#latencyMs = latencyMs;
    this.#identities = this.#meet();
  }

  /** Changes with every choice: what was asked before was asked of another estate. */
  readonly scene = (): string => String(this.#choices);
  /** New with every choice, so that a session of one world opens no door in the next. */
  readonly identities = (): Identities => this.#identities;
  readonly list = (): readonly World[] => WORLDS;
  readonly active = (): string => this.#world.id;

  choose(id: string): Promise<void> {
    const world = findWorld(id);
    if (world === undefined) return Promise.reject(new Error(`there is no world ${id}`));
    this.#choices += 1;
    this.#world = world;
    this.#estate = world.build();
    this.#identities = this.#meet();
    return Promise.resolve();
  }

  #meet(): Identities {
    const estate = this.#estate;
    return new Identities({
      accounts: SANDBOX_ACCOUNTS,
      homeRegion: 'us-east-1',
      maxAttempts: 3,
      credentials: selfCredentials(estate),
      lookupsPerSecond: Number.POSITIVE_INFINITY,
      requestHandler: worldHandler(() => estate, { latencyMs: this.#latencyMs }),
    });
  }
}

function unreachable(): never {
  throw new Error('the sandbox has no worlds');
}
