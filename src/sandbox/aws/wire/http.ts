/** What an AWS SDK client hands to its request handler: a signed HTTP request, as far as we read it. */
export interface SignedRequest {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What it expects back: the fields of an HTTP response that the SDK's deserializers read. */
export interface WireResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

export function response(statusCode: number, contentType: string, requestId: string, body: string): WireResponse {
  return {
    statusCode,
    headers: { 'content-type': contentType, 'x-amzn-requestid': requestId },
    body: new TextEncoder().encode(body),
  };
}

/** The three services of the JSON protocol and the three of the Query protocols all send text. */
export function bodyText(request: SignedRequest): string {
  if (typeof request.body === 'string') return request.body;
  if (request.body instanceof Uint8Array) return new TextDecoder().decode(request.body);
  return '';
}
