import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendContent, sendJson } from './answer.ts';
import { answerApiCall, answerResponseUrl, receiveUpload, sendFile, type AppRoutes } from './app-routes.ts';
import type { Page } from './page.ts';
import { receiveAction, showFile, streamChanges } from './page-routes.ts';
import { BodyTooLarge } from './read-body.ts';
import { isForThisHost, isFromOwnPage } from './same-origin.ts';

export interface Routes extends AppRoutes {
  readonly loadPage: () => Promise<Page>;
}

/** Answers one request, whatever happens: a fault of this server is HTTP 500 with its message. */
export async function handle(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await route(routes, request, response);
  } catch (error) {
    if (response.headersSent) response.destroy();
    else sendJson(response, error instanceof BodyTooLarge ? 413 : 500, { ok: false, error: String(error) });
  }
}

async function route(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isForThisHost(request)) return sendJson(response, 421, { ok: false, error: 'not_this_host' });
  if (!isFromOwnPage(request)) return sendJson(response, 403, { ok: false, error: 'foreign_origin' });
  const { slack } = routes;
  const url = new URL(request.url ?? '/', slack.origin);
  const [first = '', ...rest] = url.pathname.slice(1).split('/');
  const isPost = request.method === 'POST';
  if (first === 'api') return answerApiCall(routes, rest.join('/'), request, response);
  if (first === 'response' && isPost) return answerResponseUrl(routes, rest[0] ?? '', request, response);
  if (first === 'upload' && isPost) return receiveUpload(routes, rest[0] ?? '', request, response);
  if (first === 'files') return sendFile(routes, rest[0] ?? '', request, response);
  if (url.pathname === '/page/changes')
    return streamChanges(slack, url.searchParams.get('user') ?? '', request, response);
  if (url.pathname === '/page/act' && isPost) return receiveAction(slack, request, response);
  if (url.pathname.startsWith('/page/files/')) return showFile(slack, rest[1] ?? '', response);
  // A permalink opens the page, which finds the message by the address.
  const path = first === 'archives' ? '/' : url.pathname;
  const asset = (await routes.loadPage()).get(path);
  if (asset === undefined) return sendJson(response, 404, { ok: false, error: 'not_found' });
  return sendContent(response, asset.type, asset.content);
}
