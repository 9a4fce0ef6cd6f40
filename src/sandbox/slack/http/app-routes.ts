import type { IncomingMessage, ServerResponse } from 'node:http';
import { tryToRespond } from '../delivery/responses.ts';
import type { LocalSlack } from '../local-slack.ts';
import type { WebApi } from '../web-api/web-api.ts';
import type { JsonObject } from '../wire.ts';
import { sendContent, sendJson } from './answer.ts';
import { readFields, readUpload } from './read-body.ts';

/** What an app calls: the Web API, response URLs, and files. */
export interface AppRoutes {
  readonly slack: LocalSlack;
  readonly webApi: WebApi;
}

export async function answerApiCall(
  { webApi }: AppRoutes,
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const fields = await readFields(request);
  const planned = webApi.takePlanned(method);
  if (planned?.kind === 'rate-limited') {
    sendJson(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(planned.retryAfterS) });
    return;
  }
  const answer =
    planned?.kind === 'error'
      ? { ok: false, error: planned.error }
      : await webApi.answer(method, tokenOf(request, fields), fields);
  if (planned?.kind === 'lost') request.socket.destroy();
  else sendJson(response, 200, answer);
}

export async function answerResponseUrl(
  { slack }: AppRoutes,
  secret: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const fields = await readFields(request);
  const use = slack.responseUrls.use(secret);
  const error = use.kind === 'good' ? tryToRespond(slack, use.origin, fields) : use.kind;
  if (error === undefined) sendJson(response, 200, { ok: true });
  else sendJson(response, use.kind === 'good' ? 400 : 404, { ok: false, error });
}

export async function receiveUpload(
  { slack }: AppRoutes,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const content = await readUpload(request);
  const isExpected = slack.files.receive(id, content);
  sendJson(
    response,
    isExpected ? 200 : 404,
    isExpected ? `OK - ${content.length}` : { ok: false, error: 'file_not_found' },
  );
}

/** Serves a file to the app with its token. Without one, Slack answers with its log-in page, and so does this. */
export function sendFile({ slack }: AppRoutes, id: string, request: IncomingMessage, response: ServerResponse): void {
  const stored = slack.files.find(id);
  if (tokenOf(request, {}) !== slack.botToken || stored === undefined) {
    sendContent(response, 'text/html; charset=utf-8', '<!doctype html><title>Sign in</title>');
    return;
  }
  sendContent(response, stored.file.mimetype, stored.content);
}

function tokenOf(request: IncomingMessage, fields: JsonObject): string | undefined {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const field = fields['token'];
  return bearer ?? (typeof field === 'string' ? field : undefined);
}
