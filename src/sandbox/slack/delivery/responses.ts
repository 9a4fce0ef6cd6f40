import { announceChange, announceDeletion, announceMessage } from './events.ts';
import type { LocalSlack } from '../local-slack.ts';
import type { ResponseOrigin } from '../state/response-urls.ts';
import { objectsIn, type JsonObject, type MessageDraft } from '../wire.ts';
import { Call, MethodFailure } from '../web-api/call.ts';
import { byApp } from '../web-api/chat.ts';
import { contentOf } from '../web-api/guards.ts';

/** Carries out what an app posts to a response URL, or sends along with the acknowledgement of a command. */
export function respond(slack: LocalSlack, origin: ResponseOrigin, body: JsonObject): void {
  const { user, channel, message: original } = origin;
  if (body['delete_original'] === true && original !== undefined) {
    deleteOriginal(slack, channel, original);
    return;
  }
  const content = contentOf(new Call(body));
  if (body['replace_original'] === true && original !== undefined) {
    replaceOriginal(slack, channel, original, content);
    return;
  }
  const threadTs = typeof body['thread_ts'] === 'string' ? body['thread_ts'] : undefined;
  const draft: MessageDraft = { ...byApp(slack), ...content, thread_ts: threadTs };
  if (body['response_type'] === 'in_channel') void announceMessage(slack, channel, slack.messages.add(channel, draft));
  else slack.messages.addEphemeral(user, channel, draft);
}

/** Whether an acknowledgement carries something to say. */
export function saysSomething(payload: JsonObject): boolean {
  return typeof payload['text'] === 'string' || objectsIn(payload['blocks']).length > 0;
}

/** The code that Slack answers with when it cannot use what was posted to a response URL; `undefined` when it can. */
export function tryToRespond(slack: LocalSlack, origin: ResponseOrigin, body: JsonObject): string | undefined {
  try {
    respond(slack, origin, body);
    return undefined;
  } catch (error) {
    if (error instanceof MethodFailure) return error.message;
    throw error;
  }
}

type Original = NonNullable<ResponseOrigin['message']>;

function deleteOriginal(slack: LocalSlack, channel: string, original: Original): void {
  if (original.isEphemeral) {
    slack.messages.removeEphemeral(original.ts);
    return;
  }
  const removed = slack.messages.remove(channel, original.ts);
  if (removed !== undefined) void announceDeletion(slack, channel, removed);
}

function replaceOriginal(slack: LocalSlack, channel: string, original: Original, content: Partial<MessageDraft>): void {
  if (original.isEphemeral) {
    slack.messages.updateEphemeral(original.ts, content);
    return;
  }
  const previous = slack.messages.find(channel, original.ts);
  const message = slack.messages.update(channel, original.ts, content);
  if (previous !== undefined && message !== undefined) void announceChange(slack, channel, previous, message);
}
