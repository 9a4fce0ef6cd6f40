import type { LegPathFact, SubnetPaths } from '../domain/network-path.ts';
import { LEG_TITLES, SERVICES } from './legs.ts';
import { type Station, stationsOf } from './stations.ts';

/**
 * The picture in words, for terminals and screen readers: one line a connection, such as
 * `Token: puller → subnet-1 → sg-1 → acl-1 → rtb-1 → nat-1 → ecr.api: open`.
 */
export function describePath({ subnet, legs }: SubnetPaths): readonly string[] {
  return legs.map((path) => `${LEG_TITLES[path.leg]}: ${describeLeg(subnet, path)}`.replaceAll(/\s+/g, ' '));
}

function describeLeg(subnet: string, path: LegPathFact): string {
  const stations = stationsOf(path);
  const end = endOf(path, stations);
  const passed = end === null ? stations : stations.slice(0, stations.indexOf(end));
  const way = ['puller', subnet, ...passed.filter(isPlace).map(nameOf)].join(' → ');
  if (end === null) return `${way} → ${SERVICES[path.leg]}: ${WORDS[path.verdict]}`;
  return `${way}: ${WORDS[path.verdict]} at ${placeOf(end)}: ${end.reason}`;
}

/** Where the first hop is that the way has its verdict from; `null` for an open way. */
function endOf({ hops, verdict }: LegPathFact, stations: readonly Station[]): Station | null {
  const first = hops.find((hop) => hop.verdict === verdict);
  return first === undefined ? null : (stations.findLast((station) => station.hops.includes(first)) ?? null);
}

const WORDS: Readonly<Record<LegPathFact['verdict'], string>> = {
  reachable: 'open',
  blocked: 'blocked',
  unknown: 'unknown',
};

/** Names are asked for on the way, but no packet of the pull passes there. */
function isPlace({ stop }: Station): boolean {
  return stop !== 'names';
}

function nameOf({ title, subject }: Station): string {
  return subject === '' ? title : subject.replaceAll(' ', ' + ');
}

function placeOf(station: Station): string {
  return isPlace(station) ? nameOf(station) : `the ${station.title} of ${nameOf(station)}`;
}
