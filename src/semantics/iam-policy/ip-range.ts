interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

/**
 * Whether an address lies in a range such as `203.0.113.0/24` or `2001:db8::/32`; without a prefix the range is one
 * address. An IPv4 address lies in no IPv6 range, nor the other way round. `null` when either text is malformed.
 */
export function isInIpRange(range: string, address: string): boolean | null {
  const [base = '', prefixText, ...rest] = range.split('/');
  const network = parseAddress(base);
  const candidate = parseAddress(address);
  if (network === null || candidate === null || rest.length > 0) return null;
  const prefix = prefixText === undefined ? network.bits : parsePrefix(prefixText, network.bits);
  if (prefix === null) return null;
  if (network.bits !== candidate.bits) return false;
  const hostBits = BigInt(network.bits - prefix);
  return network.value >> hostBits === candidate.value >> hostBits;
}

function parsePrefix(text: string, bits: number): number | null {
  const prefix = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  return prefix <= bits ? prefix : null;
}

function parseAddress(text: string): Address | null {
  if (!text.includes(':')) return asAddress(32, parseIpv4(text));
  return asAddress(128, parseIpv6(text));
}

function asAddress(bits: 32 | 128, value: bigint | null): Address | null {
  return value === null ? null : { bits, value };
}

function parseIpv4(text: string): bigint | null {
  const bytes = text.split('.');
  if (bytes.length !== 4 || !bytes.every((byte) => /^\d{1,3}$/.test(byte) && Number(byte) <= 255)) return null;
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

/** RFC 4291 §2.2: eight groups, one run of zeros as `::`, the last two groups also as an IPv4 address. */
function parseIpv6(text: string): bigint | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [head, tail] = halves.map(parseGroups);
  if (head === undefined || head === null || tail === null) return null;
  if (tail === undefined) return head.length === 8 ? joinGroups(head) : null;
  const zeros = 8 - head.length - tail.length;
  return zeros < 1 ? null : joinGroups([...head, ...Array.from({ length: zeros }, () => 0n), ...tail]);
}

function parseGroups(text: string): readonly bigint[] | null {
  if (text === '') return [];
  const groups: bigint[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    if (index === parts.length - 1 && part.includes('.')) {
      const embedded = parseIpv4(part);
      if (embedded === null) return null;
      groups.push(embedded >> 16n, embedded & 0xffffn);
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) {
      groups.push(BigInt(`0x${part}`));
    } else {
      return null;
    }
  }
  return groups;
}

function joinGroups(groups: readonly bigint[]): bigint {
  return groups.reduce((value, group) => (value << 16n) | group, 0n);
}
