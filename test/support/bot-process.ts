/**
 * The bot in a process of its own, for tests that kill or stop it: `ecr-why start`, with a local Slack at SLACK_API_URL in
 * place of slack.com. What it logs is all that it tells.
 */
import { pino } from 'pino';
import { startBot } from '../../src/bot/start-bot.ts';
import { untilToldToStop } from '../../src/bot/until-told.ts';
import { openRealAws } from '../../src/commands/open-aws.ts';
import { readBotConfig } from '../../src/config/read-config.ts';

const { env } = process;
const log = pino();
const identities = openRealAws(env);
const slackApiUrl = env['SLACK_API_URL'] ?? '';

try {
  const bot = await startBot({ ...readBotConfig(env), identities: () => identities, log, slackApiUrl });
  // Listens before it tells: whoever hears the line may ask it to stop at once.
  const toldToStop = untilToldToStop();
  log.info({ healthPort: bot.healthPort }, 'ecr-why is running');
  await toldToStop;
  await bot.stop();
} catch (error) {
  log.error({ err: error }, 'ecr-why could not start');
  // As the command does: the process ends by itself, unless something was left open.
  process.exitCode = 1;
}
