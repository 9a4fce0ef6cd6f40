import type { ServerResponse } from 'node:http';

/** The page may load nothing but what this server serves, and nobody may frame it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const SAFETY = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { ...SAFETY, 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

export function sendContent(response: ServerResponse, type: string, content: string | Buffer): void {
  response.writeHead(200, { ...SAFETY, 'content-type': type });
  response.end(content);
}

export function sendEventStreamHead(response: ServerResponse): void {
  response.writeHead(200, { ...SAFETY, 'content-type': 'text/event-stream; charset=utf-8' });
}
