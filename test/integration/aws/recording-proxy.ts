import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** One request as it went over the wire, retries included. */
export interface Sent {
  /** `sts:AssumeRole`: the service that the signature names, and the operation; of a REST service method and path. */
  readonly action: string;
  readonly region: string;
  /** The access key that signed it. */
  readonly key: string;
  /** The body: form fields of the query protocols, JSON of the others. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** A proxy in front of `target` that hands everything through and writes down what was asked, until the test ends. */
export async function recordRequests(
  target: string,
): Promise<{ readonly url: string; readonly sent: readonly Sent[] }> {
  const sent: Sent[] = [];
  const server = createServer((incoming, outgoing) => {
    void buffer(incoming).then((body) => {
      const { method, url: path, headers } = incoming;
      sent.push(readRequest(headers, body.toString(), `${method} ${path}`));
      // The signature covers the Host header, so that goes through as it is.
      const onward = request(new URL(path ?? '/', target), { method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onward.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A server that listens on a port has this kind of address.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, sent };
}

/** `Credential=KEY/DATE/REGION/SERVICE/aws4_request`; the operation is in the header of JSON and in the form of the query protocols. */
function readRequest(headers: NodeJS.Dict<string | string[]>, body: string, line: string): Sent {
  const [, key = '', region = '', service = ''] =
    /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(String(headers['authorization'])) ?? [];
  const target = headers['x-amz-target'];
  const form = new URLSearchParams(body);
  const input: Record<string, unknown> = target === undefined ? Object.fromEntries(form) : JSON.parse(body);
  const operation = target === undefined ? (form.get('Action') ?? line) : String(target).split('.').at(-1);
  return { action: `${service}:${operation}`, region, key, input };
}
