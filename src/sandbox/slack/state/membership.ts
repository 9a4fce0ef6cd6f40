import type { ChangeFeed } from '../changes.ts';
import type { Channel, Workspace } from '../workspace.ts';

/** Who is in which channel. It changes only when someone invites the bot. */
export class Membership {
  readonly #channels: Map<string, Channel>;
  readonly #feed: ChangeFeed;

  constructor(workspace: Workspace, feed: ChangeFeed) {
    this.#channels = new Map(workspace.channels.map((channel) => [channel.id, channel]));
    this.#feed = feed;
  }

  channels(): readonly Channel[] {
    return [...this.#channels.values()];
  }

  /** Finds a channel by its id, or by its name with or without `#`, as the Web API accepts them. */
  find(idOrName: string): Channel | undefined {
    const name = idOrName.replace(/^#/, '');
    return this.#channels.get(idOrName) ?? this.channels().find((channel) => channel.name === name);
  }

  isMember(channel: string, user: string): boolean {
    return this.#channels.get(channel)?.memberIds.includes(user) ?? false;
  }

  add(channel: string, user: string): void {
    const found = this.#channels.get(channel);
    if (found === undefined || found.memberIds.includes(user)) return;
    const memberIds = [...found.memberIds, user];
    this.#channels.set(channel, { ...found, memberIds });
    this.#feed.tell({ kind: 'members', channel, memberIds });
  }
}
