import type { ChangeFeed } from './changes.ts';
import type { FileStore } from './state/file-store.ts';
import type { Membership } from './state/membership.ts';
import type { MessageStore } from './state/message-store.ts';
import type { ResponseUrls } from './state/response-urls.ts';
import type { SocketMode } from './delivery/socket-mode.ts';
import type { Streams } from './state/streams.ts';
import type { Triggers } from './state/triggers.ts';
import type { ViewStore } from './state/view-store.ts';
import type { Workspace } from './workspace.ts';
import type { WorldPanel } from './world-panel.ts';

/** Everything that a running workspace is made of; what the Web API and the people in it both act upon. */
export interface LocalSlack {
  readonly workspace: Workspace;
  readonly panel: WorldPanel;
  readonly appToken: string;
  readonly botToken: string;
  /** `http://127.0.0.1:3141`, for addresses that the app will call. */
  readonly origin: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly feed: ChangeFeed;
  readonly membership: Membership;
  readonly messages: MessageStore;
  readonly views: ViewStore;
  readonly files: FileStore;
  readonly streams: Streams;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly socketMode: SocketMode;
}
