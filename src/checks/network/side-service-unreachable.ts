import type { SidePath } from '../../domain/network-path.ts';
import { listOf } from '../../lib/plural.ts';
import { defineCheck } from '../define-check.ts';
import { PART_WORDS, SERVICE_WORDS } from '../side-words.ts';

/** Where no endpoint is meant to help, and no route leads out. */
const NO_WAY: ReadonlySet<string> = new Set(['missing-endpoint', 'no-route']);

// A path at the start is the task's own way, and no part of the pull: it is never the cause of a pull error.
export const sideServiceUnreachable = defineCheck({
  id: 'side-service-unreachable',
  stage: 'start',
  step: 'path',
  question: 'Does the task reach what it needs besides its image?',
  needs: ['sidePaths'],
  answers: {
    open: { verdict: 'pass', says: 'The task reaches {{services}}, which it needs besides its image.' },
    'no-way': {
      verdict: 'fail',
      says: 'The task also needs {{services}} ({{region}}), and neither an endpoint nor a route leads there from {{subnets}}.',
    },
    shut: {
      verdict: 'fail',
      says: 'The task also needs {{services}} ({{region}}), and the way there from {{subnets}} is shut: look at {{part}} `{{what}}`.',
    },
    unsure: {
      verdict: 'unknown',
      says: 'Whether the task reaches {{services}} ({{region}}), which it needs besides its image, is not known: {{part}} `{{what}}` leaves it open.',
    },
    none: {
      verdict: 'not-applicable',
      says: 'The task definition names nothing that the task needs besides its image.',
    },
  },
  evaluate({ sidePaths }) {
    if (sidePaths.length === 0) return { answer: 'none' };
    const shut = sidePaths.find(({ verdict }) => verdict === 'blocked');
    if (shut !== undefined) {
      const hop = shut.hops.find(({ verdict }) => verdict === 'blocked');
      const alike = sidePaths.filter((path) => path.verdict === 'blocked' && reasonOf(path) === hop?.reason);
      return { answer: NO_WAY.has(hop?.reason ?? '') ? 'no-way' : 'shut', data: dataOf(alike, shut) };
    }
    const unsure = sidePaths.find(({ verdict }) => verdict === 'unknown');
    if (unsure !== undefined) return { answer: 'unsure', data: dataOf([unsure], unsure) };
    return { answer: 'open', data: { services: servicesOf(sidePaths) } };
  },
});

function dataOf(paths: readonly SidePath[], told: SidePath): Record<string, string> {
  const { region, subnet, verdict, hops } = told;
  const hop = hops.find((each) => each.verdict === verdict);
  const subnets = listOf([...new Set(paths.map((path) => `\`${path.subnet}\``))]);
  return {
    services: servicesOf(paths),
    region,
    subnet,
    subnets,
    part: PART_WORDS[hop?.kind ?? ''] ?? 'endpoint',
    what: hop?.subject ?? '',
  };
}

function reasonOf({ hops, verdict }: SidePath): string | undefined {
  return hops.find((each) => each.verdict === verdict)?.reason;
}

function servicesOf(paths: readonly SidePath[]): string {
  return listOf([...new Set(paths.map(({ service }) => SERVICE_WORDS[service]))]);
}
