import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { startBot } from '../bot/start-bot.ts';
import { untilToldToStop } from '../bot/until-told.ts';
import { readBotConfig } from '../config/read-config.ts';
import { ConfigProblem } from '../config/problem.ts';
import { QueueUnavailableError, QueueUrlError } from '../jobs/index.ts';
import { SlackRefusedError } from '../slack/slack-errors.ts';
import { BadUse } from './bad-use.ts';
import { openRealAws } from './open-aws.ts';
import { readOptions } from './read-options.ts';

/** `ecr-why start`: the bot, until it is told to stop. */
export async function start(args: readonly string[]): Promise<number> {
  const { values } = readOptions(() => parseArgs({ args: [...args], options: { only: { type: 'string' } } }));
  const { only } = values;
  if (only !== undefined && only !== 'slack' && only !== 'worker')
    throw new BadUse('--only is malformed: expected slack or worker.');
  const config = readBotConfig(process.env);
  if (only !== undefined && config.queueUrl === null) {
    throw new BadUse(
      '--only needs QUEUE_URL: the embedded queue lives in one process; expected redis://… or postgres://….',
    );
  }
  const log = pino({
    name: 'ecr-why',
    redact: { paths: ['*.responseUrl', '*.token', 'err.config', 'err.request'], remove: true },
  });
  const identities = openRealAws(process.env);
  const told = untilToldToStop();
  const bot = await startBot({
    ...config,
    identities: () => identities,
    log,
    ...(only !== undefined && { only }),
  }).catch((error: unknown) => {
    throw asProblem(error, config.healthPort);
  });
  log.info({ healthPort: bot.healthPort }, 'ecr-why is running');
  const signal = await told;
  log.info({ signal }, 'finishing what is under way');
  await bot.stop();
  return 0;
}

/** What whoever starts the bot can mend, in one line; anything else stays as it is. */
function asProblem(error: unknown, healthPort: number): unknown {
  if (error instanceof QueueUrlError || error instanceof QueueUnavailableError || error instanceof SlackRefusedError) {
    return new ConfigProblem(error.message, { cause: error });
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return new ConfigProblem(`HEALTH_PORT ${healthPort} is taken: expected a free port, such as ${healthPort + 1}.`, {
      cause: error,
    });
  }
  return error;
}
