import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import type { Probe } from '../probe.ts';

export const CLOUDTRAIL_PROBES = {
  'cloudtrail:LookupEvents': {
    send: ({ cloudtrail }) =>
      cloudtrail.send(
        new LookupEventsCommand({
          LookupAttributes: [{ AttributeKey: 'EventId', AttributeValue: '00000000-0000-0000-0000-000000000000' }],
          MaxResults: 1,
        }),
      ),
  },
} satisfies Readonly<Record<string, Probe>>;
