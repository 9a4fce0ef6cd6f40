import type { Region } from '../../../domain/aws.ts';
import type { SignedRequest } from './http.ts';

/** What the signature of a request says: who signed, and for which service in which Region. */
export interface Scope {
  readonly accessKeyId: string;
  readonly sessionToken: string | undefined;
  readonly region: Region;
  readonly service: string;
}

const CREDENTIAL = /Credential=(?<accessKeyId>[^/,]+)\/\d{8}\/(?<region>[^/,]+)\/(?<service>[^/,]+)\/aws4_request/;

/**
 * The credential scope of a Signature Version 4 request. It names service and Region more surely than the host does,
 * which may be any endpoint. (AWS, "Elements of an AWS API request signature".)
 *
 * @throws for a request that nobody signed: SDK clients send none.
 */
export function readScope({ headers }: SignedRequest): Scope {
  const { accessKeyId, region, service } = CREDENTIAL.exec(headers['authorization'] ?? '')?.groups ?? {};
  if (accessKeyId === undefined || region === undefined || service === undefined) {
    throw new Error('The sandbox answers signed requests only.');
  }
  return { accessKeyId, region, service, sessionToken: headers['x-amz-security-token'] };
}
