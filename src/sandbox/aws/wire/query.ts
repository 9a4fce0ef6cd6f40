import { bodyText, response } from './http.ts';
import { parseForm } from './form.ts';
import type { Protocol } from './protocol.ts';
import { element } from './xml.ts';
import { XML, XML_REFUSALS, xmlFailure } from './xml-faults.ts';

/** AWS Query: IAM and STS. (Smithy, "AWS Query protocol".) */
export const queryProtocol: Protocol = {
  refusals: XML_REFUSALS,

  read: (request) => parseForm(bodyText(request)),

  success(operation, output, requestId) {
    const body = { [`${operation}Result`]: output, ResponseMetadata: { RequestId: requestId } };
    return response(200, XML, requestId, element(`${operation}Response`, body, 'member'));
  },

  failure: (fault, requestId) => xmlFailure(fault, requestId, 'member'),
};
