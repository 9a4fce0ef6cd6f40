import type { Drawn } from './blocks/drawn.ts';
import type { AccountNames } from './blocks/text.ts';
import type { ChannelWatch } from './incoming/channel-watch.ts';
import type { SlackClients } from './clients.ts';
import type { OwnerDirectory } from './fixes/owner-directory.ts';
import type { Desk, Log } from './ports.ts';
import type { Seen } from './incoming/seen.ts';
import type { SnippetReader } from './incoming/snippets.ts';

/** What every listener works with. */
export interface Edge {
  readonly desk: Desk;
  readonly log: Log;
  readonly clients: SlackClients;
  readonly names: AccountNames;
  readonly channels: ChannelWatch;
  readonly owners: OwnerDirectory;
  readonly snippets: SnippetReader;
  /** Which messages and events were already acted upon. */
  readonly seen: Seen;
  /** The workspace that we are installed in, and who we are in it; known once the bot has started. */
  readonly self: () => Self;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface Self {
  readonly team: string;
  readonly botUser: string;
  readonly bot: string;
}

/** Where something is said to one person alone. */
export interface Aside {
  readonly channel: string;
  readonly threadTs: string | null;
  readonly user: string;
}

/** Tells one person something that nobody else sees. It may get lost, so it is never the only record of anything. */
export async function tellAlone(
  { clients, log }: Edge,
  { channel, threadTs, user }: Aside,
  drawn: Drawn,
): Promise<void> {
  const thread = threadTs === null ? {} : { thread_ts: threadTs };
  await clients.steady.chat
    .postEphemeral({ channel, user, text: drawn.text, blocks: drawn.blocks, ...thread })
    .catch((error: unknown) => log.warn({ err: error, channel }, 'somebody could not be told something'));
}
