import type { RefusalCodes } from './faults.ts';
import { response } from './http.ts';
import type { Protocol } from './protocol.ts';
import { type Route, routed } from './rest-json.ts';
import { element } from './xml.ts';

const CONTENT_TYPE = 'text/xml';

const REFUSALS: RefusalCodes = {
  denied: ['AccessDenied', 403],
  throttled: ['Throttling', 400],
  'unknown-operation': ['InvalidAction', 400],
  'unknown-credentials': ['InvalidClientTokenId', 403],
  'expired-credentials': ['ExpiredToken', 403],
};

/** AWS REST XML: Route 53, of which the path names the operation. Reads take no body. (Smithy, "AWS REST XML protocol".) */
export function restXmlProtocol(routes: readonly Route[]): Protocol {
  return {
    refusals: REFUSALS,

    read: (request) => routed(routes, request) ?? { operation: `${request.method} ${request.path}`, input: {} },

    success: (operation, output, requestId) =>
      response(200, CONTENT_TYPE, requestId, element(`${operation}Response`, output, 'flat')),

    failure(fault, requestId) {
      const error = { Type: 'Sender', Code: fault.code, Message: fault.message };
      const body = element('ErrorResponse', { Error: error, RequestId: requestId }, 'flat');
      return response(fault.statusCode, CONTENT_TYPE, requestId, body);
    },
  };
}
