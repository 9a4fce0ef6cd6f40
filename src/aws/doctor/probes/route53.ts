import { ListHostedZonesByVPCCommand, ListResourceRecordSetsCommand, type VPCRegion } from '@aws-sdk/client-route-53';
import type { Probe } from '../probe.ts';

export const ROUTE53_PROBES = {
  'route53:ListHostedZonesByVPC': {
    send: ({ route53 }, { region }) =>
      route53.send(
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The SDK's list of Regions is older than some Regions.
        new ListHostedZonesByVPCCommand({ VPCId: 'vpc-00000000000000000', VPCRegion: region as VPCRegion }),
      ),
    letIn: ['InvalidInput'],
  },
  'route53:ListResourceRecordSets': {
    send: ({ route53 }) => route53.send(new ListResourceRecordSetsCommand({ HostedZoneId: 'Z00000000000000000000' })),
    letIn: ['NoSuchHostedZone'],
  },
} satisfies Readonly<Record<string, Probe>>;
