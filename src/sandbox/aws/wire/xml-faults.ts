import type { AwsFault, RefusalCodes } from './faults.ts';
import { response } from './http.ts';
import { element, type EntryName } from './xml.ts';

export const XML = 'text/xml';

/** How the services refuse that answer in XML with an `ErrorResponse`. */
export const XML_REFUSALS: RefusalCodes = {
  denied: ['AccessDenied', 403],
  throttled: ['Throttling', 400],
  'unknown-operation': ['InvalidAction', 400],
  'unknown-credentials': ['InvalidClientTokenId', 403],
  'expired-credentials': ['ExpiredToken', 403],
};

export function xmlFailure({ code, message, statusCode }: AwsFault, requestId: string, entryName: EntryName) {
  const error = { Type: 'Sender', Code: code, Message: message };
  const body = element('ErrorResponse', { Error: error, RequestId: requestId }, entryName);
  return response(statusCode, XML, requestId, body);
}
