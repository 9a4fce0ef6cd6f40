import { response } from './http.ts';
import type { Protocol } from './protocol.ts';
import { type Route, routed } from './rest-json.ts';
import { element } from './xml.ts';
import { XML, XML_REFUSALS, xmlFailure } from './xml-faults.ts';

/** AWS REST XML: Route 53, of which the path names the operation. Reads take no body. (Smithy, "AWS REST XML protocol".) */
export function restXmlProtocol(routes: readonly Route[]): Protocol {
  return {
    refusals: XML_REFUSALS,

    read: (request) => routed(routes, request) ?? { operation: `${request.method} ${request.path}`, input: {} },

    success: (operation, output, requestId) =>
      response(200, XML, requestId, element(`${operation}Response`, output, 'flat')),

    failure: (fault, requestId) => xmlFailure(fault, requestId, 'flat'),
  };
}
