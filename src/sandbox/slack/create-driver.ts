import { announceMessage } from './delivery/events.ts';
import type { MessageQuery, SandboxDriver } from './driver.ts';
import type { LocalSlack } from './local-slack.ts';
import { act } from './people/act.ts';
import type { WebApi } from './web-api/web-api.ts';
import { objectsIn, textIn, type JsonObject, type SlackMessage, type StateValues } from './wire.ts';

const PATIENCE_MS = 5_000;

export function createDriver(slack: LocalSlack, webApi: WebApi): SandboxDriver {
  const waitFor = waiter(slack);
  return {
    post: async ({ user, channel, text, threadTs }) => {
      const count = slack.messages.all(channel).length;
      const outcome = await act(slack, { kind: 'post', user, channel, text, threadTs });
      const message = slack.messages.all(channel)[count];
      if (message === undefined)
        throw new Error(outcome.kind === 'failed' ? outcome.reason : 'The message was not posted.');
      return message;
    },
    postAsOtherApp: ({ channel, threadTs, username, text = '', attachments, blocks }) => {
      const author = { bot_id: 'B0ALERTS1', username, subtype: 'bot_message' };
      const message = slack.messages.add(channel, { ...author, text, attachments, blocks, thread_ts: threadTs });
      void announceMessage(slack, channel, message);
      return message;
    },
    shareSnippet: async (said) => act(slack, { kind: 'snippet', ...said }),
    slash: async (said) => act(slack, { kind: 'slash', ...said }),
    click: async ({ channel, user, ts, actionId, option }) => {
      const message = [...slack.messages.all(channel), ...slack.messages.ephemerals(user, channel)].find(
        (candidate) => candidate.ts === ts,
      );
      return act(slack, { kind: 'click', channel, user, ts, ...elementIn(message?.blocks ?? [], actionId, option) });
    },
    clickInView: async ({ user, actionId, values }) => {
      const view = slack.views.modal(user) ?? slack.views.home(user);
      return act(slack, {
        kind: 'click-in-view',
        user,
        viewId: view?.id ?? '',
        values: copy(values ?? {}),
        ...elementIn(view?.blocks ?? [], actionId),
      });
    },
    shortcut: async (used) => act(slack, { kind: 'shortcut', ...used }),
    submit: async ({ user, values }) =>
      act(slack, { kind: 'submit', user, viewId: slack.views.modal(user)?.id ?? '', values: copy(values) }),
    closeModal: async (user) => act(slack, { kind: 'close-view', user, viewId: slack.views.modal(user)?.id ?? '' }),
    openHome: async (user) => act(slack, { kind: 'open-home', user }),
    chooseWorld: async (world) =>
      act(slack, { kind: 'choose-world', user: slack.workspace.people[0]?.id ?? '', world }),
    messages: (channel) => slack.messages.all(channel),
    ephemerals: (user, channel) => slack.messages.ephemerals(user, channel),
    modal: (user) => slack.views.modal(user),
    home: (user) => slack.views.home(user),
    waitFor,
    waitForMessage: async (query) => waitFor(() => findMessage(slack, query), query.timeoutMs),
    failNext: (method, answer) => webApi.plan(method, answer),
    refreshSockets: () => slack.socketMode.refresh(),
  };
}

function waiter(slack: LocalSlack): SandboxDriver['waitFor'] {
  return async (look, timeoutMs = PATIENCE_MS) =>
    new Promise((resolve, reject) => {
      const check = () => {
        const value = look();
        if (value === null || value === undefined || value === false) return;
        clearTimeout(giveUp);
        stop();
        resolve(value);
      };
      const stop = slack.feed.listen(check);
      const giveUp = setTimeout(() => {
        stop();
        reject(new Error(`Nothing of the kind happened within ${timeoutMs} ms.`));
      }, timeoutMs);
      check();
    });
}

function findMessage(
  slack: LocalSlack,
  { channel, threadTs, ephemeralTo, where }: MessageQuery,
): SlackMessage | undefined {
  const channels = channel === undefined ? slack.membership.channels().map(({ id }) => id) : [channel];
  return channels
    .flatMap((id) => (ephemeralTo === undefined ? slack.messages.all(id) : slack.messages.ephemerals(ephemeralTo, id)))
    .filter((message) => threadTs === undefined || (message.thread_ts === threadTs && message.ts !== threadTs))
    .find((message) => where?.(message) ?? true);
}

/** Finds an element by its action_id. Throws when there is none: a test that clicks it expects it there. */
function elementIn(blocks: readonly JsonObject[], actionId: string, option?: string) {
  for (const block of blocks) {
    const candidates = [...objectsIn(block['elements']), ...objectsIn([block['accessory'], block['element']])];
    const element = candidates.find((candidate) => candidate['action_id'] === actionId);
    if (element === undefined) continue;
    const chosen = objectsIn(element['options']).find((candidate) => candidate['value'] === option);
    return { blockId: textIn(block, 'block_id'), element: { ...element, ...(chosen && { selected_option: chosen }) } };
  }
  throw new Error(`There is no element with the action_id "${actionId}".`);
}

function copy(values: StateValues) {
  return Object.fromEntries(Object.entries(values).map(([block, actions]) => [block, { ...actions }]));
}
