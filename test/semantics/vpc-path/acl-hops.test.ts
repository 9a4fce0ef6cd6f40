import { describe, expect, it } from 'vitest';
import { aclHopsToEndpoint, crossNatSubnet } from '../../../src/semantics/vpc-path/acl-hops.ts';
import { publicSide } from '../../../src/semantics/vpc-path/addresses.ts';
import { anEndpoint, anEstate, anInquiry, entry, OPEN_ACL, withAcl } from '../../support/network.ts';

const SHUT = anInquiry(withAcl(anEstate(), 'acl-task', []));

function verdictsTo(subnets: readonly string[]): readonly string[] {
  const hops = aclHopsToEndpoint(SHUT, anEndpoint('ecr.dkr', { subnets }));
  return hops.map(({ kind, verdict, reason }) => `${kind} ${verdict} ${reason}`);
}

describe('aclHopsToEndpoint', () => {
  it('asks no ACL within a subnet', () => {
    expect(verdictsTo(['subnet-task'])).toEqual(['acl-out not-needed same-subnet']);
  });

  it('asks both subnets for the request and for the answer', () => {
    expect(verdictsTo(['subnet-endpoints-b'])).toEqual([
      'acl-out blocked acl-blocks-request',
      'acl-in blocked acl-blocks-return',
      'acl-in open acl-open',
      'acl-out open acl-open',
    ]);
  });

  it('cannot say which interface the name leads to when one is in the same subnet', () => {
    expect(verdictsTo(['subnet-task', 'subnet-endpoints-b']).slice(0, 2)).toEqual([
      'acl-out unknown acl-admits-some-requests',
      'acl-in unknown acl-admits-some-answers',
    ]);
  });

  it('names the ACL and the ports of the answers', () => {
    const [out, back] = aclHopsToEndpoint(SHUT, anEndpoint('ecr.dkr', { subnets: ['subnet-endpoints-b'] }));
    expect(out).toMatchObject({ subject: 'acl-task', detail: { ports: '443' } });
    expect(back).toMatchObject({ subject: 'acl-task', detail: { ports: '32768-60999' } });
  });
});

describe('crossNatSubnet', () => {
  const onlyOut = [entry(1, 'ingress', 'deny', '10.0.0.0/8'), ...OPEN_ACL];
  const to = publicSide('ipv4');

  it('goes into the subnet of the NAT gateway and on', () => {
    const inquiry = anInquiry(withAcl(anEstate(), 'acl-public', onlyOut));
    expect(crossNatSubnet(inquiry, 'subnet-public', to).map(({ verdict }) => verdict)).toEqual([
      'blocked',
      'open',
      'open',
      'open',
    ]);
  });

  it('only goes on when the NAT gateway is in the same subnet', () => {
    const inquiry = anInquiry(withAcl(anEstate(), 'acl-task', onlyOut));
    expect(crossNatSubnet(inquiry, 'subnet-task', to).map(({ verdict }) => verdict)).toEqual(['open', 'open']);
  });
});
