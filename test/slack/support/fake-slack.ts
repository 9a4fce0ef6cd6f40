import { WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import type { SlackClients } from '../../../src/slack/clients.ts';
import type { Log } from '../../../src/slack/ports.ts';

export interface Posted {
  readonly channel: string;
  readonly ts: string;
  thread_ts?: string;
  text: string;
  blocks?: readonly object[];
  metadata?: { readonly event_type: string; readonly event_payload: { readonly id: string } };
}

export type Failure = Error | ((call: Record<string, unknown>) => Error | null);

/** What Slack answers to a call that it refuses. */
export function refusal(error: string): Error {
  return new WebAPIPlatformError({ ok: false, error });
}

export function rateLimit(seconds: number): Error {
  return new WebAPIRateLimitedError(seconds);
}

/** The reply never came; whether the call was done is not known. */
export function lostReply(): Error {
  return new WebAPIRequestError(new Error('socket hang up'));
}

/** The few methods of Slack that we call, over messages in memory. */
export function fakeSlack() {
  const messages: Posted[] = [];
  const calls: { readonly method: string; readonly call: Record<string, unknown> }[] = [];
  const failures = new Map<string, Failure[]>();
  const afterwards = new Map<string, Error[]>();

  /** Fails as planned before the call is done, or after it. */
  function method<Result>(name: string, act: (call: Record<string, unknown>) => Result) {
    return (call: Record<string, unknown> = {}): Promise<Result> => {
      calls.push({ method: name, call });
      const planned = failures.get(name)?.shift();
      const failure = typeof planned === 'function' ? planned(call) : planned;
      if (failure != null) return Promise.reject(failure);
      const result = act(call);
      const lost = afterwards.get(name)?.shift();
      return lost === undefined ? Promise.resolve(result) : Promise.reject(lost);
    };
  }

  const webApi = {
    chat: {
      postMessage: method('chat.postMessage', (call) => {
        const ts = `${1_700_000_000 + messages.length}.000100`;
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a call holds what the message will
        messages.push({ ...call, ts } as Posted);
        return { ok: true, ts };
      }),
      update: method('chat.update', ({ ts, text, blocks }) => {
        const message = messages.find((posted) => posted.ts === ts);
        if (message !== undefined) Object.assign(message, { text, blocks });
        return { ok: true };
      }),
      postEphemeral: method('chat.postEphemeral', () => ({ ok: true })),
      getPermalink: method('chat.getPermalink', ({ channel }) => ({
        ok: true,
        permalink: `https://demo.slack.com/archives/${String(channel)}/p1`,
      })),
    },
    conversations: {
      replies: method('conversations.replies', ({ ts }) => ({
        ok: true,
        messages: messages.filter((posted) => posted.thread_ts === ts || posted.ts === ts),
      })),
      history: method('conversations.history', () => ({
        ok: true,
        messages: messages.filter((posted) => posted.thread_ts === undefined),
      })),
      info: method('conversations.info', ({ channel }) => ({
        ok: true,
        channel: { id: channel, is_ext_shared: channel === 'C-SHARED' },
      })),
    },
    usergroups: { users: { list: method('usergroups.users.list', () => ({ ok: true, users: ['UOWNER'] })) } },
    views: { open: method('views.open', () => ({ ok: true })), publish: method('views.publish', () => ({ ok: true })) },
  };

  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a stand-in with the few methods that are called
    clients: { steady: webApi, hasty: webApi } as unknown as SlackClients,
    messages,
    calls: (name: string) => calls.filter(({ method: called }) => called === name).map(({ call }) => call),
    /** The next calls of this method fail before they are done. */
    fail: (name: string, ...planned: Failure[]) => failures.set(name, planned),
    /** The next calls of this method are done, and then seem to fail. */
    failAfterwards: (name: string, ...planned: Error[]) => afterwards.set(name, planned),
  };
}

export type FakeSlack = ReturnType<typeof fakeSlack>;

/** A log that keeps its lines. */
export function fakeLog() {
  const lines: { readonly level: string; readonly message: string }[] = [];
  const at = (level: string) => (_fields: object, message: string) => void lines.push({ level, message });
  const log: Log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  return { log, lines };
}
