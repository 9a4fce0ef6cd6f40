/** The JSON that travels between Slack, an app and a browser, in Slack's own spelling. Only what this server reads or writes. */
export type JsonObject = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The members of a list that are objects; of anything that is no list, none. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A member as text, if it is text or a number; of anything else, `otherwise`. */
export function textIn(object: JsonObject, key: string, otherwise = ''): string {
  const value = object[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : otherwise;
}

export interface Block extends JsonObject {
  readonly type: string;
  readonly block_id?: string | undefined;
}

export function isBlock(value: unknown): value is Block {
  return isObject(value) && typeof value['type'] === 'string';
}

export interface SlackFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  readonly mode: 'hosted' | 'snippet';
  readonly size: number;
  /** What is read out in place of an image. */
  readonly alt_txt?: string | undefined;
  readonly url_private: string;
  readonly url_private_download: string;
}

export interface Reaction {
  readonly name: string;
  readonly users: readonly string[];
  readonly count: number;
}

export interface SlackMessage {
  readonly type: 'message';
  readonly ts: string;
  readonly text: string;
  readonly team?: string | undefined;
  readonly user?: string | undefined;
  readonly bot_id?: string | undefined;
  readonly app_id?: string | undefined;
  readonly username?: string | undefined;
  readonly subtype?: string | undefined;
  readonly client_msg_id?: string | undefined;
  readonly blocks?: readonly Block[] | undefined;
  readonly attachments?: readonly JsonObject[] | undefined;
  readonly files?: readonly SlackFile[] | undefined;
  readonly metadata?: JsonObject | undefined;
  readonly reactions?: readonly Reaction[] | undefined;
  readonly edited?: { readonly user: string; readonly ts: string } | undefined;
  /** The `ts` of the thread's first message; on that first message too, once it has a reply. */
  readonly thread_ts?: string | undefined;
  readonly parent_user_id?: string | undefined;
  readonly reply_count?: number | undefined;
  readonly reply_users?: readonly string[] | undefined;
  readonly latest_reply?: string | undefined;
  /** True while an app is still streaming into it. */
  readonly is_streaming?: boolean | undefined;
}

export type MessageDraft = Omit<SlackMessage, 'type' | 'ts' | 'reply_count' | 'reply_users' | 'latest_reply'>;

/** What an app sends to open, update, push or publish a view. */
export interface ViewDraft extends JsonObject {
  readonly type: 'modal' | 'home';
  readonly blocks: readonly Block[];
}

export interface SlackView extends ViewDraft {
  readonly id: string;
  readonly team_id: string;
  readonly app_id: string;
  readonly bot_id: string;
  readonly callback_id: string;
  readonly external_id: string;
  readonly private_metadata: string;
  readonly hash: string;
  readonly root_view_id: string;
  readonly previous_view_id: string | null;
  readonly state: { readonly values: StateValues };
}

/** block_id → action_id → what the input holds. */
export type StateValues = { readonly [blockId: string]: { readonly [actionId: string]: JsonObject } };
