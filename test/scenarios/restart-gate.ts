import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { latch } from '../jobs/engine-under-test.ts';

export interface PassingCall {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** Where a call is stopped: before it has done anything, or when all is done and the caller does not know it yet. */
export type Point = 'on its way' | 'on its way back';

export interface HeldCall {
  /** Resolves once the call stands at the gate. */
  readonly arrived: Promise<void>;
  /** Lets it pass. */
  release(): void;
}

/** An HTTP server that every call of the bot to one other side passes: what it holds tells exactly how far the bot has come. */
export interface Gate {
  readonly url: string;
  /** Stops the next call that fits. */
  hold(fits: (call: PassingCall) => boolean, point: Point): HeldCall;
  close(): Promise<void>;
}

interface Hold {
  readonly fits: (call: PassingCall) => boolean;
  readonly point: Point;
  stop(): Promise<void>;
}

/** @param answer what stands behind the gate; a call that it rejects is cut off */
export async function openGate(answer: (call: PassingCall) => Promise<Answer>): Promise<Gate> {
  const holds: Hold[] = [];

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = request;
    const call = { method, path, headers, body: await text(request) };
    const index = holds.findIndex(({ fits }) => fits(call));
    const hold = index === -1 ? undefined : holds.splice(index, 1)[0];
    if (hold?.point === 'on its way') await hold.stop();
    const { status, headers: answered, body } = await answer(call);
    if (hold?.point === 'on its way back') await hold.stop();
    response.writeHead(status, answered).end(body);
  }

  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server that listens on a port has such an address
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    hold(fits, point) {
      const [arrival, release] = [latch(), latch()];
      const stop = (): Promise<void> => {
        arrival.open();
        return release.opened;
      };
      holds.push({ fits, point, stop });
      return { arrived: arrival.opened, release: () => release.open() };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
