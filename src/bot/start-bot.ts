import type { Identities } from '../aws/identities.ts';
import type { BotConfig } from '../config/read-config.ts';
import { openJobs } from '../jobs/index.ts';
import { namesOf } from '../slack/account-names.ts';
import { createSlackApp } from '../slack/app.ts';
import { createSlackClients } from '../slack/clients.ts';
import type { Log } from '../slack/ports.ts';
import { JobDesk } from './desk.ts';
import { createHandlers } from './handlers.ts';
import { serveHealth } from './health.ts';
import type { BotShapes } from './shapes.ts';
import { toPng } from './to-png.ts';

export interface BotOptions extends BotConfig {
  /** Who we are in AWS; asked for at each job, since the sandbox changes worlds. */
  readonly identities: () => Identities;
  readonly log: Log;
  /** Where Slack is, when it is not slack.com; ends in `/api/`. */
  readonly slackApiUrl?: string;
  /** The address at which health is told; all of them when absent. */
  readonly healthHost?: string;
  /** Which AWS is looked at, where there are several. */
  readonly scene?: () => string;
  /** One half of the bot only; both in one process when absent. */
  readonly only?: 'slack' | 'worker';
}

export interface RunningBot {
  readonly healthPort: number;
  /** Stops hearing, lets the running jobs finish, and closes. */
  stop(): Promise<void>;
}

/** Diagnoses that run side by side in one process: each waits for AWS most of the time. */
const CONCURRENCY = 10;
/** Longer than any diagnosis, shorter than what an orchestrator waits before it kills. */
const GRACE_MS = 25_000;

/** Introduces everyone: the queue, the desk, Slack, the workers. Rejects when Slack or the queue cannot be reached. */
export async function startBot(options: BotOptions): Promise<RunningBot> {
  const { accounts, identities, log, only, scene, slack } = options;
  const api = {
    botToken: slack.botToken,
    ...(options.slackApiUrl !== undefined && { slackApiUrl: options.slackApiUrl }),
  };
  const jobs = await openJobs<BotShapes>({
    url: options.queueUrl,
    dataDir: options.dataDir,
    log: (event, detail) => log.info(detail, event),
  });
  const edge =
    only === 'worker'
      ? null
      : createSlackApp(
          { ...slack, ...api },
          new JobDesk({ jobs, accounts, ...(scene !== undefined && { scene }) }),
          log,
        );

  const problems = async (): Promise<readonly string[]> => [
    ...((await jobs.ready()) ? [] : ['the queue does not answer']),
    ...(edge === null || edge.isConnected() ? [] : ['Slack is not connected']),
  ];
  const closing: (() => Promise<void>)[] = [() => jobs.close(GRACE_MS)];
  const stop = async (): Promise<void> => {
    for (const close of closing) await close();
  };
  try {
    const health = await serveHealth(options.healthPort, problems, options.healthHost);
    // Answers until the last job has finished.
    closing.push(() => health.close());
    if (only !== 'slack') {
      const tellerDesk = { clients: createSlackClients(api), names: namesOf(accounts), log, toPng, ...api };
      await jobs.work(createHandlers({ identities, jobs, tellerDesk, log }), { concurrency: CONCURRENCY });
    }
    if (edge !== null) {
      await edge.start();
      closing.unshift(() => edge.stop());
    }
    return { healthPort: health.port, stop };
  } catch (error) {
    // Whatever stays open would keep a process alive that hears nothing.
    await stop();
    throw error;
  }
}
