import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/checks/index.ts';
import type { Check } from '../../src/domain/check.ts';
import type { Verdict } from '../../src/domain/finding.ts';
import type { SubnetPaths } from '../../src/domain/network-path.ts';
import { fillTemplate } from '../../src/lib/fill-template.ts';
import type { HopReason } from '../../src/semantics/vpc-path/hop-reasons.ts';
import { blockedAt, LEGS } from '../../src/semantics/vpc-path/leg-path.ts';
import { tracePaths } from '../../src/semantics/vpc-path/trace-paths.ts';
import { anyNetwork, anyQuery } from '../semantics/vpc-path/any-network.ts';
import { HIDINGS } from '../semantics/vpc-path/hidden-network.ts';
import { anIncident, SYMPTOMS } from '../support/an-incident.ts';
import { endpointsNetwork, mixedNetwork, natNetwork, publicNetwork, withRoutes } from '../support/network.ts';
import { pathsOf, pathsWith } from '../support/paths.ts';

type PathCheck = Check<'networkPaths'>;

const PATH_CHECKS = CHECKS.filter(
  (check): check is PathCheck => check.needs.length === 1 && check.needs[0] === 'networkPaths',
);

/** Whose answer each reason is; `null` for those that never stop a pull. A reason that is new does not compile. */
const OWNERS: Readonly<Record<HopReason, string | null>> = {
  'amazon-resolver': null,
  'name-was-resolved': null,
  'dns-support-off': 'vpc-dns-off',
  'custom-resolver': 'vpc-dns-off',
  'dns-attributes-unknown': 'vpc-dns-off',
  'endpoint-captures-name': null,
  'no-endpoint-for-name': null,
  'private-dns-off': 'private-dns-off',
  'private-dns-for-inbound-resolver-only': 'private-dns-off',
  'dns-hostnames-off': 'vpc-dns-off',
  'private-dns-unknown': 'private-dns-off',
  'private-dns-in-transition': 'private-dns-off',
  'private-zone-leads-to-endpoint': null,
  'private-zone-lacks-name': 'private-dns-off',
  'private-zone-shadows-name': 'private-dns-off',
  'name-has-no-ipv6-address': 'private-dns-off',
  'private-zones-unknown': 'private-dns-off',
  'endpoints-unknown': 'missing-endpoint',
  'endpoint-may-not-serve-this-host-form': 'private-dns-off',
  'dialled-address-is-endpoint': null,
  'dialled-address-is-public': null,
  'name-leads-past-endpoint': 'private-dns-off',
  'dialled-address-is-unseen-endpoint': 'private-dns-off',
  'endpoint-available': null,
  'endpoint-not-available': 'endpoint-not-available',
  'endpoint-state-unknown': 'endpoint-not-available',
  'endpoint-unseen': 'missing-endpoint',
  'missing-endpoint': 'missing-endpoint',
  'no-endpoint': null,
  'endpoint-not-used': null,
  'endpoint-in-this-zone': null,
  'endpoint-in-other-zone': null,
  'endpoint-in-other-vpc': null,
  'endpoint-has-no-interface': 'endpoint-without-interface',
  'endpoint-subnets-unknown': 'endpoint-without-interface',
  'egress-open': null,
  'egress-covers-some-addresses': 'egress-closed',
  'no-egress-to-endpoint': 'egress-closed',
  'no-egress-to-internet': 'egress-closed',
  'no-egress-to-prefix-list': 'no-egress-to-prefix-list',
  'acl-open': null,
  'acl-admits-some-requests': 'acl-blocks-request',
  'acl-admits-some-answers': 'acl-blocks-return',
  'acl-blocks-request': 'acl-blocks-request',
  'acl-blocks-return': 'acl-blocks-return',
  'same-subnet': null,
  'local-route': null,
  'detour-inside-vpc': 'missing-route',
  'route-table-unknown': 'missing-route',
  'no-route': 'missing-route',
  'no-route-to-endpoint': 'missing-route',
  'no-route-back': 'missing-route',
  'route-to-peering': null,
  'route-back': null,
  'blackhole-route': 'blackhole-route',
  's3-endpoint-not-on-route-table': 's3-endpoint-not-on-route-table',
  'route-depends-on-address': 'missing-route',
  'route-to-gateway-endpoint': null,
  'route-to-internet-gateway': null,
  'route-to-egress-only-gateway': null,
  'route-to-nat': null,
  'gateway-not-attached': 'blackhole-route',
  'gateway-attachment-unknown': 'blackhole-route',
  'nat-subnet-has-no-igw': 'nat-without-internet',
  'beyond-transit': 'missing-route',
  'beyond-appliance': 'missing-route',
  'has-public-address': null,
  'no-public-ip': 'no-public-ip',
  'no-ipv6-address': 'no-public-ip',
  'public-address-unknown': 'no-public-ip',
  'ipv6-address-unknown': 'no-public-ip',
  'nat-available': null,
  'nat-not-available': 'nat-not-available',
  'nat-not-found': 'nat-not-available',
  'nat-unknown': 'nat-not-available',
  'nat-is-private': 'nat-without-internet',
  'nat64-not-judged': 'nat-not-available',
  'public-access-open': null,
  'public-access-blocked': 'public-access-blocked',
  'public-access-unknown': 'public-access-blocked',
  'endpoint-sg-open': null,
  'endpoint-sg-closed': 'endpoint-security-group',
  'endpoint-sg-admits-some-addresses': 'endpoint-security-group',
  'full-access-policy': null,
  'endpoint-policy-allows': null,
  'endpoint-policy-denies': 'endpoint-policy-denies',
  'endpoint-policy-undecided': 'endpoint-policy-denies',
  'endpoint-policy-unknown': 'endpoint-policy-denies',
};

/** The checks that gave one verdict. */
function checksThat(
  verdict: Verdict,
  networkPaths: readonly SubnetPaths[],
  incident = anIncident(),
): readonly string[] {
  return PATH_CHECKS.filter(
    (check) => check.answers[check.evaluate({ networkPaths }, incident).answer]?.verdict === verdict,
  ).map(({ id }) => id);
}

describe('the reasons of hops', () => {
  it.each(Object.entries(OWNERS))('%s is an answer of one check at most: %s', (reason, owner) => {
    const owners = PATH_CHECKS.filter(({ answers }) => Object.hasOwn(answers, reason)).map(({ id }) => id);
    expect(owners).toEqual(owner === null ? [] : [owner]);
  });

  it.each([
    ['NAT', natNetwork()],
    ['endpoints', endpointsNetwork()],
    ['an internet gateway', publicNetwork()],
    ['NAT and endpoints', mixedNetwork()],
  ])('are no reason to fail a healthy network with %s', (_name, estate) => {
    const paths = [pathsOf(estate)];
    expect(checksThat('fail', paths)).toEqual([]);
    expect(checksThat('unknown', paths)).toEqual([]);
    expect(checksThat('pass', paths).length).toBeGreaterThan(4);
  });

  it('make exactly one check fail for each way that is shut, whatever the network', () => {
    fc.assert(
      fc.property(anyNetwork, anyQuery, (estate, query) => {
        const shut = Object.values(tracePaths(estate, query, () => 'denied')).flatMap(
          (path) => blockedAt(path)?.reason ?? [],
        );
        const owners = new Set(shut.map((reason) => OWNERS[reason]));
        expect(new Set(checksThat('fail', [pathsOf(estate, query, () => 'denied')]))).toEqual(owners);
      }),
    );
  });

  it('never let an unknown way pass for open, nor an open one for unknown', () => {
    const hide = fc.constantFrom(...Object.values(HIDINGS));
    fc.assert(
      fc.property(anyNetwork, anyQuery, hide, (estate, query, hiding) => {
        const paths = pathsOf(hiding(estate), query);
        const isUnknown = paths.legs.some(({ verdict }) => verdict === 'unknown');
        // A check about several ways says that one is shut before it says that another is unknown.
        if (checksThat('fail', [paths]).length === 0) expect(checksThat('unknown', [paths]).length > 0).toBe(isUnknown);
      }),
    );
  });

  it('say nothing of what is unknown on a way that is shut all the same', () => {
    const paths = [pathsOf({ ...withRoutes(natNetwork(), 'rtb-task', []), networkAcls: 'unknown' })];
    expect(checksThat('fail', paths)).toEqual(['missing-route']);
    expect(checksThat('unknown', paths)).toEqual([]);
  });

  it('fill every sentence, whatever the network', () => {
    const hide = fc.constantFrom((estate: Parameters<typeof pathsOf>[0]) => estate, ...Object.values(HIDINGS));
    fc.assert(
      fc.property(anyNetwork, anyQuery, hide, (estate, query, hiding) => {
        for (const check of PATH_CHECKS) {
          const { answer, data = {} } = check.evaluate(
            { networkPaths: [pathsOf(hiding(estate), query)] },
            anIncident(),
          );
          expect(fillTemplate(check.answers[answer]?.says ?? '{{', data)).not.toContain('{{');
        }
      }),
    );
  });
});

describe('the connection that is told of', () => {
  const stageOf = (paths: readonly SubnetPaths[], incident = anIncident()) =>
    PATH_CHECKS.find(({ id }) => id === 'missing-route')?.evaluate({ networkPaths: paths }, incident).stage;
  const reaching = (stage: 'token' | 'manifest' | 'layers') =>
    anIncident({ symptom: { ...SYMPTOMS.timeout, reached: { stage, step: 'path' } } });

  it.each(LEGS)('is the first that the message can be about, at %s', (stage) => {
    expect(stageOf([pathsWith(LEGS, {})], reaching(stage))).toBe(stage);
  });

  it('is the first of all when the message acquits every one that is shut', () => {
    expect(stageOf([pathsWith(['token', 'manifest'], {})], reaching('layers'))).toBe('token');
  });

  it('is the first of all when there is no message', () => {
    expect(stageOf([pathsWith(['manifest', 'layers'], {})])).toBe('manifest');
  });
});

describe('the subnets that are not concerned', () => {
  const told = (other: SubnetPaths) =>
    PATH_CHECKS.find(({ id }) => id === 'missing-route')?.evaluate(
      { networkPaths: [pathsWith(['layers'], {}), other] },
      anIncident(),
    ).data?.['subnets'];

  it.each<[string, SubnetPaths, string]>([
    ['that is open', pathsWith([], {}, 'subnet-b'), 'subnet `subnet-task` (unlike `subnet-b`)'],
    [
      'that is shut for another connection alone',
      pathsWith(['token'], { kind: 'nat', reason: 'nat-not-available' }, 'subnet-b'),
      'subnet `subnet-task` (unlike `subnet-b`)',
    ],
    [
      'that is shut before it comes so far',
      pathsWith(['layers'], { kind: 'acl-out', reason: 'acl-blocks-request' }, 'subnet-b'),
      'subnet `subnet-task`',
    ],
    ['that is not seen whole', pathsWith(['layers'], { verdict: 'unknown' }, 'subnet-b'), 'subnet `subnet-task`'],
  ])('are named as unlike the one that is shut: one %s', (_which, other, subnets) => {
    expect(told(other)).toBe(subnets);
  });
});
