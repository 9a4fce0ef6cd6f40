import type { ChangeFeed } from '../changes.ts';
import { newId, newSecret } from './identifiers.ts';
import { nameBlocks } from './message-store.ts';
import { textIn, type SlackView, type StateValues, type ViewDraft } from '../wire.ts';
import type { Workspace } from '../workspace.ts';

/** Slack lets three modals lie on top of each other. */
const DEEPEST_STACK = 3;

interface OpenView {
  readonly user: string;
  readonly view: SlackView;
}

/** The modals that each person has open, lowest first, and each person's App Home. */
export class ViewStore {
  readonly #workspace: Workspace;
  readonly #feed: ChangeFeed;
  readonly #stacks = new Map<string, readonly SlackView[]>();
  readonly #homes = new Map<string, SlackView>();

  constructor(workspace: Workspace, feed: ChangeFeed) {
    this.#workspace = workspace;
    this.#feed = feed;
  }

  /** Opens a modal in place of whatever the person has open. */
  open(user: string, draft: ViewDraft): SlackView {
    const view = this.#complete(draft, null);
    this.#setStack(user, [view]);
    return view;
  }

  /** @returns `undefined` when the stack is as deep as Slack allows */
  push(user: string, draft: ViewDraft): SlackView | undefined {
    const stack = this.stack(user);
    if (stack.length >= DEEPEST_STACK) return undefined;
    const view = this.#complete(draft, stack.at(-1) ?? null);
    this.#setStack(user, [...stack, view]);
    return view;
  }

  /** Replaces the content of an open view; what people typed into blocks that stay is the browser's to keep. */
  update(open: OpenView, draft: ViewDraft): SlackView {
    const fresh = this.#complete(draft, null);
    const { id, root_view_id, previous_view_id } = open.view;
    const view = { ...fresh, id, root_view_id, previous_view_id };
    if (view.type === 'home') this.#setHome(open.user, view);
    else
      this.#setStack(
        open.user,
        this.stack(open.user).map((other) => (other.id === id ? view : other)),
      );
    return view;
  }

  publish(user: string, draft: ViewDraft): SlackView {
    const existing = this.#homes.get(user);
    const fresh = this.#complete(draft, null);
    const view = existing === undefined ? fresh : { ...fresh, id: existing.id, root_view_id: existing.id };
    this.#setHome(user, view);
    return view;
  }

  pop(user: string): void {
    this.#setStack(user, this.stack(user).slice(0, -1));
  }

  clear(user: string): void {
    this.#setStack(user, []);
  }

  /** Finds an open modal or a home by its id, or by the id that the app gave it. */
  find(id: { readonly viewId?: string | undefined; readonly externalId?: string | undefined }): OpenView | undefined {
    const modals = [...this.#stacks].flatMap(([user, stack]) => stack.map((view) => ({ user, view })));
    const homes = [...this.#homes].map(([user, view]) => ({ user, view }));
    return [...modals, ...homes].find(({ view }) =>
      id.viewId === undefined
        ? id.externalId !== undefined && view.external_id === id.externalId
        : view.id === id.viewId,
    );
  }

  stack(user: string): readonly SlackView[] {
    return this.#stacks.get(user) ?? [];
  }

  modal(user: string): SlackView | null {
    return this.stack(user).at(-1) ?? null;
  }

  home(user: string): SlackView | null {
    return this.#homes.get(user) ?? null;
  }

  #complete(draft: ViewDraft, below: SlackView | null): SlackView {
    const id = newId('V');
    return {
      ...draft,
      id,
      blocks: nameBlocks(draft.blocks),
      team_id: this.#workspace.team.id,
      app_id: this.#workspace.app.id,
      bot_id: this.#workspace.app.botId,
      callback_id: textIn(draft, 'callback_id'),
      external_id: textIn(draft, 'external_id'),
      private_metadata: textIn(draft, 'private_metadata'),
      hash: newSecret(),
      root_view_id: below?.root_view_id ?? id,
      previous_view_id: below?.id ?? null,
      state: { values: {} },
    };
  }

  #setStack(user: string, stack: readonly SlackView[]): void {
    this.#stacks.set(user, stack);
    this.#feed.tell({ kind: 'modal', to: user, view: this.modal(user) });
  }

  #setHome(user: string, view: SlackView): void {
    this.#homes.set(user, view);
    this.#feed.tell({ kind: 'home', to: user, view });
  }
}

/** The view as an interaction shows it: with what the person has filled in. */
export function withState(view: SlackView, values: StateValues): SlackView {
  return { ...view, state: { values } };
}
