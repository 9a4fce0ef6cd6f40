import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger, SocketModeReceiver } from '@slack/bolt';

const PAUSE_MS = 3_000;

/**
 * Nobody awaits what @slack/socket-mode 3.1 begins anew when a connection is lost: a refusal, of a Slack that is away
 * longer than the client tries, would end the process as a bug. So it is begun until it succeeds or the bot stops; health
 * says meanwhile that nothing is connected. The first start is somebody's, and fails as ever.
 */
export function keepReconnecting({ client }: SocketModeReceiver, logger: Logger, isStopping: () => boolean): void {
  const start = client.start.bind(client);
  let isFirst = true;
  client.start = async () => {
    if (isFirst) {
      isFirst = false;
      return start();
    }
    while (!isStopping()) {
      try {
        return await start();
      } catch (error) {
        logger.warn(`The connection to Slack could not be made again: ${String(error)}`);
        await sleep(PAUSE_MS, undefined, { ref: false });
      }
    }
    return { ok: false };
  };
}
