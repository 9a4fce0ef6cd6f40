import { describe, expect, it } from 'vitest';
import {
  allowGroup,
  endpointsNetwork,
  natNetwork,
  withEndpoint,
  withGroup,
  withSource,
  withVpc,
} from '../../support/network.ts';
import { outcomes } from './outcomes.ts';

const isolated = endpointsNetwork();
const nat = natNetwork();

describe('what is certain all the same', () => {
  it('groups that let nothing out are to blame whatever could not be read', () => {
    const shut = withGroup(nat, 'sg-task', { egress: [] });
    expect(outcomes({ ...shut, endpoints: 'unknown' }).manifest).toBe('egress-rule: no-egress-to-endpoint');
    expect(outcomes({ ...shut, routeTables: 'unknown', networkAcls: 'unknown' }).manifest).toBe(
      'egress-rule: no-egress-to-internet',
    );
    expect(outcomes(withVpc(shut, { resolver: 'custom' })).manifest).toBe('egress-rule: no-egress-to-endpoint');
  });

  it('a closed endpoint is to blame although its policy could not be read', () => {
    const estate = withEndpoint(withGroup(isolated, 'sg-endpoints', { ingress: [] }), 'vpce-dkr', {
      policy: 'unknown',
    });
    expect(outcomes(estate).manifest).toBe('endpoint-ingress: endpoint-sg-closed');
  });

  it('an unread private DNS does not matter where the public way is shut too', () => {
    const estate = withEndpoint(withGroup(isolated, 'sg-endpoints', { ingress: [] }), 'vpce-dkr', {
      privateDnsEnabled: 'unknown',
    });
    expect(outcomes(estate).manifest).toBe('endpoint-ingress: endpoint-sg-closed');
  });
});

describe('a group of the task that the endpoint names', () => {
  it('counts only if the task wears it', () => {
    const named = withGroup(isolated, 'sg-endpoints', { ingress: [allowGroup('sg-workers')] });
    expect(outcomes(named).manifest).toBe('endpoint-ingress: endpoint-sg-closed');
    expect(outcomes(withSource(named, { securityGroups: ['sg-task', 'sg-workers'] })).manifest).toBe(
      'interface-endpoint',
    );
    expect(outcomes(withSource(named, { securityGroups: 'unknown' })).manifest).toBe(
      'egress-rule: egress-covers-some-addresses?',
    );
  });
});
