import type { RefusalCodes } from './faults.ts';
import { bodyText, response, type SignedRequest } from './http.ts';
import { parseInput, timesInSeconds } from './json.ts';
import type { Input, Protocol } from './protocol.ts';

const CONTENT_TYPE = 'application/json';

/** One operation, as its service's model writes it: `GET /clusters/{name}`. Names in braces become parameters. */
export type Route = readonly [pattern: string, operation: string];

/** AWS REST JSON: Lambda, EKS and Batch, of which the path names the operation. (Smithy, "AWS REST JSON 1 protocol".) */
export function restJsonProtocol(routes: readonly Route[], refusals: RefusalCodes): Protocol {
  return {
    refusals,

    read(request) {
      const found = routed(routes, request);
      if (found === null) return { operation: `${request.method} ${request.path}`, input: {} };
      return { ...found, input: { ...parseInput(bodyText(request)), ...found.input } };
    },

    success: (_operation, output, requestId) =>
      response(200, CONTENT_TYPE, requestId, JSON.stringify(output, timesInSeconds)),

    failure(fault, requestId) {
      const answer = response(fault.statusCode, CONTENT_TYPE, requestId, JSON.stringify({ message: fault.message }));
      return { ...answer, headers: { ...answer.headers, 'x-amzn-errortype': fault.code } };
    },
  };
}

/** What such services call the errors that all have. */
export const REST_REFUSALS: RefusalCodes = {
  denied: ['AccessDeniedException', 403],
  throttled: ['TooManyRequestsException', 429],
  'unknown-operation': ['UnknownOperationException', 404],
  'unknown-credentials': ['UnrecognizedClientException', 403],
  'expired-credentials': ['ExpiredTokenException', 403],
};

/** The operation that a path names, with what its braces hold; `null` when there is none. */
export function routed(
  routes: readonly Route[],
  request: SignedRequest,
): { readonly operation: string; readonly input: Input } | null {
  for (const [pattern, operation] of routes) {
    const named = match(pattern, request);
    if (named !== null) return { operation, input: { ...queryOf(request), ...named } };
  }
  return null;
}

function match(pattern: string, { method, path }: SignedRequest): Input | null {
  const [wantedMethod, wantedPath = ''] = pattern.split(' ');
  const wanted = wantedPath.split('/');
  const steps = path.split('/');
  if (method !== wantedMethod || steps.length !== wanted.length) return null;
  const named: Record<string, string> = {};
  for (const [at, step] of wanted.entries()) {
    const given = decodeURIComponent(steps[at] ?? '');
    const name = /^\{(?<name>\w+)\}$/.exec(step)?.groups?.['name'];
    if (name === undefined ? step !== given : given === '') return null;
    if (name !== undefined) named[name] = given;
  }
  return named;
}

/** Query parameters are text, as in the Query protocols. */
function queryOf({ query = {} }: SignedRequest): Input {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== null));
}
