import type { SlackMessage, SlackView } from './wire.ts';
import type { Channel, InstalledApp, Person, UserGroup, Workspace } from './workspace.ts';
import type { WorldCard } from './world-panel.ts';

export interface ThreadStatus {
  readonly channel: string;
  readonly threadTs: string;
  readonly text: string;
}

/** One thing that changed in the workspace. `to` names the only person who may see it; without it, everyone does. */
export type Change = { readonly to?: string } & (
  | { readonly kind: 'message'; readonly channel: string; readonly message: SlackMessage }
  | { readonly kind: 'message-removed'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'ephemeral'; readonly channel: string; readonly message: SlackMessage }
  | { readonly kind: 'ephemeral-removed'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'modal'; readonly view: SlackView | null }
  | { readonly kind: 'home'; readonly view: SlackView | null }
  | { readonly kind: 'status'; readonly status: ThreadStatus }
  | { readonly kind: 'members'; readonly channel: string; readonly memberIds: readonly string[] }
  | { readonly kind: 'world'; readonly active: string }
  | { readonly kind: 'connection'; readonly isBotConnected: boolean }
);

/** Everything that one person sees when they open the page; from there on, changes are enough. */
export interface Snapshot {
  readonly kind: 'snapshot';
  readonly me: string;
  readonly team: Workspace['team'];
  readonly people: readonly Person[];
  readonly userGroups: readonly UserGroup[];
  readonly app: InstalledApp;
  readonly channels: readonly Channel[];
  readonly messages: { readonly [channel: string]: readonly SlackMessage[] };
  readonly ephemerals: { readonly [channel: string]: readonly SlackMessage[] };
  readonly statuses: readonly ThreadStatus[];
  readonly modal: SlackView | null;
  readonly home: SlackView | null;
  readonly worlds: readonly WorldCard[];
  readonly activeWorld: string;
  readonly isBotConnected: boolean;
}

export type ChangeListener = (change: Change) => void;

/** Tells whoever listens what changed. */
export class ChangeFeed {
  readonly #listeners = new Set<ChangeListener>();

  tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }

  /** @returns a function that ends the listening */
  listen(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
