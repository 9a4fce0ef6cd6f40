import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Change, Snapshot } from '../changes.ts';
import type { LocalSlack } from '../local-slack.ts';
import { act } from '../people/act.ts';
import { HUMAN_ACTION } from '../people/human-actions.ts';
import { snapshotFor } from '../snapshot.ts';
import { sendContent, sendEventStreamHead, sendJson } from './answer.ts';
import { isJson, readFields } from './read-body.ts';

/** Keeps a connection that has nothing to say from being taken for dead. */
const HEARTBEAT_MS = 20_000;

/** Tells the page everything that one person sees, and every change from then on. Who is not known gets the first person's view. */
export function streamChanges(
  slack: LocalSlack,
  handle: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { people } = slack.workspace;
  const user = (people.find(({ name }) => name === handle) ?? people[0])?.id ?? '';
  sendEventStreamHead(response);
  const send = (change: Change | Snapshot) => response.write(`data: ${JSON.stringify(change)}\n\n`);
  send(snapshotFor(slack, user));
  const stop = slack.feed.listen((change) => {
    if (change.to !== undefined && change.to !== user) return;
    send(change);
  });
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  request.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}

/** Carries out what the person did; the page hears of the effects through the stream of changes. */
export async function receiveAction(
  slack: LocalSlack,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A type that a foreign page cannot send without asking first.
  if (!isJson(request)) {
    sendJson(response, 415, { kind: 'failed', reason: 'Actions are JSON.' });
    return;
  }
  const action = HUMAN_ACTION.safeParse(await readFields(request));
  if (!action.success) {
    sendJson(response, 400, { kind: 'failed', reason: action.error.issues.map((issue) => issue.message).join(' ') });
    return;
  }
  sendJson(response, 200, await act(slack, action.data));
}

/** Shows a file of the workspace to the page. Only images are shown; everything else is plain text. */
export function showFile(slack: LocalSlack, id: string, response: ServerResponse): void {
  const stored = slack.files.find(id);
  if (stored === undefined) {
    sendJson(response, 404, { ok: false, error: 'file_not_found' });
    return;
  }
  const { mimetype } = stored.file;
  sendContent(response, mimetype.startsWith('image/') ? mimetype : 'text/plain; charset=utf-8', stored.content);
}
