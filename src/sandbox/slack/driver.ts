import type { Outcome } from './people/human-actions.ts';
import type { PlannedAnswer } from './web-api/web-api.ts';
import type { JsonObject, MessageDraft, SlackMessage, SlackView, StateValues } from './wire.ts';

/** Where a message is looked for or written. */
interface Place {
  readonly channel: string;
  readonly threadTs?: string;
}

export interface MessageQuery extends Partial<Place> {
  /** Look among what only this person can see. */
  readonly ephemeralTo?: string;
  readonly where?: (message: SlackMessage) => boolean;
  /** Milliseconds; 5000 unless said otherwise. */
  readonly timeoutMs?: number;
}

/** The workspace's people, played by a program: what browser-less tests and demos drive it with. */
export interface SandboxDriver {
  /** Writes as a person, and returns the message. */
  post(said: Place & { readonly user: string; readonly text: string }): Promise<SlackMessage>;
  /** Writes as another app, such as an alerting webhook: `subtype: 'bot_message'`, text in attachments. */
  postAsOtherApp(
    said: Place & {
      readonly username: string;
      readonly text?: string;
      readonly attachments?: readonly JsonObject[];
      readonly blocks?: MessageDraft['blocks'];
    },
  ): SlackMessage;
  /** Pastes something so long that it becomes a file. */
  shareSnippet(
    said: Place & { readonly user: string; readonly name: string; readonly content: string },
  ): Promise<Outcome>;
  slash(said: {
    readonly channel: string;
    readonly user: string;
    readonly command: string;
    readonly text: string;
  }): Promise<Outcome>;
  /** Clicks the button with this action_id, in a message or an ephemeral message; `option` is what is chosen in a menu. */
  click(clicked: {
    readonly channel: string;
    readonly user: string;
    readonly ts: string;
    readonly actionId: string;
    readonly option?: string;
  }): Promise<Outcome>;
  /** Clicks a button in the person's modal, or in their App Home when no modal is open. */
  clickInView(clicked: {
    readonly user: string;
    readonly actionId: string;
    readonly values?: StateValues;
  }): Promise<Outcome>;
  shortcut(used: {
    readonly channel: string;
    readonly user: string;
    readonly ts: string;
    readonly callbackId: string;
  }): Promise<Outcome>;
  submit(filled: { readonly user: string; readonly values: StateValues }): Promise<Outcome>;
  closeModal(user: string): Promise<Outcome>;
  openHome(user: string): Promise<Outcome>;
  chooseWorld(world: string): Promise<Outcome>;
  messages(channel: string): readonly SlackMessage[];
  ephemerals(user: string, channel: string): readonly SlackMessage[];
  modal(user: string): SlackView | null;
  home(user: string): SlackView | null;
  /** Resolves with the first message, there already or still to come, that fits. Rejects when none comes. */
  waitForMessage(query: MessageQuery): Promise<SlackMessage>;
  /** Resolves with the first truthy value that `look` gives, looking again after every change. Rejects when none comes. */
  waitFor<Value>(look: () => Value | null | undefined | false, timeoutMs?: number): Promise<Value>;
  /** Makes the next call of a Web API method go wrong. */
  failNext(method: string, answer: PlannedAnswer): void;
  /** Tells every socket of the app to reconnect, as Slack does every few hours. */
  refreshSockets(): void;
}
