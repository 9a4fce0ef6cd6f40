import type { RefusalCodes } from './faults.ts';
import { parseForm } from './form.ts';
import { bodyText, response } from './http.ts';
import type { Protocol } from './protocol.ts';
import { element } from './xml.ts';

const CONTENT_TYPE = 'text/xml;charset=UTF-8';

const REFUSALS: RefusalCodes = {
  denied: ['UnauthorizedOperation', 403],
  throttled: ['RequestLimitExceeded', 503],
  'unknown-operation': ['InvalidAction', 400],
  'unknown-credentials': ['AuthFailure', 401],
  'expired-credentials': ['RequestExpired', 400],
};

/** EC2's own dialect of the Query protocol. (Smithy, "AWS EC2 query protocol".) */
export const ec2QueryProtocol: Protocol = {
  refusals: REFUSALS,

  read: (request) => parseForm(bodyText(request)),

  success: (operation, output, requestId) =>
    response(200, CONTENT_TYPE, requestId, element(`${operation}Response`, { requestId, ...output }, 'item')),

  failure(fault, requestId) {
    const error = { Code: fault.code, Message: fault.message };
    const body = element('Response', { Errors: { Error: error }, RequestID: requestId }, 'item');
    return response(fault.statusCode, CONTENT_TYPE, requestId, body);
  },
};
