import type { IncomingMessage } from 'node:http';
import { parseJson } from '../../../lib/parse-json.ts';
import { isObject, type JsonObject } from '../wire.ts';

const MOST_BYTES = 16 * 1024 * 1024;

/** Thrown when someone sends more than any Slack client would. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MOST_BYTES) throw new BodyTooLarge();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Reads a form or JSON into its fields; anything else has none. */
export async function readFields(request: IncomingMessage): Promise<JsonObject> {
  const body = await readBody(request);
  const text = body.toString('utf8');
  if (!isJson(request)) return Object.fromEntries(new URLSearchParams(text));
  const value = parseJson(text);
  return isObject(value) ? value : {};
}

export function isJson(request: IncomingMessage): boolean {
  return request.headers['content-type']?.startsWith('application/json') ?? false;
}

/** The bytes of an upload: the one part of a multipart form (as Slack's clients send them), or the whole body. */
export async function readUpload(request: IncomingMessage): Promise<Buffer> {
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return Buffer.from(new URLSearchParams(body.toString('utf8')).get('body') ?? '');
  }
  if (!type.startsWith('multipart/form-data')) return body;
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  const [part = ''] = form.values();
  return typeof part === 'string' ? Buffer.from(part) : Buffer.from(await part.arrayBuffer());
}
