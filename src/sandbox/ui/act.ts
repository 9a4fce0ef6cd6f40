import type { HumanAction, Outcome } from '../slack/people/human-actions.ts';

/** Does something in the workspace as a person. A server that cannot be reached is a failure like any other. */
export async function act(action: HumanAction): Promise<Outcome> {
  try {
    const response = await fetch('/page/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(action),
    });
    // Our own server answers with an outcome, whatever the status.
    const outcome: Outcome = await response.json();
    return outcome;
  } catch {
    return { kind: 'failed', reason: 'The local workspace cannot be reached. Is it still running?' };
  }
}
