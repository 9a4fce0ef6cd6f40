import {
  DescribeVpcBlockPublicAccessExclusionsCommand,
  DescribeVpcBlockPublicAccessOptionsCommand,
  type VpcBlockPublicAccessExclusion,
} from '@aws-sdk/client-ec2';
import type { Place } from '../../domain/aws.ts';
import type { OrUnknown, Vpc } from '../../domain/network-estate.ts';
import { AwsTrouble } from '../errors.ts';
import { everyItem, pagesOf } from '../every-item.ts';
import type { Reader } from '../reader.ts';
import { type Part, type PartReading, readPart } from './part.ts';

type PublicAccess = Exclude<Vpc['publicAccess'], 'unknown'>;

/** VPC Block Public Access of the account in this Region: its mode, and whom it leaves alone. */
export interface PublicAccessBlock {
  readonly mode: 'off' | 'block-ingress' | 'block-bidirectional';
  readonly exclusions: readonly VpcBlockPublicAccessExclusion[];
}

export function readPublicAccess(reader: Reader, place: Place): Promise<Part<PublicAccessBlock>> {
  return readPart(async (): Promise<PartReading<PublicAccessBlock>> => {
    const { output, says } = await reader.ask(
      place,
      'ec2:DescribeVpcBlockPublicAccessOptions',
      ({ ec2 }) => ec2.send(new DescribeVpcBlockPublicAccessOptionsCommand({})),
      ['UnsupportedOperation'],
    );
    // AWS does not document what a Region says that lacks the feature, so no error stands for "off".
    if (output === null)
      throw new AwsTrouble('unavailable', { action: 'ec2:DescribeVpcBlockPublicAccessOptions', place });
    const mode = output.VpcBlockPublicAccessOptions?.InternetGatewayBlockMode ?? 'off';
    if (mode === 'off') return { value: { mode, exclusions: [] }, evidence: [] };
    const exclusions = await readExclusions(reader, place);
    return { value: { mode, exclusions }, evidence: [says(place.account, `VPC Block Public Access is ${mode}`)] };
  });
}

async function readExclusions(reader: Reader, place: Place): Promise<readonly VpcBlockPublicAccessExclusion[]> {
  const { output } = await reader.ask(place, 'ec2:DescribeVpcBlockPublicAccessExclusions', ({ ec2 }) => {
    const ask = (NextToken: string | undefined) =>
      ec2.send(new DescribeVpcBlockPublicAccessExclusionsCommand({ NextToken }));
    return everyItem(
      pagesOf(ask, (page) => page.NextToken),
      (page) => page.VpcBlockPublicAccessExclusions,
    );
  });
  return output ?? [];
}

/** What it means for one subnet. An exclusion of the subnet or of its VPC counts once it has been made. */
export function publicAccessOf(
  block: OrUnknown<PublicAccessBlock>,
  vpc: string,
  subnet: string,
): OrUnknown<PublicAccess> {
  if (block === 'unknown') return 'unknown';
  if (block.mode === 'off') return 'open';
  const exclusions = block.exclusions
    .filter(({ State }) => State === 'create-complete' || State === 'update-complete')
    .filter(({ ResourceArn = '' }) => ResourceArn.endsWith(`:vpc/${vpc}`) || ResourceArn.endsWith(`:subnet/${subnet}`));
  const modes = new Set(exclusions.map(({ InternetGatewayExclusionMode }) => InternetGatewayExclusionMode));
  if (modes.has('allow-bidirectional')) return 'open';
  return block.mode === 'block-ingress' || modes.has('allow-egress') ? 'egress-only' : 'closed';
}
