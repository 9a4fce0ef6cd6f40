export type IpFamily = 'ipv4' | 'ipv6';

/** A block of addresses: `base` is its lowest address as a number, `length` the fixed bits. */
export interface Cidr {
  readonly family: IpFamily;
  readonly base: bigint;
  readonly length: number;
}

/** How much of what is asked about something holds for. `none` of nothing is never claimed: that is `some`. */
export type Extent = 'all' | 'some' | 'none';

const BITS: Record<IpFamily, number> = { ipv4: 32, ipv6: 128 };

/** Reads `10.0.0.0/16`, `2001:db8::/56` or a single address. Bits beyond the length are dropped, as AWS does. */
export function parseCidr(text: string): Cidr {
  const cidr = readCidr(text);
  if (cidr === null) throw new RangeError(`not a CIDR: ${text}`);
  return cidr;
}

/** The same for text that may be anything: `null` when it is no CIDR and no address. */
export function readCidr(text: string): Cidr | null {
  const [address = '', lengthText] = text.split('/', 2);
  const family = address.includes(':') ? 'ipv6' : 'ipv4';
  const bits = BITS[family];
  if (lengthText !== undefined && !/^\d{1,3}$/.test(lengthText)) return null;
  const length = lengthText === undefined ? bits : Number(lengthText);
  const value = family === 'ipv6' ? ipv6Value(address) : ipv4Value(address);
  if (value === null || length > bits) return null;
  const hostBits = BigInt(bits - length);
  return { family, base: (value >> hostBits) << hostBits, length };
}

/** Those of the texts that belong to one family, parsed. */
export function parseFamily(texts: readonly string[], family: IpFamily): readonly Cidr[] {
  return texts.map(parseCidr).filter((cidr) => cidr.family === family);
}

export function contains(outer: Cidr, inner: Cidr): boolean {
  if (outer.family !== inner.family || outer.length > inner.length) return false;
  const hostBits = BigInt(BITS[outer.family] - outer.length);
  return outer.base >> hostBits === inner.base >> hostBits;
}

export function overlaps(a: Cidr, b: Cidr): boolean {
  return contains(a, b) || contains(b, a);
}

/** What is left of `from` without `taken`, in the largest blocks possible. */
export function subtract(from: Cidr, taken: Cidr): readonly Cidr[] {
  if (contains(taken, from)) return [];
  if (!contains(from, taken)) return [from];
  return halves(from).flatMap((half) => subtract(half, taken));
}

export function subtractAll(from: readonly Cidr[], taken: readonly Cidr[]): readonly Cidr[] {
  let left = from;
  for (const block of taken) left = left.flatMap((cidr) => subtract(cidr, block));
  return left;
}

/** How much of `wanted` lies in `allowed`, taken together. */
export function coverage(allowed: readonly Cidr[], wanted: readonly Cidr[]): Extent {
  if (wanted.length === 0) return 'some';
  if (!wanted.some((block) => allowed.some((cidr) => overlaps(cidr, block)))) return 'none';
  return subtractAll(wanted, allowed).length === 0 ? 'all' : 'some';
}

function halves(cidr: Cidr): readonly Cidr[] {
  const length = cidr.length + 1;
  const upper = cidr.base + (1n << BigInt(BITS[cidr.family] - length));
  return [
    { ...cidr, length },
    { ...cidr, base: upper, length },
  ];
}

function ipv4Value(text: string): bigint | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return null;
  return parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function ipv6Value(text: string): bigint | null {
  const sides = text.split('::');
  if (sides.length > 2) return null;
  const [head = [], tail = []] = sides.map((side) => (side === '' ? [] : side.split(':')));
  const missing = 8 - head.length - tail.length;
  if (sides.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return groups.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}
