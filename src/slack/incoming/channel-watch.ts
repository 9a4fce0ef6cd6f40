import type { WebClient } from '@slack/web-api';
import type { Log } from '../ports.ts';
import { slackErrorCode } from '../slack-errors.ts';

/** `unseen`: we are not in it, so we cannot post there either. `unknown`: we could not find out, so it counts as shared. */
export type ChannelKind = 'own' | 'shared' | 'unseen' | 'unknown';

export interface ChannelWatch {
  kindOf(channel: string): Promise<ChannelKind>;
}

/** Asked anew at every click: a channel can become shared at any time. */
export function createChannelWatch(client: WebClient, log: Log): ChannelWatch {
  return {
    async kindOf(channel) {
      try {
        const { channel: info } = await client.conversations.info({ channel });
        return info?.is_ext_shared === true || info?.is_pending_ext_shared === true ? 'shared' : 'own';
      } catch (error) {
        if (slackErrorCode(error) === 'channel_not_found') return 'unseen';
        log.warn({ err: error, channel }, 'whether the channel is shared with another company could not be found out');
        return 'unknown';
      }
    },
  };
}
