import { parseJson } from '../../../lib/parse-json.ts';
import type { RefusalCodes } from './faults.ts';
import { bodyText, response } from './http.ts';
import type { Input, Protocol } from './protocol.ts';

const CONTENT_TYPE = 'application/x-amz-json-1.1';

const REFUSALS: RefusalCodes = {
  denied: ['AccessDeniedException', 400],
  throttled: ['ThrottlingException', 400],
  'unknown-operation': ['UnknownOperationException', 400],
  'unknown-credentials': ['UnrecognizedClientException', 400],
  'expired-credentials': ['ExpiredTokenException', 400],
};

/** AWS JSON 1.1: ECR, ECS, CloudTrail and Secrets Manager. (Smithy, "AWS JSON 1.1 protocol".) */
export const jsonProtocol: Protocol = {
  refusals: REFUSALS,

  read(request) {
    const target = request.headers['x-amz-target'] ?? '';
    return { operation: target.slice(target.lastIndexOf('.') + 1), input: parseInput(bodyText(request)) };
  },

  success: (_operation, output, requestId) =>
    response(200, CONTENT_TYPE, requestId, JSON.stringify(output, timesInSeconds)),

  failure: (fault, requestId) =>
    response(fault.statusCode, CONTENT_TYPE, requestId, JSON.stringify({ __type: fault.code, message: fault.message })),
};

export function parseInput(text: string): Input {
  const input = parseJson(text);
  return typeof input === 'object' && input !== null ? { ...input } : {};
}

const TIME_FIELD = /(?:At|Time|Date)$/;
const ISO_TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** The protocol writes times as seconds since 1970, the estate keeps them as text. */
export function timesInSeconds(key: string, value: unknown): unknown {
  const isTime = typeof value === 'string' && TIME_FIELD.test(key) && ISO_TIME.test(value);
  return isTime ? Date.parse(value) / 1000 : value;
}
