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
const bot = await startBot({
  ...readBotConfig(env),
  identities: openRealAws(env),
  log,
  slackApiUrl: env['SLACK_API_URL'] ?? '',
});
log.info({ healthPort: bot.healthPort }, 'ecr-why is running');
await untilToldToStop();
await bot.stop();
