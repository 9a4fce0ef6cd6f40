import type { VpcBlockPublicAccessExclusion } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import { AwsFactSource } from '../../../src/aws/fact-source.ts';
import { Identities } from '../../../src/aws/identities.ts';
import { CallMeter } from '../../../src/aws/meter.ts';
import { publicAccessOf, type PublicAccessBlock } from '../../../src/aws/network/public-access.ts';
import { SANDBOX_ACCOUNTS, selfCredentials } from '../../../src/sandbox/accounts.ts';
import { worldHandler } from '../../../src/sandbox/aws/handler.ts';
import { bodyText, response } from '../../../src/sandbox/aws/wire/http.ts';
import { healthyEstate } from '../../../src/sandbox/worlds/healthy-estate.ts';
import { serviceRef } from '../../../src/sandbox/worlds/parts/failed-pull.ts';
import { anIncident } from '../../support/an-incident.ts';

const exclusion = (
  resource: string,
  mode: 'allow-bidirectional' | 'allow-egress',
  state: 'create-complete' | 'create-in-progress' = 'create-complete',
): VpcBlockPublicAccessExclusion => ({
  ResourceArn: `arn:aws:ec2:us-east-1:444455556666:${resource}`,
  InternetGatewayExclusionMode: mode,
  State: state,
});
const block = (mode: PublicAccessBlock['mode'], ...exclusions: VpcBlockPublicAccessExclusion[]): PublicAccessBlock => ({
  mode,
  exclusions,
});

describe('publicAccessOf', () => {
  it.each([
    ['open', 'nothing is blocked', block('off')],
    ['egress-only', 'what comes in is blocked', block('block-ingress')],
    ['closed', 'both ways are blocked', block('block-bidirectional')],
    ['open', 'the subnet is exempt', block('block-bidirectional', exclusion('subnet/subnet-1', 'allow-bidirectional'))],
    ['open', 'its VPC is exempt', block('block-ingress', exclusion('vpc/vpc-1', 'allow-bidirectional'))],
    ['egress-only', 'it may go out', block('block-bidirectional', exclusion('vpc/vpc-1', 'allow-egress'))],
    [
      'closed',
      'another subnet is exempt',
      block('block-bidirectional', exclusion('subnet/subnet-10', 'allow-bidirectional')),
    ],
    [
      'closed',
      'the exemption is still being made',
      block('block-bidirectional', exclusion('vpc/vpc-1', 'allow-egress', 'create-in-progress')),
    ],
    ['unknown', 'it could not be read', 'unknown' as const],
  ])('is %s when %s', (expected, _why, found) => {
    expect(publicAccessOf(found, 'vpc-1', 'subnet-1')).toBe(expected);
  });
});

/** The healthy estate in a Region that answers the one call with this error. */
function readWhere(code: string) {
  const estate = healthyEstate();
  const handler = worldHandler(() => estate);
  const identities = new Identities({
    accounts: SANDBOX_ACCOUNTS,
    homeRegion: 'us-east-1',
    maxAttempts: 1,
    credentials: selfCredentials(estate),
    lookupsPerSecond: Number.POSITIVE_INFINITY,
    requestHandler: {
      ...handler,
      handle(request: Parameters<typeof handler.handle>[0], options: Parameters<typeof handler.handle>[1]) {
        if (!bodyText(request).includes('Action=DescribeVpcBlockPublicAccessOptions'))
          return handler.handle(request, options);
        const body = `<Response><Errors><Error><Code>${code}</Code><Message>No.</Message></Error></Errors><RequestID>1</RequestID></Response>`;
        return Promise.resolve({ response: response(400, 'text/xml', '1', body) });
      },
    },
  });
  return new AwsFactSource(identities, new CallMeter()).learn(
    'network',
    anIncident({ workload: serviceRef('my-app') }),
  );
}

it.each(['InvalidAction', 'UnsupportedOperation', 'UnauthorizedOperation'])(
  'is never taken for off because of %s',
  async (code) => {
    const learned = await readWhere(code);
    if (!learned.known) throw new Error(`a gap: ${JSON.stringify(learned.gap)}`);
    expect(learned.value.estates[0]?.vpc.publicAccess).toBe('unknown');
    expect(learned.value.gaps).toMatchObject([{ action: 'ec2:DescribeVpcBlockPublicAccessOptions' }]);
  },
);
