import type { Connection } from '../domain/incident.ts';

/** Address ranges that never leave a network of one's own. Sources: RFC 1918, RFC 6598, RFC 3927, RFC 1122. */
const PRIVATE_RANGES = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '127.0.0.0/8',
].map(readRange);

interface Range {
  readonly first: number;
  readonly size: number;
}

/** What an address belongs to, where that is certain. A public address says nothing without the ranges that AWS publishes. */
export function addressOwner(address: string): NonNullable<Connection['addressOf']> {
  if (address.includes(':')) return /^(?:::1$|f[cd]|fe80)/i.test(address) ? 'private' : 'unknown';
  const number = readAddress(address);
  if (number === null) return 'unknown';
  return PRIVATE_RANGES.some(({ first, size }) => number >= first && number < first + size) ? 'private' : 'unknown';
}

/** An IPv4 address as a number; `null` when it is none, masked ones included. */
export function readAddress(address: string): number | null {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return null;
  return parts.reduce((number, part) => number * 256 + Number(part), 0);
}

function readRange(cidr: string): Range {
  const [address = '', bits = '32'] = cidr.split('/');
  return { first: readAddress(address) ?? 0, size: 2 ** (32 - Number(bits)) };
}
