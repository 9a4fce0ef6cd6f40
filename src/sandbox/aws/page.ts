import { numberOf, textOf } from './wire/input.ts';
import type { Input } from './wire/protocol.ts';

export interface PageShape {
  /** How AWS calls the limit and the token of this operation. */
  readonly limit: string;
  readonly token: string;
  /** How many entries a page has when the caller does not say, and how many it can have. */
  readonly usual: number;
  readonly most: number;
  /** The error for a token that this operation did not hand out. */
  readonly badToken: () => Error;
}

/** One page of a list. Tokens are opaque to the caller; here they hold an offset. */
export function pageOf<Entry>(
  entries: readonly Entry[],
  input: Input,
  shape: PageShape,
): { readonly page: readonly Entry[]; readonly nextToken: string | undefined } {
  const start = offsetOf(textOf(input, shape.token), shape);
  const end = start + Math.min(numberOf(input, shape.limit) ?? shape.usual, shape.most);
  const nextToken = end < entries.length ? Buffer.from(`offset:${end}`).toString('base64url') : undefined;
  return { page: entries.slice(start, end), nextToken };
}

function offsetOf(token: string | undefined, shape: PageShape): number {
  if (token === undefined) return 0;
  const offset = /^offset:(\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (offset === undefined) throw shape.badToken();
  return Number(offset);
}
