import type { LocalSlack } from '../local-slack.ts';
import type { JsonObject } from '../wire.ts';
import { Call, MethodFailure, type Method } from './call.ts';
import { CHAT } from './chat.ts';
import { CONVERSATIONS } from './conversations.ts';
import { FILES } from './files.ts';
import { PEOPLE } from './people.ts';
import { REACTIONS } from './reactions.ts';
import { SCOPE_OF_METHOD } from './scopes.ts';
import { STREAM } from './stream.ts';
import { VIEWS } from './views.ts';

const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({ ...CHAT, ...STREAM, ...CONVERSATIONS, ...PEOPLE, ...VIEWS, ...REACTIONS, ...FILES }),
);

/** An answer that a test wants from the next call of a method, in place of the real one. */
export type PlannedAnswer =
  | { readonly kind: 'error'; readonly error: string }
  /** HTTP 429, with the seconds after which the app may ask again. */
  | { readonly kind: 'rate-limited'; readonly retryAfterS: number }
  /** The connection breaks after the method has done its work, so that the app cannot know. */
  | { readonly kind: 'lost' };

/** Slack's Web API. */
export class WebApi {
  readonly #slack: LocalSlack;
  readonly #planned = new Map<string, PlannedAnswer[]>();

  constructor(slack: LocalSlack) {
    this.#slack = slack;
  }

  /** Makes the next call of a method go wrong. Several plans for one method are used up in turn. */
  plan(method: string, answer: PlannedAnswer): void {
    this.#planned.set(method, [...(this.#planned.get(method) ?? []), answer]);
  }

  /** @returns what was planned for this call, and forgets it */
  takePlanned(method: string): PlannedAnswer | undefined {
    return this.#planned.get(method)?.shift();
  }

  /** Answers a call as Slack does: faults of the caller are `ok: false`, with HTTP 200. */
  async answer(method: string, token: string | undefined, values: JsonObject): Promise<JsonObject> {
    const found = METHODS.get(method);
    if (found === undefined) return { ok: false, error: 'unknown_method', req_method: method };
    const refusal = this.#refusal(method, token);
    if (refusal !== undefined) return { ok: false, ...refusal };
    try {
      return { ok: true, ...(await found(new Call(values), this.#slack)) };
    } catch (error) {
      if (error instanceof MethodFailure) return { ok: false, error: error.message, ...explain(error.problems) };
      throw error;
    }
  }

  #refusal(method: string, token: string | undefined): JsonObject | undefined {
    const { appToken, botToken, workspace } = this.#slack;
    if (token === undefined) return { error: 'not_authed' };
    const isAppMethod = method === 'apps.connections.open';
    if (token === (isAppMethod ? botToken : appToken)) return { error: 'not_allowed_token_type' };
    if (token !== (isAppMethod ? appToken : botToken)) return { error: 'invalid_auth' };
    const needed = SCOPE_OF_METHOD[method];
    const { scopes } = workspace.app;
    if (needed === undefined || scopes === null || scopes.includes(needed)) return undefined;
    return { error: 'missing_scope', needed, provided: scopes.join(',') };
  }
}

/** The two ways in which Slack says what was wrong with the arguments. */
function explain(problems: readonly string[]): JsonObject {
  if (problems.length === 0) return {};
  return { errors: problems, response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) } };
}
