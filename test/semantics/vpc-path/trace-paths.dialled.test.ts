import { describe, expect, it } from 'vitest';
import type { PathQuery } from '../../../src/semantics/vpc-path/leg-path.ts';
import {
  aQuery,
  endpointsNetwork,
  natNetwork,
  publicNetwork,
  withEndpoint,
  withGroup,
  withRoutes,
  withSource,
  withVpc,
} from '../../support/network.ts';
import { outcomes } from './outcomes.ts';

const isolated = endpointsNetwork();
const nat = natNetwork();

describe('the address that was dialled', () => {
  it("says which endpoint a resolver of the owner's leads to", () => {
    const custom = withVpc(isolated, { resolver: 'custom' });
    expect(outcomes(custom, manifestAt('10.0.8.77')).manifest).toBe('interface-endpoint');
    expect(outcomes(withGroup(custom, 'sg-endpoints', { ingress: [] }), manifestAt('10.0.8.77')).manifest).toBe(
      'endpoint-ingress: endpoint-sg-closed',
    );
  });

  it('says that such a resolver leads to the internet', () => {
    expect(outcomes(withVpc(nat, { resolver: 'custom' }), manifestAt('52.94.1.1')).manifest).toBe('nat-gateway');
    expect(outcomes(withVpc(publicNetwork(), { resolver: 'custom' }), manifestAt('52.94.1.1')).manifest).toBe(
      'internet-gateway',
    );
  });

  it('proves an endpoint that is nowhere to be seen, which is then never called open', () => {
    expect(outcomes(nat, manifestAt('10.20.0.5')).manifest).toBe('private-dns: dialled-address-is-unseen-endpoint?');
    expect(outcomes(withSource(nat, { securityGroups: ['sg-endpoints'] }), manifestAt('10.20.0.5')).manifest).toBe(
      'egress-rule: no-egress-to-endpoint',
    );
  });

  it('does not outweigh an endpoint that captures the name now, nor speak for another leg', () => {
    expect(outcomes(isolated, manifestAt('52.94.1.1')).manifest).toBe('interface-endpoint');
    expect(outcomes(withVpc(nat, { resolver: 'custom' }), manifestAt('52.94.1.1')).token).toBe(
      'vpc-dns: custom-resolver?',
    );
  });

  it('does not tell where the name leads now, where the endpoints could not be seen', () => {
    const shut = withRoutes({ ...nat, endpoints: 'unknown' }, 'rtb-task', []);
    expect(outcomes(shut, manifestAt('52.94.1.1')).manifest).toMatch(/\?$/);
  });

  it('past an endpoint whose name is off blames the endpoint, whoever answered', () => {
    const off = withEndpoint(isolated, 'vpce-dkr', { privateDnsEnabled: false });
    expect(outcomes(off, manifestAt('52.94.1.1')).manifest).toBe('private-dns: private-dns-off');
    const unread = withVpc(off, { resolver: 'unknown' });
    expect(outcomes(unread, manifestAt('52.94.1.1')).manifest).not.toContain('missing-endpoint');
  });

  it('that is no address says nothing', () => {
    expect(outcomes(nat, manifestAt('<script>')).manifest).toBe('nat-gateway');
    expect(outcomes(nat, manifestAt('fe80::1%eth0')).manifest).toBe('nat-gateway');
  });
});

function manifestAt(address: string): PathQuery {
  return aQuery({ dialled: { leg: 'manifest', address } });
}
