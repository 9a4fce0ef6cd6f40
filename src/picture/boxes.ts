import type { LegPathFact } from '../domain/network-path.ts';
import type { Box, Line } from './box.ts';
import { shortId, shortIds } from './in-words.ts';
import { SERVICES } from './legs.ts';
import { CHARACTERS_A_LANE } from './look.ts';
import type { Cell } from './rows.ts';
import type { Station } from './stations.ts';
import { wrap } from './wrap.ts';

const MOST_LINES_OF_REASON = 4;

export function pullerBox(subnet: string): Box {
  return { look: 'open', lines: [bold(`Puller in ${shortId(subnet)}`)], title: `Puller in ${subnet}` };
}

export function stationBox({ from, to, station }: Cell): Box {
  const { title, subject, verdict, reason } = station;
  const lanes = to - from + 1;
  const width = lanes * CHARACTERS_A_LANE;
  const name = shortIds(subject);
  // A wide box has room for the id beside the title.
  const head = lanes > 1 ? [bold(`${title} ${name}`.trim())] : [...wrap(title, width, 2).map(bold), ...idLine(name)];
  const why = reason.split(' ').map(shortId).join(' ');
  const judged = verdict === 'open' ? [] : [bold(verdict), ...wrap(why, width, MOST_LINES_OF_REASON).map(plain)];
  return { look: verdict, lines: [...head, ...judged], title: inFull(station) };
}

export function serviceBox({ leg, verdict }: LegPathFact): Box {
  const [look, says] = ENDS[verdict];
  const service = SERVICES[leg];
  return { look, lines: [bold(service), plain(says)], title: `${service}: ${says}` };
}

const ENDS = {
  reachable: ['open', 'way is open'],
  blocked: ['missed', 'not reached'],
  unknown: ['unknown', 'not known'],
} as const satisfies Readonly<Record<LegPathFact['verdict'], readonly [Box['look'], string]>>;

function inFull({ title, subject, hops }: Station): string {
  const said = hops.map((hop) => `${hop.subject}: ${hop.verdict}, ${hop.reason}`);
  return [`${title} ${subject}`.trim(), ...new Set(said)].join('\n');
}

function idLine(name: string): readonly Line[] {
  return name === '' ? [] : [plain(name)];
}

function bold(text: string): Line {
  return { text, isBold: true };
}

function plain(text: string): Line {
  return { text, isBold: false };
}
