import type { Drawn } from '../blocks/drawn.ts';

/** The one host that Slack's response URLs have. */
const SLACK_HOOKS = 'https://hooks.slack.com';
const TIMEOUT_MS = 10_000;

/**
 * Says something that only the person who asked can see, also where we are not a member.
 * @param slackApiUrl where Slack itself is, when it is not slack.com: its response URLs are allowed too
 * @throws when the URL is not Slack's, is used up, or is older than 30 minutes
 */
export async function whisper(responseUrl: string, drawn: Drawn, slackApiUrl: string | undefined): Promise<void> {
  const allowed = [SLACK_HOOKS, ...(slackApiUrl === undefined ? [] : [new URL(slackApiUrl).origin])];
  if (!allowed.includes(new URL(responseUrl).origin)) throw new Error('the response URL is not one of Slack');
  const response = await fetch(responseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...drawn }),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`Slack answered ${response.status} to a response URL`);
}
