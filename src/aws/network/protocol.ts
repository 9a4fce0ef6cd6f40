import type { PortRange, Protocol } from '../../domain/network-estate.ts';

/** EC2 spells a protocol as a name or as IANA's number, and every protocol as `-1`. */
export function protocolOf(text: string | undefined): Protocol {
  if (text === '-1') return 'all';
  return text === 'tcp' || text === '6' ? 'tcp' : 'other';
}

/** No ports, or `-1`, stands for all of them. */
export function portsOf(from: number | undefined, to: number | undefined): 'all' | PortRange {
  return from === undefined || to === undefined || from < 0 ? 'all' : { from, to };
}
