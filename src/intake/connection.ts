import type { Connection } from '../domain/incident.ts';
import { addressOwner, readAddress } from './address-ranges.ts';
import { legOf } from './host-leg.ts';
import { placesAfter, saysAny, type MessageText } from './message-text.ts';
import { readReference } from './read-reference.ts';
import { isHost } from './registry-host.ts';

interface Endpoint {
  readonly host: string | null;
  readonly address: string | null;
  readonly port: number | null;
}

/** Words of a connection that failed. Source: Go, net and net/http. */
const FAILED_CONNECTION = [
  'dial tcp',
  'no such host',
  'request canceled while waiting',
  'TLS handshake',
  'x509:',
  'Client.Timeout',
  'deadline exceeded',
  'i/o timeout',
  'server gave HTTP response',
];

/** What stands before a URL that was asked, and not only pointed to as a page of help is. */
const REQUEST = /(?:get|head|post|put)["'<]{0,2}https?:\/\/$/i;

/** Where the connection went that the message says failed; `null` when it speaks of none. */
export function findConnection(message: MessageText): Connection | null {
  if (!saysAny(message, FAILED_CONNECTION)) return null;
  const dialled = lastDialled(message);
  const named = dialled?.host ?? lookedUp(message) ?? lastAsked(message);
  const isAddress = named !== null && readAddress(named) !== null;
  const host = isAddress ? null : named;
  const address = dialled?.address ?? (isAddress ? named : null);
  if (host === null && address === null) return null;
  return {
    host,
    address,
    port: dialled?.port ?? null,
    leg: host === null ? null : legOf(host),
    addressOf: address === null ? null : addressOwner(address),
  };
}

/** `dial tcp 10.0.1.5:443`, `dial tcp HOST:443`, `dial tcp [::1]:443`. */
function lastDialled({ flat, ...message }: MessageText): Endpoint | null {
  const place = placesAfter({ flat, ...message }, 'dial tcp').at(-1);
  if (place === undefined) return null;
  const bracketed = /^ ?\[([0-9a-f:.]{2,45})\](?::(\d{1,5}))?/i.exec(flat.slice(place, place + 80).replace(/\n/g, ''));
  const [, name = '', port] =
    bracketed ?? /^([^:]{1,255})(?::(\d{1,5}))?$/.exec(readReference(flat, place, true).written) ?? [];
  const isAddress = bracketed !== null || readAddress(name) !== null;
  if (!isAddress && !(isHost(name) && /[a-z]/i.test(name) && name.includes('.') && port !== undefined)) return null;
  return {
    host: isAddress ? null : name,
    address: isAddress ? name : null,
    port: port === undefined ? null : Number(port),
  };
}

/** `dial tcp: lookup HOST on 10.0.0.2:53`. */
function lookedUp({ flat, ...message }: MessageText): string | null {
  const place = placesAfter({ flat, ...message }, 'lookup ').at(-1);
  if (place === undefined) return null;
  const { written } = readReference(flat, place, true);
  return isHost(written) && written.includes('.') ? written : null;
}

/** The host of the last URL that was asked: `Get "https://HOST/v2/": …`; of the last URL at all when no request shows. */
function lastAsked(message: MessageText): string | null {
  const places = [...placesAfter(message, 'https://'), ...placesAfter(message, 'http://')].toSorted((a, b) => a - b);
  const place =
    places.findLast((at) => REQUEST.test(message.flat.slice(Math.max(0, at - 24), at).replace(/\s/g, ''))) ??
    places.at(-1);
  if (place === undefined) return null;
  const host = readReference(message.flat, place, true).written.split('/')[0] ?? '';
  return isHost(host) ? host.replace(/:\d+$/, '') : null;
}
