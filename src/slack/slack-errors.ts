import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';

/** What Slack says when a message's blocks are at fault, and the same words without them may be taken. */
const BLOCK_TROUBLE = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'block_mismatch']);

/** What Slack says when we may not post there. */
const NOT_THERE = new Set(['not_in_channel', 'channel_not_found']);

/** What Slack says when it failed itself; part of the call may have been done (docs.slack.dev, chat.postMessage errors). */
const SLACK_FAILED = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);

/** Slack's word for what went wrong, such as `not_in_channel`; `null` when Slack did not answer. */
export function slackErrorCode(error: unknown): string | null {
  return error instanceof WebAPIPlatformError ? error.data.error : null;
}

export function isBlockTrouble(error: unknown): boolean {
  return BLOCK_TROUBLE.has(slackErrorCode(error) ?? '');
}

export function isNotThere(error: unknown): boolean {
  return NOT_THERE.has(slackErrorCode(error) ?? '');
}

/** Slack answered, and will answer the same again. */
export function isFinal(error: unknown): boolean {
  const code = slackErrorCode(error);
  return code !== null && !SLACK_FAILED.has(code);
}

/** For how long Slack wants silence, in milliseconds; `null` when this is no rate limit. */
export function rateLimitMs(error: unknown): number | null {
  return error instanceof WebAPIRateLimitedError ? error.retryAfter * 1000 : null;
}

/** Slack does not take a token of ours: one sentence that names the variable, and what was expected. */
export class SlackRefusedError extends Error {
  override readonly name = 'SlackRefusedError';
}

/** What Slack answers, or a `SlackRefusedError` when it refuses the token of this environment variable. */
export async function accepted<Answer>(variable: string, answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    const code = slackErrorCode(error);
    if (code === null) throw error;
    throw new SlackRefusedError(
      `${variable} was refused by Slack (${code}): expected a valid token of this app, from its page at api.slack.com/apps.`,
      { cause: error },
    );
  }
}
