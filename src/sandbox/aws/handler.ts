import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AccountId, Action, Arn, Region } from '../../domain/aws.ts';
import { authorize } from './authorize.ts';
import { identify, type Signature } from './caller.ts';
import type { Account, Estate } from './estate.ts';
import { SERVICES } from './services/index.ts';
import type { Call, Service } from './services/operation.ts';
import { asFault, Refusal } from './wire/faults.ts';
import type { SignedRequest, WireResponse } from './wire/http.ts';
import type { Input, Output } from './wire/protocol.ts';
import { readScope } from './wire/scope.ts';

export interface WorldHandlerOptions {
  /** How long every call takes, in milliseconds. */
  readonly latencyMs?: number;
  /** Told of every call once it is answered, failed ones included. */
  readonly onCall?: (call: ObservedCall) => void;
}

/** A call as it went by. */
export interface ObservedCall {
  readonly action: Action;
  readonly region: Region;
  /** Who called; `null` when the credentials stand for nobody. */
  readonly account: AccountId | null;
  readonly caller: Arn | null;
  readonly input: Input;
  /** The error code on the wire, or `null`. */
  readonly error: string | null;
}

/** What the SDK wants of a `requestHandler`. A type, because an interface does not fit the SDK's own union. */
export type WorldHandler = {
  readonly metadata: { readonly handlerProtocol: string };
  handle(request: SignedRequest, options?: { abortSignal?: unknown }): Promise<{ response: WireResponse }>;
  updateHttpClientConfig(key: never, value: never): void;
  httpHandlerConfigs(): object;
  destroy(): void;
};

/**
 * Answers AWS SDK clients from an estate instead of from AWS: pass it to them as `requestHandler`. It reads the estate
 * anew for each call, so a world can be changed or replaced under running clients.
 */
export function worldHandler(estate: () => Estate, options: WorldHandlerOptions = {}): WorldHandler {
  return {
    metadata: { handlerProtocol: 'h1' },
    async handle(request, { abortSignal } = {}) {
      const signal = abortSignal instanceof AbortSignal ? abortSignal : undefined;
      if (options.latencyMs !== undefined)
        await sleep(options.latencyMs, undefined, signal === undefined ? {} : { signal });
      return { response: respond(estate(), request, options.onCall) };
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
    destroy: () => undefined,
  };
}

function respond(estate: Estate, request: SignedRequest, onCall: WorldHandlerOptions['onCall']): WireResponse {
  const scope = readScope(request);
  const service = SERVICES[scope.service];
  if (service === undefined) throw new Error(`The sandbox has no AWS service called ${scope.service}.`);
  const { protocol } = service;
  const { operation, input } = protocol.read(request);
  const requestId = randomUUID();
  const seen = { action: `${scope.service}:${operation}` as const, region: scope.region, input };
  let call: Call | null = null;
  const tell = (error: string | null): void =>
    onCall?.({ ...seen, account: call?.caller.account ?? null, caller: call?.caller.arn ?? null, error });
  try {
    call = open(estate, scope, service, input);
    const output = perform(service, seen.action, operation, call);
    tell(null);
    return protocol.success(operation, output, requestId);
  } catch (thrown) {
    const fault = asFault(thrown, protocol.refusals);
    tell(fault.code);
    return protocol.failure(fault, requestId);
  }
}

function open(estate: Estate, scope: Signature & { region: Region }, service: Service, input: Input): Call {
  const at = new Date();
  const caller = identify(estate, scope, at);
  if (!service.isGlobal && !isEnabled(estate.accounts, caller.account, scope.region)) {
    // What AWS answers where a Region is not enabled is observed, not documented; the wording is an assumption.
    throw new Refusal('unknown-credentials', 'The security token included in the request is invalid.');
  }
  return { estate, caller, region: scope.region, input, at };
}

function isEnabled(accounts: readonly Account[], id: AccountId, region: Region): boolean {
  return accounts.find((account) => account.id === id)?.regions.includes(region) ?? false;
}

function perform(service: Service, action: Action, name: string, call: Call): Output {
  const operation = Object.hasOwn(service.operations, name) ? service.operations[name] : undefined;
  if (operation === undefined) throw new Refusal('unknown-operation', `Could not find operation ${name}.`);
  if (call.estate.throttled.includes(action)) throw new Refusal('throttled', 'Rate exceeded');
  for (const wish of operation.wishes(call, action)) authorize(call.estate, call.caller, wish);
  return operation.answer(call);
}
