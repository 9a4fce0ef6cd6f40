import { WebClient } from '@slack/web-api';

/** Ways to call Slack that differ in what they do when it is busy. */
export interface SlackClients {
  /** For what must arrive and may be sent twice, such as edits: waits and tries again. */
  readonly steady: WebClient;
  /**
   * For progress, which is out of date when Slack is busy, and for posts, which must not be sent twice: every failure is
   * reported at once. A rate limit here does not hold up the queue of the steady client.
   */
  readonly hasty: WebClient;
}

export interface ClientConfig {
  readonly botToken: string;
  /** Ends in `/api/`. Absent for Slack itself. */
  readonly slackApiUrl?: string;
}

/** How often a call is repeated after a network error or an HTTP error, for clients that may repeat. */
export const STEADY_RETRIES = { retries: 5, factor: 2, minTimeout: 300, maxTimeout: 10_000 };

const CALL_TIMEOUT_MS = 15_000;

/** The options that every client shares. Never with `headers`: Bolt would send the bot's token in place of the app's. */
export function clientOptions(slackApiUrl: string | undefined) {
  return { timeout: CALL_TIMEOUT_MS, ...(slackApiUrl === undefined ? {} : { slackApiUrl }) };
}

export function createSlackClients(config: ClientConfig): SlackClients {
  return {
    steady: new WebClient(config.botToken, {
      ...clientOptions(config.slackApiUrl),
      retryConfig: { ...STEADY_RETRIES },
    }),
    hasty: new WebClient(config.botToken, {
      ...clientOptions(config.slackApiUrl),
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    }),
  };
}
