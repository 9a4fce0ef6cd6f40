import type { RefusalCodes } from './faults.ts';
import { bodyText, response } from './http.ts';
import { parseForm } from './form.ts';
import type { Protocol } from './protocol.ts';
import { element } from './xml.ts';

const CONTENT_TYPE = 'text/xml';

const REFUSALS: RefusalCodes = {
  denied: ['AccessDenied', 403],
  throttled: ['Throttling', 400],
  'unknown-operation': ['InvalidAction', 400],
  'unknown-credentials': ['InvalidClientTokenId', 403],
  'expired-credentials': ['ExpiredToken', 403],
};

/** AWS Query: IAM and STS. (Smithy, "AWS Query protocol".) */
export const queryProtocol: Protocol = {
  refusals: REFUSALS,

  read: (request) => parseForm(bodyText(request)),

  success(operation, output, requestId) {
    const body = { [`${operation}Result`]: output, ResponseMetadata: { RequestId: requestId } };
    return response(200, CONTENT_TYPE, requestId, element(`${operation}Response`, body, 'member'));
  },

  failure(fault, requestId) {
    const error = { Type: 'Sender', Code: fault.code, Message: fault.message };
    const body = element('ErrorResponse', { Error: error, RequestId: requestId }, 'member');
    return response(fault.statusCode, CONTENT_TYPE, requestId, body);
  },
};
