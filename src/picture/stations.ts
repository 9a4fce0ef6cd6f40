import type { LegPathFact, PathHop } from '../domain/network-path.ts';
import { asTitle, inWords } from './in-words.ts';

/** What packets pass on their way, from the name that is asked for to the way out, in this order. */
export const STOPS = ['names', 'security-group', 'network-acl', 'route-table', 'way-out'] as const;
export type Stop = (typeof STOPS)[number];

/** The hops of one way at one place, as one thing to look at. */
export interface Station {
  readonly stop: Stop;
  readonly title: string;
  /** Ids, with a space between; empty for what has none. */
  readonly subject: string;
  readonly verdict: 'open' | 'blocked' | 'unknown';
  /** Why it is shut or unknown, in a few words; empty when it is open. */
  readonly reason: string;
  readonly hops: readonly PathHop[];
}

const STOP_OF_KIND: Readonly<Record<string, Stop>> = {
  'vpc-dns': 'names',
  'private-dns': 'names',
  'egress-rule': 'security-group',
  'acl-out': 'network-acl',
  'acl-in': 'network-acl',
  route: 'route-table',
};

/** The stations of one way, in the order of `STOPS`. Hops that are not needed are no part of it. */
export function stationsOf({ hops, via }: LegPathFact): readonly Station[] {
  if (via === 'aws-network' && hops.length === 0)
    return [{ stop: 'way-out', title: asTitle(via), subject: '', verdict: 'open', reason: '', hops }];
  const natAt = hops.findIndex(({ kind }) => kind === 'nat');
  // Behind a NAT gateway come the ACL and the route of its own subnet: they are part of that way out.
  const stopOf = (hop: PathHop, index: number): Stop =>
    natAt >= 0 && index > natAt ? 'way-out' : (STOP_OF_KIND[hop.kind] ?? 'way-out');
  const needed = hops
    .map((hop, index) => ({ hop, stop: stopOf(hop, index) }))
    .filter(({ hop }) => hop.verdict !== 'not-needed');
  return STOPS.flatMap((stop) => {
    const here = needed.filter((each) => each.stop === stop).map(({ hop }) => hop);
    return stop === 'way-out' ? wayOut(here, routes(needed), via) : stationAt(stop, here);
  });
}

function routes(needed: readonly { readonly hop: PathHop; readonly stop: Stop }[]): readonly PathHop[] {
  return needed.filter(({ stop }) => stop === 'route-table').map(({ hop }) => hop);
}

const TITLES: Readonly<Record<Exclude<Stop, 'way-out'>, string>> = {
  names: 'DNS',
  'security-group': 'Security group',
  'network-acl': 'Network ACL',
  'route-table': 'Route table',
};

function stationAt(stop: Exclude<Stop, 'way-out'>, hops: readonly PathHop[]): readonly Station[] {
  // That a route leads where nobody can look is no fault of the route table.
  const judged = hops.map((hop) => (isBeyond(hop) ? { ...hop, verdict: 'open' as const } : hop));
  const deciding = decidingHop(judged);
  if (deciding === undefined) return [];
  return [{ stop, title: TITLES[stop], subject: deciding.subject, ...verdictOf(deciding), hops }];
}

/** Where the route leads: its target, with everything that must be right there. */
function wayOut(hops: readonly PathHop[], led: readonly PathHop[], via: LegPathFact['via']): readonly Station[] {
  const beyond = led.find(isBeyond);
  if (beyond !== undefined) {
    const { target = '', targetKind = 'way-out' } = beyond.detail;
    const there = [beyond, ...hops];
    const verdict = verdictOf(decidingHop(there) ?? beyond);
    return [{ stop: 'way-out', title: asTitle(targetKind), subject: target, ...verdict, hops: there }];
  }
  const deciding = decidingHop(hops);
  if (deciding === undefined) return [];
  const main = hops.find(({ kind }) => kind === 'nat' || kind === 'endpoint')?.subject ?? led[0]?.detail['target'];
  const { verdict, reason } = verdictOf(deciding);
  const isElsewhere = verdict !== 'open' && main !== undefined && deciding.subject !== main;
  return [
    {
      stop: 'way-out',
      title: asTitle(via ?? (deciding.kind.startsWith('endpoint') ? 'endpoint' : 'way-out')),
      subject: main ?? deciding.subject,
      verdict,
      reason: isElsewhere ? `${reason}, ${deciding.subject}` : reason,
      hops,
    },
  ];
}

function isBeyond({ reason, verdict }: PathHop): boolean {
  return verdict === 'unknown' && reason.startsWith('beyond-');
}

/** The hop that a station has its verdict from. */
function decidingHop(hops: readonly PathHop[]): PathHop | undefined {
  return (
    hops.find(({ verdict }) => verdict === 'blocked') ?? hops.find(({ verdict }) => verdict === 'unknown') ?? hops[0]
  );
}

function verdictOf(hop: PathHop): Pick<Station, 'verdict' | 'reason'> {
  if (hop.verdict !== 'blocked' && hop.verdict !== 'unknown') return { verdict: 'open', reason: '' };
  return { verdict: hop.verdict, reason: inWords(hop.reason) };
}
