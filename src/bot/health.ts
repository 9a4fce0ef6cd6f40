import { createServer, type Server } from 'node:http';

export interface Health {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * `GET /healthz`: 200 while the process lives. `GET /readyz`: 200 when Slack and the queue answer, else 503 with what
 * does not. On a port of its own, so that it can stay inside.
 * @param host the address to listen on; all of them when absent, since an orchestrator asks from outside
 */
export async function serveHealth(
  port: number,
  problems: () => Promise<readonly string[]>,
  host?: string,
): Promise<Health> {
  const server = createServer((request, response) => {
    void answer(request.url, problems).then(({ status, body }) => {
      response
        .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        .end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen({ port, host }, resolve));
  return { port: portOf(server, port), close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function answer(url: string | undefined, problems: () => Promise<readonly string[]>) {
  if (url === '/healthz') return { status: 200, body: { status: 'alive' } };
  if (url !== '/readyz') return { status: 404, body: { status: 'not found' } };
  const found = await problems();
  return found.length === 0
    ? { status: 200, body: { status: 'ready' } }
    : { status: 503, body: { status: 'not ready', problems: found } };
}

function portOf(server: Server, asked: number): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : asked;
}
