import type { AccountId } from '../../../domain/aws.ts';
import type { HostedZone, RecordSet } from '../estate.ts';
import { type PageShape, pageOf } from '../page.ts';
import { AwsFault } from '../wire/faults.ts';
import { textOf } from '../wire/input.ts';
import type { Output } from '../wire/protocol.ts';
import { restXmlProtocol } from '../wire/rest-xml.ts';
import { type Call, type Operation, type Service, wishForAll } from './operation.ts';

/** (Route 53 API reference, ListHostedZonesByVPC.) */
const ZONES: PageShape = {
  limit: 'maxitems',
  token: 'nexttoken',
  usual: 100,
  most: 100,
  badToken: () => new AwsFault('InvalidPaginationToken', 'The value that you specified for NextToken is not valid.'),
};

const listHostedZonesByVpc: Operation = {
  wishes: wishForAll,
  answer(call) {
    const [vpcId, region] = [textOf(call.input, 'vpcid'), textOf(call.input, 'vpcregion')];
    const associated = everyZone(call).filter(({ zone }) =>
      zone.vpcs.some((vpc) => vpc.vpcId === vpcId && vpc.region === region),
    );
    const { page, nextToken } = pageOf(associated, call.input, ZONES);
    return {
      HostedZoneSummaries: {
        HostedZoneSummary: page.map(({ owner, zone }) => ({
          HostedZoneId: zone.id,
          Name: zone.name,
          Owner: { OwningAccount: owner },
        })),
      },
      MaxItems: ZONES.usual,
      NextToken: nextToken,
    };
  },
};

const listResourceRecordSets: Operation = {
  wishes: (call, action) => [
    { action, resource: `arn:aws:route53:::hostedzone/${zoneIdIn(call)}`, owner: call.caller.account },
  ],
  answer(call) {
    const found = everyZone(call).find(
      ({ owner, zone }) => owner === call.caller.account && zone.id === zoneIdIn(call),
    );
    // Of a zone of another account Route 53 knows nothing.
    if (found === undefined)
      throw new AwsFault('NoSuchHostedZone', `No hosted zone found with ID: ${zoneIdIn(call)}`, 404);
    const most = Number(textOf(call.input, 'maxitems') ?? 300);
    const from = Number(textOf(call.input, 'identifier') ?? 0);
    const next = found.zone.recordSets[from + most];
    return {
      ResourceRecordSets: { ResourceRecordSet: found.zone.recordSets.slice(from, from + most).map(shown) },
      IsTruncated: next !== undefined,
      MaxItems: most,
      // The real one names the next record; where several have its name, by their identifier, which here is its place.
      ...(next !== undefined && {
        NextRecordName: next.name,
        NextRecordType: next.type,
        NextRecordIdentifier: from + most,
      }),
    };
  },
};

export const route53: Service = {
  protocol: restXmlProtocol([
    ['GET /2013-04-01/hostedzonesbyvpc', 'ListHostedZonesByVPC'],
    ['GET /2013-04-01/hostedzone/{HostedZoneId}/rrset', 'ListResourceRecordSets'],
  ]),
  isGlobal: true,
  operations: { ListHostedZonesByVPC: listHostedZonesByVpc, ListResourceRecordSets: listResourceRecordSets },
};

const zoneIdIn = ({ input }: Call): string => textOf(input, 'HostedZoneId') ?? '';

function everyZone({ estate }: Call): readonly { readonly owner: AccountId; readonly zone: HostedZone }[] {
  return estate.accounts.flatMap(({ id, hostedZones = [] }) => hostedZones.map((zone) => ({ owner: id, zone })));
}

function shown({ name, type, values, alias }: RecordSet): Output {
  const own = { Name: name.replaceAll('*', '\\052'), Type: type };
  if (alias === undefined) {
    return { ...own, TTL: 300, ResourceRecords: { ResourceRecord: values.map((Value) => ({ Value })) } };
  }
  return { ...own, AliasTarget: { HostedZoneId: 'Z7HUB22UULQXV', DNSName: alias, EvaluateTargetHealth: false } };
}
