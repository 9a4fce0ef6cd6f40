import type { IncomingMessage } from 'node:http';

const LOCAL_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a request is meant for this server: a name that merely resolves to this machine (DNS rebinding) is refused.
 */
export function isForThisHost(request: IncomingMessage): boolean {
  return LOCAL_NAMES.has(hostname(request.headers.host ?? ''));
}

/** Whether no foreign page has sent this request. Browsers name the page's origin on every request that changes something. */
export function isFromOwnPage(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  return origin === undefined || origin === `http://${host}`;
}

function hostname(host: string): string {
  return host.replace(/:\d+$/, '');
}
